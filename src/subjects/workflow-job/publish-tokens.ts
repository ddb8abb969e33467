import type { Job, Step, Text, Workflow } from '../../dialects/github-actions/model.ts';
import type { Finding } from '../../model/kinds/workflow-job.ts';

// Registries that take a short-lived token of the pipeline instead: https://docs.npmjs.com/trusted-publishers,
// https://docs.pypi.org/trusted-publishers/, https://guides.rubygems.org/trusted-publishing/, https://crates.io/docs/trusted-publishing
const command =
  /(?:^|[\s;&|(])((?:bunx npm|npx npm|npm|pnpm|yarn npm|bun|cargo|poetry|uv)\s+publish|twine upload|gem push)\b/;
const variable =
  /^(NODE_AUTH_TOKEN|NPM_TOKEN|NPM_CONFIG_TOKEN|YARN_NPM_AUTH_TOKEN|TWINE_PASSWORD|UV_PUBLISH_TOKEN|POETRY_PYPI_TOKEN_PYPI|CARGO_REGISTRY_TOKEN|GEM_HOST_API_KEY)$/;

/**
 * Publishing with a token that is stored as a secret. Where the job may not ask for a token of identity, and shows no other
 * token either, what it publishes with is one that somebody stored.
 */
export function publishTokens(workflow: Workflow, job: Job): Finding[] | undefined {
  const permissions = job.permissions ?? workflow.permissions;
  const mayFederate =
    !permissions || permissions.all === 'write' || permissions.scopes.get('id-token')?.level === 'write';
  return tokensUsed(job.steps, [job.env, workflow.env], mayFederate);
}

/** The same for an action kept here: what its callers may do does not show in it. */
export const publishTokensIn = (steps: readonly Step[]): Finding[] | undefined => tokensUsed(steps, [], true);

function tokensUsed(
  steps: readonly Step[],
  outer: readonly ReadonlyMap<string, Text>[],
  mayFederate: boolean,
): Finding[] | undefined {
  const published = steps.flatMap((step) => {
    const { uses, run } = step;
    if (uses && /^pypa\/gh-action-pypi-publish@/i.test(uses.text)) return [{ step, what: uses.text.split('@')[0]! }];
    const script = run?.text.replace(/\\\n\s*/g, ' ');
    const what = script && !script.includes('--dry-run') ? command.exec(script)?.[1] : undefined;
    return what === undefined ? [] : [{ step, what: what.replace(/\s+/g, ' ') }];
  });
  if (published.length === 0) return undefined;
  return published.flatMap(({ step, what }): Finding[] => {
    const { run, with: inputs, env, name } = step;
    const stored = run
      ? [env, ...outer].flatMap((one) => [...one].filter(([key]) => variable.test(key)).map(([, v]) => v))
      : [inputs.get('password')].flatMap((input) => input ?? []);
    const found = [...stored, ...(run ? [run] : [])].find(({ text }) => storedToken.test(text));
    if (found) return [{ what, at: found.at, item: name }];
    const others = [env, ...outer].some((one) => [...one.keys()].some((key) => variable.test(key)));
    const byItself = run && !mayFederate && !others && /^(bun|bunx npm|npx npm|npm)\b/.test(what);
    return byItself ? [{ what, at: run.at, item: name }] : [];
  });
}

const storedToken = /\$\{\{[^}]*\bsecrets\.(?!GITHUB_TOKEN\b)\w*(TOKEN|KEY|PASSWORD|AUTH)/i;
