import type { Job, Step, Workflow } from '../../dialects/github-actions/model.ts';
import { known, notApplicable, type Fact, type NotApplicable } from '../../model/fact.ts';
import type { Finding } from '../../model/kinds/workflow-job.ts';
import { expressionsIn, pastedPaths } from './expressions.ts';
import { placeIn } from './steps.ts';

/** Checkouts, and whether the token stays for the later steps: it does by itself. https://github.com/actions/checkout#usage */
export const checkoutTokens = (steps: readonly Step[]): (Finding & { kept: boolean })[] =>
  steps.flatMap(({ uses, name, with: inputs }) =>
    uses && /^actions\/checkout@/i.test(uses.text)
      ? [
          {
            what: uses.text.split('@')[0]!,
            at: uses.at,
            item: name,
            kept: !/^false$/i.test(inputs.get('persist-credentials')?.text.trim() ?? ''),
          },
        ]
      : [],
  );

const pushingActions =
  /^(stefanzweifel\/git-auto-commit-action|ad-m\/github-push-action|EndBug\/add-and-commit|peter-evans\/create-pull-request|JamesIves\/github-pages-deploy-action|peaceiris\/actions-gh-pages|changesets\/action|cycjimmy\/semantic-release-action|helm\/chart-releaser-action|googleapis\/release-please-action)@/i;
const pushing =
  /\bgit\b[^\n;&|]*\b(push|fetch|pull|submodule|clone|ls-remote|remote)\b|\bmike deploy\b|\bsemantic-release\b|\bmkdocs gh-deploy\b|\bgoreleaser\b|\blerna (publish|version)\b|\bnpm version\b|\bgit-lfs\b|\bcr upload\b/;

/** Whether a job needs the token of its checkout for git: it pushes or fetches, or may do so in code of its own. */
export const pushes = (steps: readonly Step[]): boolean =>
  steps.some(
    ({ uses, run }) =>
      (uses !== undefined && (pushingActions.test(uses.text) || /^[.$]\//.test(uses.text))) ||
      (run !== undefined && pushing.test(run.text)),
  );

/** Actions that take no token of identity, whatever they may do. */
const withoutIdentity =
  /^actions\/(cache|checkout|download-artifact|upload-artifact|setup-\w+|github-script|labeler|stale|dependency-review-action)(\/|@)/i;
const mayAsk =
  /ID_TOKEN|OIDC|getIDToken|cosign|sigstore|publish|upload|deploy|login|terraform|tofu|pulumi|aws|gcloud|\baz\b|vault|gh attestation|twine|gem push|slsa/i;

/** Only plain: every step is known to need no token of identity, so that the permission is idle. */
export function idTokenUnused({ permissions, uses, steps }: Job): Fact<boolean> | NotApplicable {
  const granted = permissions?.scopes.get('id-token');
  if (granted?.level !== 'write') return notApplicable('it may not ask for a token of identity');
  if (uses) return notApplicable('the workflow that it calls decides what is done with it');
  const idle = steps.every(
    ({ uses: action, run, env }) =>
      (!action || withoutIdentity.test(action.text)) &&
      (!run || !mayAsk.test(run.text)) &&
      ![...env.keys()].some((key) => mayAsk.test(key)),
  );
  return known(idle && steps.length > 0, granted.at);
}

const isSecret = (text: string): boolean =>
  expressionsIn(text).some(({ expression }) =>
    pastedPaths(expression).some(
      ({ path: [context, name] }) => context?.toLowerCase() === 'secrets' && name?.toUpperCase() !== 'GITHUB_TOKEN',
    ),
  );

/** Secrets in the environment of all steps of a job, or of all jobs of a workflow, where there are several. */
export function wideSecrets(workflow: Workflow, job: Job): Finding[] | undefined {
  if (job.uses) return undefined;
  const found = [
    ...[...job.env].map(([name, text]) => ({ name, ...text, steps: job.steps })),
    // Told once, at the first job.
    ...(workflow.jobs[0] === job
      ? [...workflow.env].map(([name, text]) => ({ name, ...text, steps: workflow.jobs.flatMap(({ steps }) => steps) }))
      : []),
  ].filter(({ text }) => isSecret(text));
  const any = found.length > 0 || job.steps.some(({ env }) => [...env.values()].some(({ text }) => isSecret(text)));
  if (!any) return undefined;
  return found.flatMap(({ name, at, steps }) =>
    steps.filter(({ uses }) => uses).length > 0 && steps.length > 1 ? [{ what: name, at, item: name }] : [],
  );
}

/** Secrets that a job uses, each once. */
export function secretsUsed(workflow: Workflow, job: Job): Finding[] {
  const texts = [
    ...workflow.env.values(),
    ...job.env.values(),
    ...job.with.values(),
    ...job.steps.flatMap(({ run, with: inputs, env }) => [...(run ? [run] : []), ...inputs.values(), ...env.values()]),
  ];
  const found = new Map<string, Finding>();
  for (const { text, at } of texts)
    for (const { expression } of expressionsIn(text))
      for (const {
        path: [context, name],
      } of pastedPaths(expression))
        if (context?.toLowerCase() === 'secrets' && name && name.toUpperCase() !== 'GITHUB_TOKEN' && !found.has(name))
          found.set(name, { what: name, at, item: name });
  return [...found.values()];
}

const merge = /\bgh pr merge\b[^\n]*/g;

/** Merges by GitHub's own command line; without `--auto` it merges at once. https://cli.github.com/manual/gh_pr_merge */
export const merges = (steps: readonly Step[]): (Finding & { waits: boolean })[] =>
  steps.flatMap(({ run, name }) =>
    [...(run?.text.matchAll(merge) ?? [])].map((match) => ({
      what: match[0].trim(),
      at: placeIn(run!, match.index, match[0].trimEnd().length),
      item: `${name}: merge`,
      waits: /(^|\s)--auto\b/.test(match[0]) || /\bgh (pr checks|run watch)\b/.test(run!.text),
    })),
  );
