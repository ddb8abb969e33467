import type { Job, Workflow } from '../../dialects/github-actions/model.ts';
import type { Finding } from '../../model/kinds/workflow-job.ts';

// Registries that take a short-lived token of the pipeline instead: https://docs.npmjs.com/trusted-publishers,
// https://docs.pypi.org/trusted-publishers/, https://guides.rubygems.org/trusted-publishing/, https://crates.io/docs/trusted-publishing
const command = /(?:^|[\s;&|(])((?:npm|pnpm|yarn npm|bun|cargo|poetry|uv) publish|twine upload|gem push)\b/;
const variable =
  /^(NODE_AUTH_TOKEN|NPM_TOKEN|NPM_CONFIG_TOKEN|YARN_NPM_AUTH_TOKEN|TWINE_PASSWORD|UV_PUBLISH_TOKEN|POETRY_PYPI_TOKEN_PYPI|CARGO_REGISTRY_TOKEN|GEM_HOST_API_KEY)$/;

/** Publishing with a token that is stored as a secret. */
export function publishTokens(workflow: Workflow, job: Job): Finding[] | undefined {
  const published = job.steps.flatMap((step) => {
    const { uses, run } = step;
    if (uses && /^pypa\/gh-action-pypi-publish@/i.test(uses.text)) return [{ step, what: uses.text.split('@')[0]! }];
    const what = run && !run.text.includes('--dry-run') ? command.exec(run.text)?.[1] : undefined;
    return what === undefined ? [] : [{ step, what }];
  });
  if (published.length === 0) return undefined;
  return published.flatMap(({ step, what }): Finding[] => {
    const { run, with: inputs, env, name } = step;
    const stored = run
      ? [env, job.env, workflow.env].flatMap((one) => [...one].filter(([key]) => variable.test(key)).map(([, v]) => v))
      : [inputs.get('password')].flatMap((input) => input ?? []);
    const found = [...stored, ...(run ? [run] : [])].find(({ text }) => storedToken.test(text));
    return found ? [{ what, at: found.at, item: name }] : [];
  });
}

const storedToken = /\$\{\{[^}]*\bsecrets\.(?!GITHUB_TOKEN\b)\w*(TOKEN|KEY|PASSWORD|AUTH)/i;
