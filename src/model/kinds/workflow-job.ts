import type { Fact, FactList } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';
import type { FilePlace } from '../place.ts';
import type { TriggerFact } from './workflow.ts';

/** A thing in a job, where it stands, and what it is. */
export interface Finding {
  what: string;
  at: FilePlace;
  /** Stable over edits elsewhere. */
  item: string;
}

/** An install of all that a manifest names. */
export interface Install extends Finding {
  /** Whether it may take other versions than the lock file names. */
  loose: boolean;
}

/** What a scanner looks for. */
export type ScannerKind = 'code' | 'dependencies' | 'infrastructure' | 'secrets' | 'images' | 'posture';

export interface Scanner {
  kind: ScannerKind;
  tool: string;
  at: FilePlace;
  /** How its result is kept from failing the job, where it is. */
  muted?: { how: string; at: FilePlace };
}

export const workflowJob = defineKind({
  name: 'workflow-job',
  about: 'One job of a pipeline: its steps, where it runs, what it may reach.',
  plural: 'pipeline jobs',
  inventory: false,
  traits: {
    startedBy: trait<readonly TriggerFact[]>('What starts the workflow it is in.'),
    checkNames: trait<FactList<string>>('The names under which it reports to a commit.'),
    untrustedInScripts: trait<readonly Finding[]>('Expressions that a stranger controls, pasted into a script.'),
    outsideCodeCheckedOut: trait<readonly Finding[]>('Checkouts of a stranger’s code where secrets are at hand.'),
    inheritsSecrets: trait<FilePlace | null>('Where all secrets are handed on to a reusable workflow.'),
    secretsExposed: trait<readonly Finding[]>('Places where the whole of the secrets is written out.'),
    storedCloudKeys: trait<readonly Finding[]>('Logins to a cloud by a stored key.'),
    federatedLogins: trait<readonly Finding[]>('Logins to a cloud by a short-lived token.'),
    literalCredentials: trait<readonly Finding[]>('Passwords written into the workflow.'),
    selfHosted: trait<Fact<boolean>>('Whether it runs on a machine of one’s own.'),
    insecureCommands: trait<readonly Finding[]>('Places that bring back commands a log line can give.'),
    keptCredentials: trait<readonly Finding[]>('Checkouts that leave the token on disk.'),
    pipedScripts: trait<readonly Finding[]>('Scripts from the network that are run unseen.'),
    deploys: trait<readonly Finding[]>('Steps that change a running system.'),
    environment: trait<Fact<string | undefined>>('The environment it deploys to, with that environment’s protection.'),
    installs: trait<readonly Install[]>('Installs of dependencies that a lock file is there for.'),
    scanners: trait<readonly Scanner[]>('Scanners that it runs.'),
    tests: trait<readonly Finding[]>('Steps that run tests.'),
  },
});
