import type { FilePlace } from '../../model/place.ts';
import { child, entryOf, itemsOf, textOf } from '../../parse/look.ts';
import type { Node } from '../../parse/tree.ts';
import type { Trigger } from '../github-actions/model.ts';
import type { Entry } from './files.ts';

/** What starts a job, in the words of other pipelines: a merge request is a `pull_request`. */
export function triggersOf(keys: ReadonlyMap<string, Entry>, workflow: Node | undefined, at: FilePlace): Trigger[] {
  const own = ofRules(keys.get('rules')?.value) ?? ofOnly(keys.get('only')?.value) ?? everywhere;
  const whole = ofRules(child(workflow, 'rules')) ?? everywhere;
  return own
    .filter(({ name }) => whole.some((other) => other.name === name))
    .map((started) => ({ name: started.name, at, byPaths: started.byPaths, branches: [], tags: [], types: [] }));
}

type Started = { name: string; byPaths: boolean };

/** Without rules a job runs in every pipeline, and those of a branch show on its merge request. */
const everywhere: readonly Started[] = ['push', 'pull_request', 'schedule'].map((name) => ({ name, byPaths: false }));

/** What the conditions of rules let a job run for; undefined where there are none. */
function ofRules(rules: Node | undefined): readonly Started[] | undefined {
  if (!rules) return undefined;
  return itemsOf(rules).flatMap((rule): readonly Started[] => {
    if (textOf(child(rule, 'when')) === 'never') return [];
    const byPaths = entryOf(rule, 'changes') !== undefined;
    const condition = textOf(child(rule, 'if'));
    return (condition === undefined ? everywhere : ofCondition(condition)).map(({ name }) => ({ name, byPaths }));
  });
}

function ofCondition(text: string): readonly Started[] {
  const names = [
    ...(/merge_request|CI_MERGE_REQUEST|CI_OPEN_MERGE_REQUESTS/.test(text) ? ['pull_request'] : []),
    ...(/schedule/.test(text) ? ['schedule'] : []),
    ...(/CI_COMMIT_TAG\b(?!\s*==\s*null)/.test(text) ? ['release'] : []),
    ...(/CI_COMMIT_(?:BRANCH|REF_NAME)|CI_DEFAULT_BRANCH|["']push["']/.test(text) ? ['push'] : []),
  ];
  // A condition on variables of one's own says nothing of what starts it.
  if (names.length === 0) return everywhere;
  return names.map((name) => ({ name, byPaths: false }));
}

/** `only:` as it was written before rules: names of branches and of kinds of pipelines. */
function ofOnly(only: Node | undefined): readonly Started[] | undefined {
  if (!only) return undefined;
  const refs = only.type === 'mapping' ? child(only, 'refs') : only;
  const byPaths = entryOf(only, 'changes') !== undefined;
  if (!refs) return everywhere.map(({ name }) => ({ name, byPaths }));
  const words: { readonly [ref: string]: readonly string[] } = {
    merge_requests: ['pull_request'],
    external_pull_requests: ['pull_request'],
    schedules: ['schedule'],
    tags: ['release'],
    branches: ['push', 'pull_request'],
  };
  return itemsOf(refs).flatMap((ref) => (words[textOf(ref) ?? ''] ?? ['push']).map((name) => ({ name, byPaths })));
}
