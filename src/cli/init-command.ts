import { join } from 'node:path';
import { ruleIndex } from '../../rules/index.ts';
import { scanFolder } from '../io/scan-folder.ts';
import { changeText, writeText } from '../io/write.ts';
import type { Report } from '../model/report.ts';
import { version } from '../version.ts';
import { withPolicies } from './config-with-policies.ts';
import type { Category } from '../criteria/catalogue.ts';
import { categoriesNamed } from '../config/names.ts';
import { parse, several } from './args.ts';
import { UsageError } from '../config/usage-error.ts';

/**
 * `soc2-lint init [DIR] [--dry-run] [--policies]`: a configuration with what was found, a workflow, a pre-commit snippet,
 * and policies to start from.
 */
export async function initCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, {
    'dry-run': { type: 'boolean' },
    policies: { type: 'boolean' },
    categories: { type: 'string', multiple: true },
  });
  const named = several(values.categories);
  const asked = named && categoriesNamed(named);
  if (asked && !values.policies) throw new UsageError('init takes --categories with --policies only');
  const { report, root } = await scanFolder({
    paths: positionals,
    cwd: process.cwd(),
    rules: ruleIndex,
    select: asked ? { categories: asked } : {},
  });
  if (report.scope.partial) throw new UsageError('init takes a folder, not files');
  // What is called for depends on the choice: without one, what is in scope in any case.
  const chosen: readonly Category[] = report.scope.chosen || asked ? report.scope.categories : ['security'];
  const files = {
    [configFile]: configText(report, values.policies ? (asked ? chosen : []) : undefined),
    '.github/workflows/soc2-lint.yml': workflow,
    ...(values.policies && (await import('./starting-policies.ts')).startingPolicies(report, chosen)),
  };
  for (const [path, text] of Object.entries(files)) {
    if (values['dry-run']) process.stdout.write(`# would write ${path}\n${text}\n`);
    else if (writeText(join(root, path), text, { keep: true })) process.stdout.write(`wrote ${path}\n`);
    else if (values.policies && path === configFile && changeText(join(root, path), withPolicies))
      process.stdout.write(`${path} is there already: added that it holds policies\n`);
    else process.stdout.write(`${path} is there already: left as it is\n`);
  }
  process.stdout.write(
    `\nfor .pre-commit-config.yaml:\n\n${preCommit}\nnext: choose categories in .soc2/config.yml, then run soc2-lint\n`,
  );
  if (values.policies)
    process.stdout.write(
      `The policies are a start for ${chosen.join(', ')}: soc2-lint finds each place that is left to fill in.\n`,
    );
  return 0;
}

const configFile = '.soc2/config.yml';

const boundaryOf: { readonly [provider: string]: string } = {
  aws: 'aws-account',
  azure: 'azure-subscription',
  google: 'google-project',
  github: 'github-repository',
  kubernetes: 'kubernetes-cluster',
};

/** With `written`, policies are kept here from now on, for these categories where they were named. */
function configText(report: Report, written?: readonly Category[]): string {
  const own = report.inventory.filter(({ role }) => role === 'system');
  const providers = [...new Set(own.map(({ provider }) => boundaryOf[provider]).filter((name) => name !== undefined))];
  const policies =
    written || report.subjects.some(({ kind, role }) => kind === 'policy-document' && role === 'system')
      ? ['policies']
      : [];
  const found = own.map(({ count, plural, provider }) => `#   ${count} ${plural} (${provider})`);
  return `# yaml-language-server: $schema=https://raw.githubusercontent.com/soc2-lint/soc2-lint/main/schema/config.schema.json
# What soc2-lint should know of this repository. All of it is optional.
${found.length > 0 ? `#\n# Found at the first run:\n${found.join('\n')}\n` : ''}
# The categories of your engagement: security is always in scope. Without a choice all five are shown.
${written && written.length > 0 ? `categories: [${written.join(', ')}]` : '# categories: [security, availability, confidentiality]'}

# What is kept here. Inside of what you name, what is missing is a finding; elsewhere it is not.
${[...providers, ...policies].length > 0 ? `holds: [${[...providers, ...policies].join(', ')}]` : '# holds: [policies, aws-account, github-repository]'}

# engagement:
#   type: II
#   period: { from: 2026-07-01, to: 2026-12-31 }

# rules:
#   objects-are-versioned: low
`;
}

// The version is named and not the Action: a tag can move, and the commit of a release is not known to itself.
const workflow = `name: soc2-lint
on:
  pull_request:
  push:
    branches: [main, master]

permissions:
  contents: read

jobs:
  soc2-lint:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          fetch-depth: 0
          persist-credentials: false
      # Annotates the lines, and writes the summary of the run. On a pull request only what it brings fails.
      - run: npx --yes soc2-lint@${version} \${BASE:+--diff "$BASE"} --format github --output markdown="$GITHUB_STEP_SUMMARY"
        env:
          BASE: \${{ github.event.pull_request.base.sha }}
`;

const preCommit = `repos:
  - repo: https://github.com/soc2-lint/soc2-lint
    rev: v${version}
    hooks:
      - id: soc2-lint
`;
