import { child, entriesOf, itemsOf, textOf } from '../../parse/look.ts';
import type { Node } from '../../parse/tree.ts';

export const lockPath = '.github/workflows/actions.lock';

/** What a lock file records: `owner/repository@ref` in lower case, for each workflow, and for all of them together. */
export interface Lock {
  workflows: ReadonlyMap<string, ReadonlySet<string>>;
  all: ReadonlySet<string>;
}

/**
 * The lock file of workflows: a run takes the commits in it, whatever tag or branch the workflow names.
 * https://docs.github.com/actions/concepts/security/workflow-dependency-lockfiles
 */
export function lockOf(root: Node): Lock {
  const all = new Set(
    entriesOf(child(root, 'dependencies')).flatMap(({ key, value }) =>
      /^(sha1-[0-9a-f]{40}|sha256-[0-9a-f]{64})$/i.test(textOf(child(value, 'commit')) ?? '')
        ? [key.text.toLowerCase()]
        : [],
    ),
  );
  const workflows = new Map(
    entriesOf(child(root, 'workflows')).map(({ key, value }) => [
      key.text,
      new Set(itemsOf(value).flatMap((item) => lockedIn(all, textOf(item) ?? ''))),
    ]),
  );
  return { workflows, all };
}

const lockedIn = (all: ReadonlySet<string>, text: string): string[] =>
  all.has(text.toLowerCase()) ? [text.toLowerCase()] : [];

/** How the lock file names what a workflow uses: without the folder in the repository. */
export const lockName = (uses: string): string => {
  const [path = '', ref = ''] = uses.split('@');
  return `${path.split('/').slice(0, 2).join('/')}@${ref}`.toLowerCase();
};
