import { join } from 'node:path';
import { ruleIndex } from '../../rules/index.ts';
import { scanFolder } from '../io/scan-folder.ts';
import { writeText } from '../io/write.ts';
import type { Report } from '../model/report.ts';
import { version } from '../version.ts';
import { parse } from './args.ts';
import { UsageError } from '../config/usage-error.ts';

/** `soc2-lint init [DIR] [--dry-run]`: a configuration with what was found, a workflow, a pre-commit snippet. */
export async function initCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, { 'dry-run': { type: 'boolean' } });
  const { report, root } = await scanFolder({
    paths: positionals,
    cwd: process.cwd(),
    rules: ruleIndex,
    select: {},
  });
  const files = { '.soc2/config.yml': configText(report), '.github/workflows/soc2-lint.yml': workflow };
  if (report.scope.partial) throw new UsageError('init takes a folder, not files');
  for (const [path, text] of Object.entries(files)) {
    if (values['dry-run']) process.stdout.write(`# would write ${path}\n${text}\n`);
    else
      process.stdout.write(
        writeText(join(root, path), text, { keep: true })
          ? `wrote ${path}\n`
          : `${path} is there already: left as it is\n`,
      );
  }
  process.stdout.write(
    `\nfor .pre-commit-config.yaml:\n\n${preCommit}\nnext: choose categories in .soc2/config.yml, then run soc2-lint\n`,
  );
  return 0;
}

const boundaryOf: { readonly [provider: string]: string } = {
  aws: 'aws-account',
  azure: 'azure-subscription',
  google: 'google-project',
  github: 'github-repository',
  kubernetes: 'kubernetes-cluster',
};

function configText(report: Report): string {
  const own = report.inventory.filter(({ role }) => role === 'system');
  const providers = [...new Set(own.map(({ provider }) => boundaryOf[provider]).filter((name) => name !== undefined))];
  const policies = report.subjects.some(({ kind, role }) => kind === 'policy-document' && role === 'system')
    ? ['policies']
    : [];
  const found = own.map(({ count, plural, provider }) => `#   ${count} ${plural} (${provider})`);
  return `# yaml-language-server: $schema=https://raw.githubusercontent.com/soc2-lint/soc2-lint/main/schema/config.schema.json
# What soc2-lint should know of this repository. All of it is optional.
${found.length > 0 ? `#\n# Found at the first run:\n${found.join('\n')}\n` : ''}
# The categories of your engagement: security is always in scope. Without a choice all five are shown.
# categories: [security, availability, confidentiality]

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
