import { relative, sep } from 'node:path';
import { workTree } from '../io/git.ts';
import { gitHub, type GitHub } from '../io/github.ts';
import { targets } from '../io/targets.ts';
import { event, type Event } from './event.ts';
import { input } from './inputs.ts';

/** What the run has to do with GitHub. The API only where there are a token and a repository. */
export interface Around {
  happened: Event;
  api?: GitHub;
  apiUrl: string;
  repository: string;
  /** From the top of the repository to what is scanned: empty, or with a `/` at its end. */
  prefix: string;
  /** The page of this run. */
  page?: string;
}

export function aroundOf(env: NodeJS.ProcessEnv, workspace: string, path: string): Around {
  const { GITHUB_REPOSITORY: repository = '', GITHUB_SERVER_URL: server, GITHUB_RUN_ID: id } = env;
  const token = input('token');
  const apiUrl = env['GITHUB_API_URL'] || 'https://api.github.com';
  const { root } = targets({ paths: [path], cwd: workspace });
  const prefix = relative(workTree(root) ?? root, root)
    .split(sep)
    .join('/');
  return {
    happened: event(env),
    ...(token && repository && { api: gitHub({ url: apiUrl, token }) }),
    apiUrl,
    repository,
    prefix: prefix && `${prefix}/`,
    ...(server && repository && id && { page: `${server}/${repository}/actions/runs/${id}` }),
  };
}
