import { notice } from '@actions/core';
import { GitHubError } from '../io/github.ts';
import { visible } from '../report/escape.ts';

/** What the run did otherwise than one might expect. */
export const tell = (text: string): void => notice(visible(text), { title: 'soc2-lint' });

/**
 * What to say where GitHub's API doesn't do what was asked. A 404 may be a permission that is missing as well; pull requests
 * from forks and of Dependabot have a token that only reads.
 */
export function refused(error: unknown, what: string, permission: string): string {
  if (!(error instanceof GitHubError)) throw error;
  const hint =
    error.status === 401 || error.status === 403 || error.status === 404
      ? ` It needs ${permission}, which pull requests from forks and of Dependabot don't have.`
      : '';
  return `${what} (${error.message}).${hint}`;
}
