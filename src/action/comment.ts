import { GitHubError, type GitHub } from '../io/github.ts';
import type { CommentMode } from '../model/config.ts';

/** Of 65,536 characters; what stands around the report takes the rest. */
export const commentLimit = 60_000;
const mostComments = 3000;

export interface Comment {
  repository: string;
  pull: number;
  /** What is scanned: each folder has a comment of its own. */
  path: string;
  mode: CommentMode;
  failed: boolean;
  /** How many findings of the change are open. */
  open: number;
  /** What the report says, as Markdown. */
  text: string;
  /** The run, where all of it can be read. */
  run?: string;
}

interface Posted {
  id: number;
  body?: string;
  user: { login: string; type: string } | null;
}

/** One comment on the pull request: made once, found again by its first line, updated, and resolved when nothing is open. */
export async function keepComment(api: GitHub, comment: Comment): Promise<void> {
  const comments = `/repos/${comment.repository}/issues/${comment.pull}/comments`;
  const own = await ownComment(api, `${comments}?per_page=100`, markerOf(comment));
  const listed = own?.body?.startsWith(`${markerOf(comment)} open `) ?? false;
  const resolved = own?.body?.startsWith(`${markerOf(comment)} resolved `) ?? false;
  if (!own && (comment.mode === 'on-failure' ? !comment.failed : false)) return;
  const body = bodyOf(comment, comment.open === 0 && (listed || resolved));
  if (!own) await api.send('POST', comments, { body });
  else if (own.body !== body)
    await api.send('PATCH', `/repos/${comment.repository}/issues/comments/${own.id}`, { body });
}

const markerOf = ({ path }: Comment) => `<!-- soc2-lint ${encodeURIComponent(path).replaceAll('--', '%2D%2D')}`;

function bodyOf(comment: Comment, resolved: boolean): string {
  const state = resolved ? 'resolved' : comment.open > 0 ? 'open' : 'none';
  return [
    `${markerOf(comment)} ${state} -->`,
    ...(resolved ? ['**Resolved**: nothing that this change brings or touches is open any more.\n'] : []),
    comment.text.trimEnd(),
    ...(comment.run ? [`\n[The run](${comment.run})`] : []),
  ].join('\n');
}

/** Anyone can write a comment that begins the same way: it is ours if a bot wrote it, or the one whose token this is. */
async function ownComment(api: GitHub, path: string, marker: string): Promise<Posted | undefined> {
  const { items } = await api.pages(path, mostComments);
  const marked = (items as Posted[]).filter(({ body }) => body?.startsWith(`${marker} `));
  const byBot = marked.find(({ user }) => user?.type === 'Bot');
  if (byBot || marked.length === 0) return byBot;
  const login = await loginOf(api);
  return marked.find(({ user }) => login !== undefined && user?.login === login);
}

/** Of a person's token; the token of a workflow may not ask. */
async function loginOf(api: GitHub): Promise<string | undefined> {
  try {
    return ((await api.send('GET', '/user')) as { login: string }).login;
  } catch (error) {
    if (error instanceof GitHubError && [401, 403, 404].includes(error.status)) return undefined;
    throw error;
  }
}
