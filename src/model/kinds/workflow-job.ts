import type { Fact, FactList, NotApplicable } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';
import type { FilePlace } from '../place.ts';
import {
  alwaysTrueConditions,
  hiddenMeaning,
  latestTools,
  looseInstalls,
  openVersions,
  pipedScripts,
  publishTokens,
  substringConditions,
  untrustedInScripts,
} from './shared.ts';
import type { TriggerFact } from './workflow.ts';

/** A thing in a job, where it stands, and what it is. */
export interface Finding {
  what: string;
  at: FilePlace;
  /** Stable over edits elsewhere. */
  item: string;
  /** The places it came through. */
  related?: readonly { name: string; at: FilePlace }[];
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
    hiddenMeaning,
    looseInstalls,
    latestTools,
    checkoutTokens: trait<readonly (Finding & { kept: boolean })[]>(
      'Checkouts, and whether they leave the token for all later steps.',
    ),
    pushes: trait<boolean>('Whether it changes a repository by git itself, for which it needs that token.'),
    idTokenUnused: trait<Fact<boolean> | NotApplicable>(
      'Whether it may ask for a token of identity and has nothing that does.',
    ),
    wideSecrets: trait<readonly Finding[] | undefined>(
      'Secrets that all of its steps get; undefined: it has none in its environment.',
    ),
    movingCheckouts: trait<readonly Finding[] | undefined>(
      'Checkouts behind an approval that name a branch, which may have moved since; undefined: it checks out nothing behind one.',
    ),
    secretsUsed: trait<readonly Finding[]>('Secrets that it uses, other than the token of the run.'),
    foreignFilesRun: trait<readonly Finding[] | undefined>(
      'Files of a run that strangers can start, put where later steps run what they find; undefined: it takes none in.',
    ),
    merges: trait<readonly (Finding & { waits: boolean })[]>(
      'Steps that merge a pull request, and whether they wait for its checks.',
    ),
    agentInputs: trait<readonly Finding[] | undefined>(
      'Texts of strangers that are given to a language model; undefined: it runs none.',
    ),
    agentOutputs: trait<readonly Finding[] | undefined>(
      'Answers of a language model that are run as code; undefined: it runs none.',
    ),
    unreadable: trait<readonly Finding[] | NotApplicable>(
      'Expressions that can’t be read, and jobs it waits for that do not exist.',
    ),
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
    publishTokens,
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
