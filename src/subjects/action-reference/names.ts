/**
 * Actions that many workflows use: whoever owns a name one slip away from one of them is run by mistake. The owners are
 * those whose actions GitHub's own starter workflows use, and of the most used ones of its marketplace.
 * https://github.com/actions/starter-workflows
 */
const known: Readonly<Record<string, readonly string[]>> = {
  actions: [
    'attest-build-provenance',
    'cache',
    'checkout',
    'configure-pages',
    'create-github-app-token',
    'dependency-review-action',
    'deploy-pages',
    'download-artifact',
    'first-interaction',
    'github-script',
    'labeler',
    'setup-dotnet',
    'setup-go',
    'setup-java',
    'setup-node',
    'setup-python',
    'stale',
    'upload-artifact',
    'upload-pages-artifact',
  ],
  aquasecurity: ['trivy-action', 'setup-trivy'],
  'astral-sh': ['setup-uv', 'ruff-action'],
  'aws-actions': ['amazon-ecr-login', 'amazon-ecs-deploy-task-definition', 'configure-aws-credentials'],
  azure: ['cli', 'login', 'setup-helm', 'setup-kubectl', 'webapps-deploy'],
  codecov: ['codecov-action'],
  dependabot: ['fetch-metadata'],
  docker: [
    'bake-action',
    'build-push-action',
    'login-action',
    'metadata-action',
    'setup-buildx-action',
    'setup-qemu-action',
  ],
  dorny: ['paths-filter', 'test-reporter'],
  dtolnay: ['rust-toolchain'],
  github: ['codeql-action'],
  golangci: ['golangci-lint-action'],
  'google-github-actions': ['auth', 'deploy-cloudrun', 'get-gke-credentials', 'setup-gcloud'],
  goreleaser: ['goreleaser-action'],
  gradle: ['actions'],
  hashicorp: ['setup-terraform', 'vault-action'],
  helm: ['chart-releaser-action', 'kind-action'],
  ossf: ['scorecard-action'],
  'oven-sh': ['setup-bun'],
  peaceiris: ['actions-gh-pages'],
  'peter-evans': ['create-or-update-comment', 'create-pull-request'],
  pnpm: ['action-setup'],
  'pre-commit': ['action'],
  pypa: ['cibuildwheel', 'gh-action-pypi-publish'],
  ruby: ['setup-ruby'],
  shivammathur: ['setup-php'],
  sigstore: ['cosign-installer'],
  slackapi: ['slack-github-action'],
  softprops: ['action-gh-release'],
  'step-security': ['harden-runner'],
  swatinem: ['rust-cache'],
  'tj-actions': ['changed-files'],
};

/** The action that a name is one slip away from: a letter left out, doubled, put in or changed, or two swapped. */
export function meantBy(uses: string): string | undefined {
  const [owner = '', name = ''] = uses.toLowerCase().split('@')[0]!.split('/');
  if (owner in known) return undefined;
  for (const [other, names] of Object.entries(known))
    if (names.includes(name) && isOneSlip(owner, other)) return `${other}/${name}`;
  return undefined;
}

function isOneSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let from = 0;
  while (from < short.length && short[from] === long[from]) from++;
  if (short.length < long.length) return short.slice(from) === long.slice(from + 1);
  const swapped = short[from] === long[from + 1] && short[from + 1] === long[from];
  return short.slice(from + 1) === long.slice(from + 1) || (swapped && short.slice(from + 2) === long.slice(from + 2));
}

/** Actions whose repositories say themselves that they are archived: read-only, without security fixes. */
const archived = new Set([
  'actions-rs/audit-check',
  'actions-rs/cargo',
  'actions-rs/clippy-check',
  'actions-rs/grcov',
  'actions-rs/install',
  'actions-rs/tarpaulin',
  'actions-rs/toolchain',
  'actions/create-release',
  'actions/setup-elixir',
  'actions/setup-haskell',
  'actions/setup-ruby',
  'actions/upload-release-asset',
  'azure/docker-login',
  'crazy-max/ghaction-docker-buildx',
  'google-github-actions/release-please-action',
  'gradle/gradle-build-action',
  'gradle/wrapper-validation-action',
  'hashicorp/terraform-github-actions',
  'marvinpinto/actions',
  'marvinpinto/action-automatic-releases',
  'returntocorp/semgrep-action',
  'sonarsource/sonarcloud-github-action',
]);

/** As of November 2026; undefined: neither list has it. */
export function isArchived(uses: string): boolean | undefined {
  const [owner = '', name = ''] = uses.toLowerCase().split('@')[0]!.split('/');
  if (archived.has(`${owner}/${name}`)) return true;
  return known[owner]?.includes(name) ? false : undefined;
}
