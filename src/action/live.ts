import { askGitHub } from '../io/github-live.ts';
import type { LiveFacts } from '../model/live.ts';
import type { Around } from './around.ts';
import { tell } from './tell.ts';

// Here the checkout may be anybody's, and the token is the repository's own.
const withStrangers = ['pull_request_target', 'workflow_run'];

/** What GitHub says holds, where an input or the configuration asks for it. */
export async function liveFacts(
  asked: boolean | undefined,
  wanted: boolean,
  { api, apiUrl, repository, happened: { name, head } }: Around,
): Promise<LiveFacts | undefined> {
  if (!wanted) return undefined;
  if (asked === undefined && withStrangers.includes(name)) {
    tell(
      `The configuration asks for live, which on ${name} only the input may: the configuration may be of the change itself.`,
    );
    return undefined;
  }
  if (!api) {
    tell('There is no token to ask GitHub with, so live is left out: what only GitHub knows is not judged.');
    return undefined;
  }
  return askGitHub(api, { url: apiUrl, repository, ...(head && { head }) });
}
