import type { Combination } from './matrix.ts';
import type { FilePlace } from '../../model/place.ts';

/** A text of a workflow and where it stands. */
export interface Text {
  text: string;
  at: FilePlace;
}

/** A text that may be code, and where each of its lines starts. */
export interface Script extends Text {
  lines: readonly { line: number; column: number }[];
}

/** The scopes of the token, as written; `all` for `read-all` and `write-all`. */
export interface TokenPermissions {
  at: FilePlace;
  all?: 'read' | 'write';
  scopes: ReadonlyMap<string, { level: string; at: FilePlace }>;
}

export interface Trigger {
  name: string;
  at: FilePlace;
  /** Whether it only fires for some paths, so that its checks may never report. */
  byPaths: boolean;
  /** Branches it is limited to; none: all. */
  branches: readonly string[];
  /** Tags that start it. */
  tags: readonly string[];
  /** `types:` of the event; none: its default. */
  types: readonly string[];
}

/** `uses:` of a step or a job. */
export interface Use {
  text: string;
  at: FilePlace;
  /** The comment behind it, such as `v4.2.2`. */
  comment?: string;
}

export interface Step {
  /** What other steps call it. */
  id?: string;
  name: string;
  at: FilePlace;
  block: FilePlace;
  uses?: Use;
  /** The script, and where each of its lines starts. */
  run?: Script;
  shell?: string;
  /** The folder that it runs in, where it says so. */
  folder?: string;
  condition?: Text;
  with: ReadonlyMap<string, Script>;
  /** An expression that all of its inputs come from. */
  inputsBy?: Text;
  env: ReadonlyMap<string, Text>;
  continueOnError?: Text;
  /** Whether it has a time of its own after which it is stopped. */
  timed: boolean;
}

export interface Job {
  id: string;
  name?: Text;
  at: FilePlace;
  block: FilePlace;
  needs: readonly string[];
  condition?: Text;
  permissions?: TokenPermissions;
  environment?: Text;
  runsOn: readonly Text[];
  /** Images of the container and the services. */
  images: readonly Text[];
  /** Passwords of registries as they are written. */
  registryPasswords: readonly Text[];
  /** A reusable workflow that it calls. */
  uses?: Use;
  /** What it gives to that workflow. */
  with: ReadonlyMap<string, Script>;
  secretsInherited?: FilePlace;
  env: ReadonlyMap<string, Text>;
  steps: readonly Step[];
  /** The runs that its matrix makes of it; `worked-out` where an expression decides about them. */
  matrix?: readonly Combination[] | 'worked-out';
  continueOnError?: Text;
  timeoutMinutes?: Text;
}

export interface Workflow {
  file: string;
  name?: string;
  /** Its first key: where what is missing belongs. */
  start: FilePlace;
  at: FilePlace;
  block: FilePlace;
  triggers: readonly Trigger[];
  permissions?: TokenPermissions;
  env: ReadonlyMap<string, Text>;
  jobs: readonly Job[];
  /** What the lock file fixes to a commit for it, as `owner/repository@ref`. */
  locked: ReadonlySet<string>;
}

/** An action kept in the repository. */
export interface LocalAction {
  file: string;
  at: FilePlace;
  block: FilePlace;
  using: string;
  image?: Text;
  steps: readonly Step[];
  /** What the lock file fixes to a commit, as `owner/repository@ref`. */
  locked: ReadonlySet<string>;
}
