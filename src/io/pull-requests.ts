import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { UsageError } from '../config/usage-error.ts';
import type { PullRequest } from '../history/pull-requests.ts';

/** Asks for what is read here. */
export const exportCommand =
  'gh pr list --state merged --base main --limit 10000 --json number,author,mergedBy,mergedAt,mergeCommit,headRefOid,reviews,statusCheckRollup,commits';

const oid = v.pipe(v.string(), v.regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/, 'expected the full id of a commit'));
const moment = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/, 'expected a time in UTC'));
const account = v.nullish(v.object({ login: v.string() }));
const exported = v.array(
  v.object({
    number: v.pipe(v.number(), v.integer(), v.minValue(1)),
    author: account,
    mergedBy: account,
    mergedAt: v.nullable(moment),
    mergeCommit: v.nullable(v.object({ oid })),
    headRefOid: oid,
    reviews: v.array(
      v.object({
        author: account,
        state: v.string(),
        // A review that was never sent has none.
        submittedAt: v.nullish(moment),
        commit: v.nullish(v.object({ oid: v.string() })),
      }),
    ),
    statusCheckRollup: v.nullable(
      v.array(
        v.object({
          name: v.nullish(v.string()),
          context: v.nullish(v.string()),
          conclusion: v.nullish(v.string()),
          state: v.nullish(v.string()),
        }),
      ),
    ),
    commits: v.optional(v.array(v.object({ messageHeadline: v.string() })), []),
  }),
);

type Exported = v.InferOutput<typeof exported>[number];

/** What the host says of pull requests, from a file that `exportCommand` made, with the hash of its bytes. */
export function pullRequestsIn(file: string): { sha256: string; requests: PullRequest[] } {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (cause) {
    throw new UsageError(`--pull-requests ${file} can't be read (${(cause as NodeJS.ErrnoException).code})`);
  }
  const checked = v.safeParse(exported, parsed(file, bytes.toString('utf8')));
  if (!checked.success) {
    const [issue] = checked.issues;
    const path = issue.path?.map(({ key }) => String(key)).join('.') ?? '';
    throw new UsageError(
      `--pull-requests ${file}${path && `, at ${path}`}: ${issue.message}; make it by: ${exportCommand}`,
    );
  }
  return { sha256: createHash('sha256').update(bytes).digest('hex'), requests: checked.output.map(requestOf) };
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`--pull-requests ${file}: expected JSON, as this makes it: ${exportCommand}`);
  }
}

const requestOf = (told: Exported): PullRequest => ({
  number: told.number,
  author: loginOf(told.author),
  mergedBy: loginOf(told.mergedBy),
  mergedAt: told.mergedAt,
  mergeCommit: told.mergeCommit?.oid ?? null,
  head: told.headRefOid,
  reviews: told.reviews.flatMap(({ author, state, submittedAt, commit }) =>
    submittedAt ? [{ author: loginOf(author), state, at: submittedAt, commit: commit?.oid || null }] : [],
  ),
  checks: (told.statusCheckRollup ?? []).map(({ name, context, conclusion, state }) => ({
    name: name ?? context ?? '',
    state: stateOf((conclusion || state) ?? ''),
  })),
  commits: told.commits.map(({ messageHeadline }) => messageHeadline),
});

/** An account that was removed comes as null or without a name. */
const loginOf = (told: { login: string } | null | undefined): string | null => told?.login || null;

function stateOf(said: string): 'passed' | 'failed' | 'other' {
  if (said === 'SUCCESS') return 'passed';
  return /^(?:FAILURE|ERROR|TIMED_OUT|STARTUP_FAILURE|ACTION_REQUIRED)$/.test(said) ? 'failed' : 'other';
}
