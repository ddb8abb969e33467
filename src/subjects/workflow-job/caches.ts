import type { Job, Step, Workflow } from '../../dialects/github-actions/model.ts';
import type { Finding } from '../../model/kinds/workflow-job.ts';

interface Cache {
  action: RegExp;
  /** The input that switches the cache on; absent: it is always on. */
  on?: { input: string; value: RegExp };
  /** The input that switches it off, where it is on by itself. */
  off?: { input: string; value: RegExp };
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
  { action: /^astral-sh\/setup-uv@/i, on: { input: 'enable-cache', value: /^true$/i } },
  { action: /^ruby\/setup-ruby@/i, on: { input: 'bundler-cache', value: /^true$/i } },
  { action: /^pyo3\/maturin-action@/i, on: { input: 'sccache', value: /^true$/i } },
  {
    action: /^gradle\/(actions\/setup-gradle|gradle-build-action)@/i,
    off: { input: 'cache-disabled', value: /^true$/i },
  },
  { action: /^docker\/build-push-action@/i, on: { input: 'cache-from', value: /type=gha/ } },
];

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
  const releases = workflow.triggers.some(
    ({ name, tags }) => name === 'release' || (name === 'push' && tags.length > 0),
  );
  const last = job.steps.findLastIndex(publishes);
  if (!releases && last < 0) return undefined;
  const before = releases ? job.steps : job.steps.slice(0, last + 1);
  return before.flatMap((step) =>
    step.uses && restores(step) ? [{ what: step.uses.text.split('@')[0]!, at: step.uses.at, item: step.name }] : [],
  );
}

function restores({ uses, with: inputs }: Step): boolean {
  const cache = caches.find(({ action }) => action.test(uses!.text));
  if (!cache) return false;
  if (cache.off && cache.off.value.test(inputs.get(cache.off.input)?.text ?? '')) return false;
  return cache.on === undefined || cache.on.value.test(inputs.get(cache.on.input)?.text.trim() ?? '');
}
