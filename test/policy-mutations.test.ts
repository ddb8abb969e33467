import { describe, expect, it } from 'vitest';
import { policies } from '../src/criteria/policies.ts';
import { scanTree } from './scan-tree.ts';
import { company, findings, policyPaths } from './policy-company.ts';

// What breaks between documents, and between documents and settings. What breaks inside of one: policy-sections, policy-metadata
// and record-mutations beside this.

const policy = (name: string) => `docs/policies/${name}.md`;
type Mutation = [what: string, file: string, from: string | RegExp, to: string, rules: string[]];

const mutations: Mutation[] = [
  [
    'a link into nothing',
    policy('information-security'),
    '(encryption.md)',
    '(crypto.md)',
    ['policy-links-lead-somewhere'],
  ],
  [
    'hardly any text',
    policy('encryption'),
    /# Encryption and[^]*/,
    '# Encryption\n\nSoon.\n',
    ['policies-are-written'],
  ],
  ['no text at all', policy('encryption'), /# Encryption and[^]*/, '', ['policies-are-written']],
  ['no time for a notice', policy('incident-response'), 'within 72 hours', 'soon', ['breach-notices-have-a-deadline']],
  [
    'another address elsewhere',
    policy('acceptable-use'),
    'Laptops and keys are returned',
    'Incidents are reported to help@acme.example. Laptops and keys are returned',
    ['contacts-agree'],
  ],
  [
    'two approvals promised',
    policy('change-management'),
    'At least one person',
    'At least two people',
    ['approvals-are-as-the-policy-says'],
  ],
  ['no approvals asked for', '.github/settings.yml', 'count: 1', 'count: 0', ['approvals-are-as-the-policy-says']],
  ['backups kept for a shorter time', 'main.tf', '= 14', '= 7', ['backups-are-kept-as-the-policy-says']],
  [
    'backups promised for longer',
    policy('backup'),
    'Databases: 14 days',
    'Databases: 30 days',
    ['backups-are-kept-as-the-policy-says'],
  ],
  ['restored every month, it says', policy('backup'), 'Once a quarter', 'Once a month', ['records-are-up-to-date']],
  [
    'another cadence elsewhere',
    policy('information-security'),
    '## Exceptions',
    'User access rights are reviewed every month.\n\n## Exceptions',
    ['policies-agree'],
  ],
];

// Others link to these.
const linked = new Set([
  'access-control',
  'backup',
  'change-management',
  'data-classification',
  'encryption',
  'incident-response',
  'information-security',
  'roles-and-responsibilities',
  'security-training',
  'system-description',
]);

describe('documents in good order', () => {
  it('have no finding', async () => {
    expect(await findings(company)).toEqual([]);
  });

  it('are evidence of nothing while they are drafts', async () => {
    const drafts = new Map(
      [...company].map(([path, text]) => [
        path,
        path.startsWith('docs/policies/') ? text.replace(/^---\n/, '---\nstatus: draft\n') : text,
      ]),
    );
    const { report } = await scanTree(drafts, { asOf: '2026-11-22' });
    const ofPolicies = new Set(report.subjects.flatMap(({ kind }, index) => (kind === 'policy' ? [index] : [])));
    expect(ofPolicies.size).toBeGreaterThan(20);
    expect(report.passes.filter(({ subjects }) => subjects.some((index) => ofPolicies.has(index)))).toEqual([]);
  });

  it('are all that the chosen categories need', () => {
    const needed = Object.values(policies).filter(({ neededFor }) =>
      ['security', 'availability', 'confidentiality'].includes(neededFor),
    );
    expect(policyPaths(company)).toHaveLength(needed.length);
    expect(needed.filter(({ neededFor }) => neededFor === 'security')).toHaveLength(24);
  });

  it.each(policyPaths(company))('without %s', async (path) => {
    const title = /^title: (.*)$/m.exec(company.get(path)!)![1]!;
    const found = await findings(new Map([...company].filter(([other]) => other !== path)));
    const links = linked.has(path.replace(/.*\/|\.md$/g, '')) ? ['policy-links-lead-somewhere'] : [];
    expect(found).toEqual([`expected-policies-exist: ${title}`, ...links]);
  });

  it.each(mutations)('%s', async (_, file, from, to, expected) => {
    const before = company.get(file)!;
    const after = before.replace(from, to);
    expect(after, 'the mutation changes nothing').not.toBe(before);
    expect(await findings(new Map(company).set(file, after))).toEqual(expected);
  });

  it('a copy of another one under its own title', async () => {
    const copy = company.get(policy('backup'))!.replaceAll('Backup policy', 'Capacity and performance policy');
    expect(await findings(new Map(company).set(policy('capacity'), copy))).toEqual([
      'policies-are-no-copies',
      'policies-have-their-sections: metrics',
      'policies-have-their-sections: owner',
      'policies-have-their-sections: thresholds',
    ]);
  });
});
