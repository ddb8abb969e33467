import { resolve } from 'node:path';
import { realpathSync } from 'node:fs';
import { workTree } from '../io/git.ts';
import type { Event } from './event.ts';

/** These run with the repository's own token and secrets, and what is checked out may come from anyone. */
const privileged = ['pull_request_target', 'workflow_run'];

/**
 * Why a plugin is not loaded; undefined where it may be. Rule code is executed, so it never comes from the change under review.
 * https://docs.github.com/en/actions/reference/security/secure-use#mitigating-the-risks-of-untrusted-code-checkout
 */
export function whyNotLoaded(
  file: string,
  { name }: Event,
  { workspace, path }: { workspace: string; path: string },
): string | undefined {
  if (privileged.includes(name)) return `under ${name} nothing of the checkout is executed`;
  if (!name.startsWith('pull_request')) return undefined;
  const tree = (where: string) => workTree(real(where));
  return tree(resolve(workspace, file)) === tree(resolve(workspace, path))
    ? 'it lies in the tree of the pull request itself; a plugin from a checkout of its own is loaded'
    : undefined;
}

/** Of what doesn't exist the path as it is: whoever loads it says that it is missing. */
function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
