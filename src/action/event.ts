import { existsSync, readFileSync } from 'node:fs';
import type { RenderContext } from '../report/context.ts';

/** What the event that started the workflow says. */
export interface Event {
  name: string;
  /** The commit to compare with. */
  base?: string;
  /** The commit that is shown on GitHub: of a pull request its own last one, not the merge that is checked out. */
  head?: string;
  /** The pull request's number. */
  pull?: number;
  /** Where the files can be looked at. */
  links?: NonNullable<RenderContext['links']>;
}

export function event(env: NodeJS.ProcessEnv): Event {
  const path = env['GITHUB_EVENT_PATH'];
  const payload = path && existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Payload) : {};
  const { pull_request: pull, merge_group: group } = payload;
  const base = pull?.base?.sha ?? group?.base_sha;
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: sha } = env;
  const head = pull?.head?.sha ?? group?.head_sha ?? sha;
  return {
    name: env['GITHUB_EVENT_NAME'] ?? '',
    ...(base && { base }),
    ...(head && { head }),
    ...(pull?.number !== undefined && { pull: pull.number }),
    ...(server && repository && head && { links: { server, repository, commit: head } }),
  };
}

/** https://docs.github.com/webhooks/webhook-events-and-payloads */
interface Payload {
  pull_request?: { number?: number; base?: { sha?: string }; head?: { sha?: string } };
  merge_group?: { base_sha?: string; head_sha?: string };
}
