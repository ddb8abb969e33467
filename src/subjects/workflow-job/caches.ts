import { fencesIn, parseExpression, truthOf, type Known } from '../../dialects/github-actions/expression.ts';
import type { Job, Step, Use, Workflow } from '../../dialects/github-actions/model.ts';
import type { Finding } from '../../model/kinds/workflow-job.ts';

interface Cache {
  action: RegExp;
  /** The inputs that switch the cache on together; absent: it is always on. */
  on?: { input: string; value: RegExp } | { input: string; value: RegExp }[];
  /** The input that switches it off, where it is on by itself. */
  off?: { input: string; value: RegExp };
  /** The major version from which on, and the one before which it is so; absent: in all. */
  from?: number;
  before?: number;
}

// Each by the action's own page; where the default depends on the version, only what is written counts.
const caches: readonly Cache[] = [
  { action: /^actions\/cache(\/restore)?@/i, off: { input: 'lookup-only', value: /^true$/i } },
  { action: /^swatinem\/rust-cache@/i, off: { input: 'lookup-only', value: /^true$/i } },
  { action: /^mozilla-actions\/sccache-action@/i },
  // By itself from version 4 on.
  { action: /^actions\/setup-go@(?!v[123]\b)/i, off: { input: 'cache', value: /^false$/i } },
  { action: /^actions\/setup-(node|python|java)@/i, on: { input: 'cache', value: /^(?!false$)[\w-]+$/i } },
  { action: /^(actions\/setup-dotnet|pnpm\/action-setup)@/i, on: { input: 'cache', value: /^true$/i } },
  // By itself from version 5 on, and from 10 on not in a run of a release:
  // https://github.com/astral-sh/setup-uv/releases/tag/v5.0.0, https://github.com/astral-sh/setup-uv/releases/tag/v10.0.0
  { action: /^astral-sh\/setup-uv@/i, off: { input: 'enable-cache', value: /^false$/i }, from: 5, before: 10 },
  // A binary of a named version: https://github.com/docker/setup-buildx-action#inputs
  {
    action: /^docker\/setup-buildx-action@/i,
    on: [
      { input: 'cache-binary', value: /^true$/i },
      { input: 'version', value: /\S/ },
    ],
  },
  { action: /^astral-sh\/setup-uv@/i, on: { input: 'enable-cache', value: /^true$/i } },
  { action: /^ruby\/setup-ruby@/i, on: { input: 'bundler-cache', value: /^true$/i } },
  { action: /^pyo3\/maturin-action@/i, on: { input: 'sccache', value: /^true$/i } },
  {
    action: /^gradle\/(actions\/setup-gradle|gradle-build-action)@/i,
    off: { input: 'cache-disabled', value: /^true$/i },
  },
  { action: /^docker\/build-push-action@/i, on: { input: 'cache-from', value: /type=gha/ } },
];

/** How the run of a release starts: a tag is pushed, a release is made, or a branch for releases moves. */
function releaseRuns({ triggers }: Workflow): Known[] {
  const runs = triggers.flatMap(({ name, tags, branches }): Record<string, string>[] => {
    const tagged = { 'github.ref_type': 'tag', 'github.event_name': name };
    if (name === 'release') return [tagged];
    if (name !== 'push') return [];
    return [
      ...(tags.length > 0 ? [tagged] : []),
      ...branches
        .filter((branch) => /^release/i.test(branch))
        .map(() => ({ 'github.ref_type': 'branch', 'github.event_name': name })),
    ];
  });
  return runs.map((run) => (path) => run[path]);
}

/** `startsWith(github.ref, 'refs/tags/')` and `github.ref == '…'` are settled by which sort of ref a run has. */
const byRef = (expression: string, sort: string): string =>
  expression
    .replace(/startsWith\(\s*github\.ref\s*,\s*'refs\/tags\/?'\s*\)/gi, String(sort === 'tag'))
    .replace(/startsWith\(\s*github\.ref\s*,\s*'refs\/heads\/?'\s*\)/gi, String(sort === 'branch'))
    .replace(/github\.ref\s*==\s*'refs\/heads\/[^']*'/gi, (text) => (sort === 'tag' ? 'false' : text));

/** What an input comes to in each run that may be a release; an expression that only a run settles stays as it is. */
function inReleases(text: string, runs: readonly Known[]): string[] {
  const [fence] = fencesIn(text);
  if (!fence) return [text.trim()];
  return runs.map((known) => {
    const parsed = parseExpression(byRef(fence.expression, String(known('github.ref_type') ?? '')));
    const outcome = 'tree' in parsed ? truthOf(parsed.tree, known) : undefined;
    return outcome === undefined ? 'true' : String(outcome);
  });
}

const publishing =
  /(?:^|[\s;&|(])((?:npm|pnpm|yarn npm|bun|cargo|poetry|uv) publish|twine upload|gem push|goreleaser release|gh release (?:create|upload)|docker push)\b/;
const publishers =
  /^(softprops\/action-gh-release|ncipollo\/release-action|goreleaser\/goreleaser-action|pypa\/gh-action-pypi-publish|rubygems\/release-gem|changesets\/action|js-devtools\/npm-publish)@/i;

const publishes = ({ uses, run, with: inputs }: Step): boolean =>
  (uses !== undefined &&
    (publishers.test(uses.text) ||
      (/^docker\/build-push-action@/i.test(uses.text) && inputs.get('push')?.text === 'true'))) ||
  (run !== undefined && publishing.test(run.text) && !/--dry-run/.test(run.text));

/** Caches that a job takes in before it builds what is published. */
export function cachesInReleases(workflow: Workflow, job: Job): Finding[] | undefined {
  const runs = releaseRuns(workflow);
  const releases = workflow.triggers.some(
    ({ name, tags }) => name === 'release' || (name === 'push' && tags.length > 0),
  );
  const last = job.steps.findLastIndex(publishes);
  if (!releases && last < 0) return undefined;
  const before = releases ? job.steps : job.steps.slice(0, last + 1);
  return before.flatMap((step) =>
    step.uses && restores(step, releases ? runs : [() => undefined])
      ? [{ what: step.uses.text.split('@')[0]!, at: step.uses.at, item: step.name }]
      : [],
  );
}

function restores({ uses, with: inputs }: Step, runs: readonly Known[]): boolean {
  const cache = caches.find(({ action, ...range }) => action.test(uses!.text) && isWithin(uses!, range));
  if (!cache) return false;
  const is = ({ input, value }: { input: string; value: RegExp }, every: boolean) => {
    const values = inReleases(inputs.get(input)?.text ?? '', runs);
    return every ? values.every((text) => value.test(text)) : values.some((text) => value.test(text));
  };
  if (cache.off && is(cache.off, true)) return false;
  return cache.on === undefined || [cache.on].flat().every((on) => is(on, false));
}

/** Whether an action is of a version in a range, by its tag or the comment at its commit. */
function isWithin({ text, comment }: Use, { from, before }: Pick<Cache, 'from' | 'before'>): boolean {
  if (from === undefined && before === undefined) return true;
  const version = /^v?(\d+)(?:\.|$)/.exec(text.split('@')[1] ?? '') ?? /\bv(\d+)(?:\.|\s|$)/.exec(comment ?? '');
  const major = Number(version?.[1] ?? Number.NaN);
  return major >= (from ?? 0) && major < (before ?? Infinity);
}
