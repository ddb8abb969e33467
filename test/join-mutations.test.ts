import { describe, expect, it } from 'vitest';
import { findings, settings, shared } from './guarded-repository.ts';

// What is only right or wrong together with another file: one relation broken at a time, and just the rules fire that are
// written down.

const around: readonly (readonly [what: string, file: string, from: string | RegExp, to: string, rules: string[]])[] = [
  ['the job is renamed', '.github/workflows/ci.yml', '  build:', '  compile:', ['required-checks-exist']],
  [
    'the job runs for some paths',
    '.github/workflows/ci.yml',
    'on: pull_request',
    'on:\n  pull_request:\n    paths: [src/**]',
    ['required-checks-always-report'],
  ],
  [
    'the job runs after the merge',
    '.github/workflows/ci.yml',
    'on: pull_request',
    'on: schedule',
    ['required-checks-always-report'],
  ],
  [
    'pipelines belong to nobody',
    '.github/CODEOWNERS',
    '/.github/ @acme/platform',
    '/.github/workflows/',
    ['critical-paths-have-owners/pipelines'],
  ],
  [
    'what guards belongs to nobody',
    '.github/CODEOWNERS',
    '/.github/ @acme/platform',
    '/.github/settings.yml',
    ['critical-paths-have-owners/settings'],
  ],
  ['a person owns', '.github/CODEOWNERS', '/.github/ @acme/platform', '/.github/ @someone', ['owners-are-teams']],
  [
    'a line that matches nothing',
    '.github/CODEOWNERS',
    '/.github/ ',
    '/api/ @acme/api\n/.github/ ',
    ['code-owners-patterns-match'],
  ],
  [
    'a line that is taken over',
    '.github/CODEOWNERS',
    '* @acme/engineering\n',
    '/package.json @acme/api\n* @acme/engineering\n',
    ['code-owners-lines-take-effect'],
  ],
  [
    'a line that is not understood',
    '.github/CODEOWNERS',
    '* @acme/engineering\n',
    '* @acme/engineering\n!/docs/ @acme/api\n',
    ['code-owners-lines-can-be-read'],
  ],
  [
    'some files belong to nobody',
    '.github/CODEOWNERS',
    '* @acme/engineering\n',
    '',
    ['code-owners-cover-everything', 'critical-paths-have-owners/settings', 'scanner-exceptions-say-why/owner'],
  ],
  [
    'a scanner that nothing waits for',
    '.github/workflows/ci.yml',
    '      - run: npm test\n',
    '      - run: npm test\n  secrets:\n    runs-on: ubuntu-latest\n    timeout-minutes: 5\n    steps:\n      - run: gitleaks dir .\n',
    ['scanner-results-are-required'],
  ],
  [
    'a scanner that a required job needs',
    '.github/workflows/ci.yml',
    '  build:\n',
    '  secrets:\n    runs-on: ubuntu-latest\n    timeout-minutes: 5\n    steps:\n      - run: gitleaks dir .\n  build:\n    needs: secrets\n',
    [],
  ],
  [
    'a pipeline approves, and two people do',
    '.github/workflows/ci.yml',
    '      - run: npm test\n',
    '      - run: npm test\n      - run: gh pr review --approve "$PR"\n',
    [],
  ],
  [
    'a pipeline merges past the rules',
    '.github/workflows/ci.yml',
    '      - run: npm test\n',
    '      - run: npm test\n      - run: gh pr merge --admin "$PR"\n',
    ['people-decide-about-changes/past'],
  ],
  [
    'the guide promises three approvals',
    'CONTRIBUTING.md',
    'Two approvals',
    'Three approvals',
    ['guides-promise-what-rules-enforce'],
  ],
  [
    'an exception without reason',
    '.trivyignore',
    '# Not reachable from outside.\n',
    '',
    ['scanner-exceptions-say-why/reason'],
  ],
  ['an exception for good', '.trivyignore', ' exp:2027-01-31', '', ['scanner-exceptions-say-why/end']],
  ['an exception that has ended', '.trivyignore', '2027', '2026', ['scanner-exceptions-say-why/end']],
  [
    'a list of exceptions without owner',
    '.github/CODEOWNERS',
    '/infra/',
    '/.trivyignore\n/infra/',
    ['scanner-exceptions-say-why/owner'],
  ],
  [
    'trust in every branch, where one environment is used',
    'infra/main.tf',
    'environment:production',
    '*',
    ['trust-fits-the-workflows'],
  ],
  [
    'trust in pull requests, where one environment is used',
    'infra/main.tf',
    'environment:production',
    'pull_request',
    ['trust-fits-the-workflows'],
  ],
  [
    'no bot for npm',
    '.github/dependabot.yml',
    /  - package-ecosystem: npm[^]*?(?=  - package)/,
    '',
    ['dependencies-are-kept-up-to-date/everywhere'],
  ],
  [
    'a bot in another folder',
    '.github/dependabot.yml',
    'directory: /',
    'directory: /app',
    ['dependencies-are-kept-up-to-date/everywhere'],
  ],
  [
    'updates once a quarter',
    '.github/dependabot.yml',
    'interval: weekly',
    'interval: quarterly',
    ['updates-come-often'],
  ],
  ['releases taken at once', '.github/dependabot.yml', 'default-days: 7', 'default-days: 0', ['fresh-releases-wait']],
  [
    'foreign code may run',
    '.github/dependabot.yml',
    '    cooldown:',
    '    insecure-external-code-execution: allow\n    cooldown:',
    ['update-bots-run-no-foreign-code'],
  ],
  [
    'everything is ignored',
    '.github/dependabot.yml',
    '    cooldown:',
    '    ignore:\n      - dependency-name: "*"\n    cooldown:',
    ['security-updates-are-on'],
  ],
];

const deploy = `on:
  push:
    branches: [main]
permissions: { id-token: write }
jobs:
  deploy:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    environment: production
    steps:
      - uses: azure/login@a457da9ea143d694b1b9c7c869ebb04ebe844ef5
        with: { client-id: 'the-application', tenant-id: 'the-tenant' }
`;
const trust = `resource "azurerm_federated_identity_credential" "deploy" {
  name      = "deploy"
  audience  = ["api://AzureADTokenExchange"]
  issuer    = "https://token.actions.githubusercontent.com"
  parent_id = "deploy"
  subject   = "repo:acme/shop:environment:production"
}
`;

describe('what stands around a guarded branch', () => {
  const files = new Map([
    ...shared,
    ['.github/settings.yml', settings] as const,
    ['CONTRIBUTING.md', 'Two approvals are required before a change is merged.\n'],
    ['.trivyignore', '# Not reachable from outside.\nCVE-2026-1111 exp:2027-01-31\n'],
    ['.github/workflows/deploy.yml', deploy],
    ['infra/main.tf', trust],
  ]);

  it('has no finding', async () => {
    expect(await findings(files)).toEqual([]);
  });

  it.each(around)('%s', async (_, path, from, to, expected) => {
    const before = files.get(path)!;
    const after = before.replace(from, to);
    expect(after, 'the mutation changes nothing').not.toBe(before);
    expect(await findings(new Map(files).set(path, after))).toEqual(expected);
  });
});
