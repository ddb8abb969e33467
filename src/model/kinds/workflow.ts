import type { Fact, NotApplicable } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';
import type { FilePlace } from '../place.ts';

/** What a token may do, and where that stands. */
export interface Grant {
  level: 'read' | 'write';
  scope: string;
  /** The one job that has it; undefined: all have. */
  job?: string;
  at: FilePlace;
}

/** An event that starts a workflow. */
export interface TriggerFact {
  name: string;
  at: FilePlace;
  /** Whether strangers can start it with content of their own while it holds the repository's secrets. */
  privileged: boolean;
  /** Branches it is limited to; none: all. */
  branches: readonly string[];
  byPaths: boolean;
}

export const workflow = defineKind({
  name: 'workflow',
  about: 'A pipeline: what starts it, and what its token may do.',
  plural: 'workflows',
  inventory: true,
  traits: {
    title: trait<string | undefined>('What it is called where runs are shown.'),
    triggers: trait<readonly TriggerFact[]>('What starts it.'),
    takesNothingIn: trait<boolean>('Whether it takes in no code and no files: all that it runs stands in it.'),
    permissionsStated: trait<Fact<boolean>>('Whether what the token may do is stated for all of its jobs.'),
    unstatedJobs: trait<readonly { name: string; at: FilePlace }[]>(
      'Jobs whose token gets what is the default, as neither they nor the workflow state anything.',
    ),
    broadPermissions: trait<readonly Grant[] | NotApplicable>(
      'Grants of everything, and grants for all jobs together that let the token write.',
    ),
  },
});
