import { existsSync, readFileSync } from 'node:fs';
import type { RenderContext } from '../report/context.ts';

/** What the event that started the workflow says: what to compare with, and where the files can be looked at. */
export function event(env: NodeJS.ProcessEnv): { base?: string; links?: NonNullable<RenderContext['links']> } {
  const path = env['GITHUB_EVENT_PATH'];
  const payload = path && existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Payload) : {};
  const base = payload.pull_request?.base?.sha ?? payload.merge_group?.base_sha;
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: sha } = env;
  const commit = payload.pull_request?.head?.sha ?? sha;
  return { ...(base && { base }), ...(server && repository && commit && { links: { server, repository, commit } }) };
}

/** https://docs.github.com/webhooks/webhook-events-and-payloads */
interface Payload {
  pull_request?: { base?: { sha?: string }; head?: { sha?: string } };
  merge_group?: { base_sha?: string };
}
