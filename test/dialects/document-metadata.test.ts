import { describe, expect, it } from 'vitest';
import { documents } from '../../src/dialects/documents/index.ts';
import type { PolicyDocument } from '../../src/dialects/documents/model.ts';
import { readWith } from './read.ts';

const body = '\n## Scope\n\nAll systems and databases.\n\n## Policy\n\nEverything is copied each day.\n';

async function documentIn(texts: Record<string, string>): Promise<PolicyDocument> {
  const { resources } = await readWith(documents, texts);
  return resources.find(({ type, at }) => type === 'policy' && at.file === 'policies/backup.md')!
    .model as PolicyDocument;
}
const statedIn = ({ metadata }: PolicyDocument) =>
  Object.fromEntries(Object.entries(metadata.stated).map(([field, { text }]) => [field, text]));
const stated = async (top: string) => statedIn(await documentIn({ 'policies/backup.md': top + body }));

describe('what a document says of itself', () => {
  it.each<[string, Record<string, string>]>([
    ['# Backup policy\n\n**Owner**: CTO\n**Approved by**: CEO\n', { owner: 'CTO', approver: 'CEO' }],
    ['# Backup policy\n\n*Owner:* CTO  \n*Last reviewed:* 2026-01-01\n', { owner: 'CTO', lastReviewed: '2026-01-01' }],
    ['# Backup policy\n\n- **Owner:** CTO\n- **Version:** 1.2\n', { owner: 'CTO', version: '1.2' }],
    ['# Backup policy\n\n> Owner: CTO\n> Version: 1.2\n', { owner: 'CTO', version: '1.2' }],
    [
      '# Backup policy\n\nOwner: CTO | Effective Date: 2026-01-01 | Version 1.2\n',
      { owner: 'CTO', effective: '2026-01-01', version: '1.2' },
    ],
    ['# Backup policy\n\n**Owner** CTO\n', { owner: 'CTO' }],
    [
      '# Backup policy\n\n*Last Updated: January 5, 2026*\n*Owner: CTO*\n',
      { lastReviewed: 'January 5, 2026', owner: 'CTO' },
    ],
    ['# Backup policy\n\nVersion: 1.2, Date: 2026-01-01\n', { version: '1.2' }],
    ['# Backup policy v1.2\n', { version: '1.2' }],
    // HTML.
    [
      '# Backup policy\n\n<dl><dt>Owner</dt><dd>CTO</dd><dt>Version</dt><dd>1.2</dd></dl>\n',
      { owner: 'CTO', version: '1.2' },
    ],
    [
      '# Backup policy\n\n<p><strong>Owner:</strong> CTO<br><strong>Version:</strong> 1.2</p>\n',
      { owner: 'CTO', version: '1.2' },
    ],
    [
      '# Backup policy\n\n<table><tbody><tr><td><b>Policy Owner</b></td><td>CTO</td></tr><tr><td><b>Effective Date</b></td><td>Jan 1, 2026</td></tr></tbody></table>\n',
      { owner: 'CTO', effective: 'Jan 1, 2026' },
    ],
    // Tables without headings, and with a key and its value twice in a row.
    [
      '# Backup policy\n\n|  |  |\n|---|---|\n| **Document owner** | CTO |\n| Next review date | 1 Jan 2027 |\n',
      { owner: 'CTO', nextReview: '1 Jan 2027' },
    ],
    [
      '# Backup policy\n\n| Owner | CTO | Version | 1.2 |\n|---|---|---|---|\n| Approver | CEO | Date | 2026-01-01 |\n',
      { owner: 'CTO', version: '1.2', approver: 'CEO' },
    ],
    // Words of YAML that are no words: initials stay initials, and an answer is no day.
    [
      '---\ntitle: B\nowner: NO\napprover: ON\nversion: 1.10\n---\n',
      { title: 'B', owner: 'NO', approver: 'ON', version: '1.10' },
    ],
    ['---\ntitle: B\napproved: yes\neffective: true\n---\n', { title: 'B' }],
    [
      '---\ntitle: B\nowner: [CTO, CISO]\nmetadata:\n  version: 1.2\n---\n',
      { title: 'B', owner: 'CTO, CISO', version: '1.2' },
    ],
    ['title: B\nowner: CTO\nstatus: final\n---\n', { title: 'B', owner: 'CTO', status: 'final' }],
    [
      '+++\ntitle = "B"\nowner = \'CTO\' # for now\ndate = 2026-01-01\n\n[params]\nversion="2"\n+++\n',
      { title: 'B', owner: 'CTO', version: '2' },
    ],
    // Sentences.
    [
      '# Backup policy\n\nThis policy is owned by the CTO and approved by the Chief Executive Officer (CEO).\n',
      { owner: 'CTO', approver: 'Chief Executive Officer (CEO)' },
    ],
    [
      '# Backup policy\n\nThe Head of Security owns this policy and reports to the board.\n',
      { owner: 'Head of Security' },
    ],
    ['# Backup policy\n\nThe policy owner is the Head of Engineering.\n', { owner: 'Head of Engineering' }],
    [
      '# Backup policy\n\nEffective January 5, 2026. Last updated 6 January 2026\n',
      { effective: 'January 5, 2026', lastReviewed: '6 January 2026' },
    ],
    [
      '# Backup policy\n\n| Role | Responsibility |\n|---|---|\n| Staff | Follow this policy |\n| Security Officer | Own, review and update this policy |\n',
      { owner: 'Security Officer' },
    ],
    // Near misses: about something else than the document.
    ['# Backup policy\n\nEach database is owned by the Platform Team.\n', {}],
    ['# Backup policy\n\nThis policy asks that restores are approved by the CTO.\n', {}],
    ['# Backup policy\n\nThe CTO owns the keys that this policy speaks of.\n', {}],
    ['# Backup policy\n\nWe use version 14 of the database, effective immediately.\n', {}],
  ])('%j', async (top, expected) => {
    expect(await stated(top)).toEqual(expected);
  });
});

describe('what a file beside a document says of it', () => {
  const plain = `# Backup policy\n${body}`;

  it.each<[string, string]>([
    ['policies/policies.json', '[{"file": "backup.md", "owner": "CTO"}, {"file": "access.md", "owner": "CISO"}]'],
    ['policies/index.json', '{"policies": [{"path": "policies/backup.md", "owner": "CTO"}]}'],
    ['policies/index.yml', '- title: Backup Policy\n  owner: CTO\n- title: Access policy\n  owner: CISO\n'],
    ['policies/metadata.yaml', 'backup:\n  owner: CTO\naccess:\n  owner: CISO\n'],
    ['policies.yml', 'documents:\n  - id: backup\n    owner: CTO\n'],
    ['policies.json', '{"policies": {"backup": {"file": "./policies/backup.md", "owner": "CTO"}}}'],
    ['policies/backup.yml', 'owner: CTO\n'],
    ['policies/backup.meta.json', '{"owner": "CTO"}'],
    [
      'policies/document-register.json',
      '[{"link": "https://wiki.acme.example/policies/backup/", "title": "Backup policy", "owner": "CTO"}]',
    ],
  ])('%s: %s', async (path, text) => {
    const document = await documentIn({ 'policies/backup.md': plain, [path]: text });
    expect(statedIn(document)['owner']).toBe('CTO');
    expect(document.metadata.stated.owner?.at.file).toBe(path);
  });

  it('goes behind what the document says, and adds its reviews and criteria', async () => {
    const document = await documentIn({
      'policies/backup.md': `---\ntitle: Backup policy\nowner: CTO\n---\n${body}`,
      'policies/policies.yml':
        '- file: backup.md\n  owner: CISO\n  version: 3\n  criteria: [A1.2]\n  reviews:\n    - { date: 2026-02-01, by: CEO }\n',
    });
    expect(statedIn(document)).toEqual({ title: 'Backup policy', owner: 'CTO', version: '3' });
    expect(document.metadata.criteria.map(({ text }) => text)).toEqual(['A1.2']);
    expect(document.metadata.revisions.map(({ date, approver }) => [date?.text, approver?.text])).toEqual([
      ['2026-02-01', 'CEO'],
    ]);
  });

  it.each<[string, string]>([
    ['policies/policies.json', '[{"file": "access.md", "owner": "CISO"}]'],
    ['policies/other.json', '[{"file": "backup.md", "owner": "CTO"}]'],
    ['elsewhere/policies.json', '[{"file": "backup.md", "owner": "CTO"}]'],
    ['policies/policies.json', '{broken'],
  ])('not %s: %s', async (path, text) => {
    expect(statedIn(await documentIn({ 'policies/backup.md': plain, [path]: text }))).toEqual({});
  });
});
