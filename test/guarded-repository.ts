import { ruleIndex } from '../rules/index.ts';
import { scanTree } from './scan-tree.ts';

// A repository in good order but for the rules of its branch, and what the rules about all of that find in it.

export const shared: readonly (readonly [string, string])[] = [
  [
    '.github/workflows/ci.yml',
    `name: ci
on: pull_request
permissions:
  contents: read
jobs:
  build:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
      - run: npm test
`,
  ],
  ['.github/CODEOWNERS', '* @acme/engineering\n/.github/ @acme/platform\n/infra/ @acme/platform\n'],
  ['.github/dependabot.yml', dependabot()],
  ['.soc2/config.yml', 'repository: { host: github.com, owner: acme, name: shop }\n'],
  ['infra/main.tf', '# nothing yet\n'],
  ['package.json', '{ "name": "shop", "dependencies": { "left-pad": "1.3.0" } }\n'],
  ['package-lock.json', '{ "name": "shop", "lockfileVersion": 3, "packages": {} }\n'],
];

function dependabot(): string {
  return `version: 2
updates:
  - package-ecosystem: npm
    directory: /
    schedule:
      interval: weekly
    cooldown:
      default-days: 7
  - package-ecosystem: github-actions
    directory: /
    schedule:
      interval: weekly
`;
}

/** How the branch is guarded, as a settings file states it. */
export const settings = `branches:
  - name: main
    protection:
      required_pull_request_reviews:
        required_approving_review_count: 2
        dismiss_stale_reviews: true
        require_code_owner_reviews: true
        require_last_push_approval: true
      required_status_checks:
        strict: true
        checks:
          - context: build
            app_id: 15368
      required_conversation_resolution: true
      enforce_admins: true
      required_linear_history: true
      restrictions: null
`;

const kinds = new Set(['branch-rules', 'branch-rule-statement', 'tag-rules', 'code-owners', 'dependency-updates']);
const rules = ruleIndex.entries
  .filter((entry) => entry.kinds.some((kind) => kinds.has(kind)))
  .map(({ id }) => id)
  .concat(
    'dependencies-are-kept-up-to-date',
    'people-decide-about-changes',
    'scanner-exceptions-say-why',
    'trust-fits-the-workflows',
  );

export async function findings(texts: ReadonlyMap<string, string>): Promise<string[]> {
  const { report } = await scanTree(texts, { rules, asOf: '2026-11-22' });
  return [
    ...new Set(
      report.results.map(
        ({ rule, aspect, verdict }) => `${rule}${aspect ? `/${aspect}` : ''}${verdict === 'unknown' ? ' ?' : ''}`,
      ),
    ),
  ].sort();
}

export type Mutation = readonly [what: string, from: string | RegExp, to: string, rules: readonly string[]];
