import type { Fact, FactList } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';
import type { FilePlace } from '../place.ts';
import { alwaysTrueConditions, openVersions, pipedScripts, substringConditions, untrustedInScripts } from './shared.ts';
import type { TriggerFact } from './workflow.ts';

/** A thing in a job, where it stands, and what it is. */
export interface Finding {
  what: string;
  at: FilePlace;
  /** Stable over edits elsewhere. */
  item: string;
}

/** A token of an app, and what it is limited to. */
export interface AppToken extends Finding {
  someRepositories: boolean;
  somePermissions: boolean;
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

/** A step that takes a decision about a change which is a person's to take. */
export interface Decision extends Finding {
  does: 'approves' | 'merges' | 'merges past the rules';
}

/** A sign-in by the token of the run. */
export interface SignIn {
  at: FilePlace;
  provider: 'aws' | 'azure' | 'google' | 'octo-sts';
  /** The role or identity it asks for; undefined where an expression names it. */
  identity?: string;
}

export const workflowJob = defineKind({
  name: 'workflow-job',
  about: 'One job of a pipeline: its steps, where it runs, what it may reach.',
  plural: 'pipeline jobs',
  inventory: false,
  traits: {
    startedBy: trait<readonly TriggerFact[]>('What starts the workflow it is in.'),
    checkNames: trait<FactList<string>>('The names under which it reports to a commit.'),
    untrustedInScripts,
    outsideCodeCheckedOut: trait<readonly Finding[]>('Checkouts of a stranger’s code where secrets are at hand.'),
    inheritsSecrets: trait<{ by: string; calledAt: FilePlace; at: FilePlace } | null>(
      'The reusable workflow of another repository that all secrets are handed on to, and where.',
    ),
    secretsExposed: trait<readonly Finding[]>('Places where the whole of the secrets is written out.'),
    storedCloudKeys: trait<readonly Finding[]>('Logins to a cloud by a stored key.'),
    federatedLogins: trait<readonly Finding[]>('Logins to a cloud by a short-lived token.'),
    literalCredentials: trait<readonly Finding[]>('Passwords written into the workflow.'),
    selfHosted: trait<Fact<boolean>>('Whether it runs on a machine of one’s own.'),
    insecureCommands: trait<readonly Finding[]>('Places that bring back commands a log line can give.'),
    keptCredentials: trait<readonly Finding[]>('Checkouts that leave the token on disk.'),
    pipedScripts,
    alwaysTrueConditions,
    substringConditions,
    openVersions,
    appTokens: trait<readonly AppToken[]>('Tokens of an app that it takes.'),
    spoofableConditions: trait<readonly Finding[] | undefined>(
      'Conditions that take the name of a bot as proof; undefined: strangers start no runs of it that hold secrets.',
    ),
    environmentWrites: trait<readonly Finding[] | undefined>(
      'Lines that write what a stranger controls into the environment of later steps; undefined: nothing is written there.',
    ),
    unmaskedSecrets: trait<readonly Finding[] | undefined>(
      'Parts that are taken out of a secret, and so are not masked in logs; undefined: it uses no secrets.',
    ),
    cachesInReleases: trait<readonly Finding[] | undefined>(
      'Caches that are taken in before something is published; undefined: it publishes nothing.',
    ),
    publishTokens: trait<readonly Finding[] | undefined>(
      'Publishing of packages with a token that is stored as a secret; undefined: it publishes none.',
    ),
    endsInTime: trait<Fact<boolean>>('Whether a time is set after which it is stopped, and not six hours.'),
    deploys: trait<readonly Finding[]>('Steps that change a running system.'),
    environment: trait<Fact<string | undefined>>('The environment it deploys to, with that environment’s protection.'),
    installs: trait<readonly Install[]>('Installs of dependencies that a lock file is there for.'),
    scanners: trait<readonly Scanner[]>('Scanners that it runs.'),
    tests: trait<readonly Finding[]>('Steps that run tests.'),
    neededJobs: trait<readonly string[]>(
      'The ids of the jobs of the same file that have to end well before it, however far up.',
    ),
    signIns: trait<readonly SignIn[]>('Where it signs in with the token of the run, and as whom.'),
    decisions: trait<readonly Decision[]>('Steps that approve or merge a change.'),
  },
});
