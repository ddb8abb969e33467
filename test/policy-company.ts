import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ruleIndex } from '../rules/index.ts';
import { Memo } from '../src/engine/memo.ts';
import { scanTree } from './scan-tree.ts';
import { furtherPolicies } from './policy-texts.ts';

// A company whose documents are in good order, to break one thing of at a time.

const root = 'fixtures/acme-cloud';
const settings = `branches:
  - name: main
    protection:
      required_pull_request_reviews:
        required_approving_review_count: 1
      required_status_checks: null
      enforce_admins: true
      restrictions: null
`;

/** Its documents and the few settings that they speak of: texts by path. */
export const company: ReadonlyMap<string, string> = new Map([
  ...['docs/policies', 'docs/records'].flatMap((folder) =>
    readdirSync(join(root, folder)).map(
      (name) => [`${folder}/${name}`, readFileSync(join(root, folder, name), 'utf8')] as const,
    ),
  ),
  ['.soc2/config.yml', 'categories: [security, availability, confidentiality]\nholds: [policies, records]\n'] as const,
  ['.github/settings.yml', settings] as const,
  [
    'main.tf',
    `resource "aws_db_instance" "main" {
  engine = "postgres"
  backup_retention_period = 14
}

resource "aws_db_instance_automated_backups_replication" "main" {
  source_db_instance_arn = aws_db_instance.main.arn
}
`,
  ] as const,
]);

/** The same with the policies that the other two categories call for, and an optional one. */
export const wholeCompany: ReadonlyMap<string, string> = new Map([
  ...company,
  ...Object.entries(furtherPolicies),
  ['.soc2/config.yml', 'holds: [policies, records]\n'],
]);

export const policyPaths = (texts: ReadonlyMap<string, string>): string[] =>
  [...texts.keys()].filter((path) => path.startsWith('docs/policies/'));

// Texts that are the same as before are read once: there are many companies, and each differs in one of them.
const memos = new Map<string, Memo>();
const memoFor = (config: string): Memo => memos.get(config) ?? memos.set(config, new Memo()).get(config)!;

const kinds = new Set(['policy', 'policy-document', 'policy-set', 'record', 'register', 'duty', 'kept-elsewhere']);
const rules = ruleIndex.entries
  .filter((entry) => entry.needs?.includes('policy-document') || entry.kinds.some((kind) => kinds.has(kind)))
  .map(({ id }) => id);

/** Failures and unknowns of all rules on documents, by rule and aspect, each once. Of sections and expected policies, which. */
export async function findings(texts: ReadonlyMap<string, string>): Promise<string[]> {
  const { report } = await scanTree(texts, {
    rules,
    asOf: '2026-11-22',
    memo: memoFor(texts.get('.soc2/config.yml') ?? ''),
  });
  const named = report.results.map(({ rule, aspect, item, subject }) => {
    if (rule === 'policies-have-their-sections') return `${rule}: ${item}`;
    if (rule === 'duties-are-written-down') return `${rule}: ${subject.name}`;
    return rule === 'expected-policies-exist' ? `${rule}: ${subject.name}` : aspect ? `${rule}/${aspect}` : rule;
  });
  return [...new Set(named)].sort();
}
