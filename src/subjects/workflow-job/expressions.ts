import { callsTo, fencesIn, parseExpression, pastedBy } from '../../dialects/github-actions/expression.ts';

// What a stranger can shape in the context of a run: what people write when they open an issue, a pull request or a
// discussion, and what stands in their commits.
// https://docs.github.com/actions/concepts/security/script-injections#understanding-the-risk-of-script-injections
// https://docs.github.com/webhooks/webhook-events-and-payloads
const people = ['author.email', 'author.name', 'committer.email', 'committer.name'];
const shaped = [
  ...['issue', 'pull_request', 'discussion'].flatMap((thing) => [`event.${thing}.title`, `event.${thing}.body`]),
  ...['comment', 'review', 'review_comment'].map((thing) => `event.${thing}.body`),
  'event.changes.title.from',
  'event.changes.body.from',
  'event.pages.*.page_name',
  ...['event.commits.*', 'event.head_commit', 'event.workflow_run.head_commit'].flatMap((commit) =>
    ['message', ...people].map((part) => `${commit}.${part}`),
  ),
  ...['ref', 'label', 'repo.default_branch', 'repo.description', 'repo.homepage'].map(
    (part) => `event.pull_request.head.${part}`,
  ),
  ...['head_branch', 'display_title', 'head_repository.description', 'pull_requests.*.head.ref'].map(
    (part) => `event.workflow_run.${part}`,
  ),
  'head_ref',
].map((path) => ['github', ...path.split('.')]);

/** The expressions in a text: what stands between `${{` and `}}`, with its offset. */
export const expressionsIn = fencesIn;

/** What an expression pastes, as `inputs.name`; none where it can't be read. */
export function pastedPaths(expression: string): { path: readonly string[]; whole: boolean }[] {
  const parsed = parseExpression(expression);
  return 'tree' in parsed ? pastedBy(parsed.tree) : [];
}

/** The part of an expression that a stranger controls; undefined where none is. Text that is only compared is not pasted. */
export function strangersPart(expression: string): string | undefined {
  return pastedPaths(expression).flatMap((reference) => (isShaped(reference) ? reference.path.join('.') : []))[0];
}

function isShaped({ path, whole }: { path: readonly string[]; whole: boolean }): boolean {
  return shaped.some(
    (pattern) =>
      // The whole of the event holds what is in it, once it is written out.
      (path.length >= pattern.length || whole) &&
      path.slice(0, pattern.length).every((part, index) => same(part.toLowerCase(), pattern[index]!)),
  );
}

const same = (part: string, pattern: string): boolean =>
  pattern === '*' || part === pattern || part === '*' || part === '?';

/** Whether an expression writes out all secrets (`toJSON(secrets)`), or one that only a run chooses (`secrets[...]`). */
export function writesAllSecrets(expression: string): boolean {
  return pastedPaths(expression).some(
    ({ path, whole }) => path[0]?.toLowerCase() === 'secrets' && (path.length === 1 ? whole : /^[*?]$/.test(path[1]!)),
  );
}

/** Whether it takes a part out of a secret: `fromJSON(secrets.ACCOUNT).password`. */
export function takesSecretApart(expression: string): boolean {
  const parsed = parseExpression(expression);
  if (!('tree' in parsed)) return false;
  const ofSecrets = callsTo('fromjson', parsed.tree).some((args) =>
    args.flatMap(pastedBy).some(({ path }) => path[0]?.toLowerCase() === 'secrets'),
  );
  return ofSecrets && pastedBy(parsed.tree).some(({ path }) => path[0]?.toLowerCase() === 'secrets' && path.length > 2);
}
