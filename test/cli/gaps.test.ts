import { readFileSync } from 'node:fs';
import { Ajv2020 as Ajv } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { criteria } from '../../src/criteria/catalogue.ts';
import type { CriterionGaps } from '../../src/report/gaps.ts';
import { cli, folderWith } from '../run.ts';

const tree = {
  '.soc2/config.yml': 'categories: [security]\nholds: [policies]\n',
  '.soc2/manual-evidence.yml':
    'evidence:\n  - criterion: CC1.2\n    what: Board minutes\n    where: Board portal\n    date: 2026-01-10\n    nextDue: 2026-04-10\n',
  'main.tf':
    'resource "aws_s3_bucket_acl" "site" {\n  bucket = "site"\n  acl    = "public-read"\n}\nresource "aws_s3_bucket" "site" {\n  bucket = "site"\n}\n',
  'docs/policies/backup.md':
    '---\ntitle: Backup policy\nowner: CTO\n---\n\n# Backup policy\n\n## Scope\n\nAll of it.\n',
};
const gaps = (folder: string, ...args: string[]) => cli(folder, ['gaps', '--as-of', '2026-11-22', ...args]);
const listed = (folder: string, ...args: string[]) =>
  JSON.parse(gaps(folder, '--format', 'json', ...args).out) as { categories: string[]; gaps: CriterionGaps[] };

describe('gaps', () => {
  const folder = folderWith(tree);
  const { categories, gaps: rows } = listed(folder);
  const missing = (criterion: string) => rows.find((row) => row.criterion === criterion)?.missing ?? [];

  it('goes by criterion, in the catalogue’s order, within the chosen categories', () => {
    expect(categories).toEqual(['security']);
    const order = criteria.map(({ id }) => id).filter((id) => rows.some(({ criterion }) => criterion === id));
    expect(rows.map(({ criterion }) => criterion)).toEqual(order);
    expect(order.every((id) => id.startsWith('CC'))).toBe(true);
  });

  it('says who has to act', () => {
    expect(missing('CC6.1')).toContainEqual(
      expect.objectContaining({ who: 'repository', rule: 'storage-is-private/acl', places: ['main.tf:3'] }),
    );
    expect(missing('CC1.1')).toContainEqual(
      expect.objectContaining({ who: 'document', what: expect.stringMatching(/^Code of conduct is missing/) }),
    );
    expect(missing('CC3.1')).toContainEqual(
      expect.objectContaining({ who: 'outside', do: expect.stringContaining('.soc2/manual-evidence.yml') }),
    );
  });

  it('tells evidence that was due again, and asks for none where it is current', () => {
    expect(missing('CC1.2')).toEqual([
      expect.objectContaining({ who: 'outside', what: 'Board minutes: was due again on 2026-04-10.' }),
    ]);
    const current = tree['.soc2/manual-evidence.yml'].replace('2026-04-10', '2027-01-10');
    const { gaps: after } = listed(folderWith({ ...tree, '.soc2/manual-evidence.yml': current }));
    expect(after.map(({ criterion }) => criterion)).not.toContain('CC1.2');
  });

  it('lists the same as text and as Markdown, and no number for the whole', () => {
    const text = gaps(folder).out;
    const page = gaps(folder, '--format', 'markdown').out;
    for (const { criterion, title } of rows) {
      expect(text).toContain(`${criterion}  ${title}`);
      expect(page).toContain(`## ${criterion} `);
    }
    expect(page).toContain('- [ ] **document** Code of conduct is missing');
    for (const out of [text, page]) {
      expect(out).toContain('that is for a CPA');
      expect(out).not.toMatch(/%/);
    }
    for (const line of text.split('\n')) expect(line.length, line).toBeLessThanOrEqual(100);
  });

  it('takes other categories, a folder, and no files', () => {
    const wider = listed(folder, '--categories', 'security,privacy').gaps.map(({ criterion }) => criterion);
    expect(wider).toContain('P6.2');
    expect(cli(folder, ['gaps', 'main.tf'])).toMatchObject({ code: 2, out: '' });
    expect(cli(folder, ['gaps', '--format', 'xml'])).toMatchObject({ code: 2, out: '' });
    expect(gaps(folder).code).toBe(0);
  });

  it('says that it may be more where a file can’t be read', () => {
    const { code, out } = gaps(folderWith({ ...tree, 'other.tf': 'resource "aws_s3_bucket" {\n' }));
    expect(code).toBe(3);
    expect(out).toContain('1 file that may say something here could not be read.');
  });

  it('keeps to its schema', () => {
    const ajv = new Ajv({ strict: true });
    (addFormats as unknown as (ajv: Ajv) => void)(ajv);
    const validate = ajv.compile(JSON.parse(readFileSync('schema/gaps.schema.json', 'utf8')));
    const said = JSON.parse(gaps(folder, '--format', 'json').out) as unknown;
    expect(validate(said), JSON.stringify(validate.errors)).toBe(true);
  });

  it('names all that a document lacks in one line, and of how many others the same is so', () => {
    const document = (title: string) =>
      `---\ntitle: ${title}\n---\n\n# ${title}\n\n## Scope\n\n${'All of the databases are meant by this. '.repeat(10)}\n`;
    const two = folderWith({
      'docs/policies/backup.md': document('Backup policy'),
      'docs/policies/capacity.md': document('Capacity and performance policy'),
    });
    const all = listed(two, '--categories', 'availability').gaps;
    const of = (criterion: string) => all.find((row) => row.criterion === criterion)!.missing.map(({ what }) => what);
    expect(of('A1.1')).toContainEqual(
      expect.stringMatching(/^"Capacity and performance policy" says nothing about alerts, .*, owner, thresholds\.$/),
    );
    expect(of('CC1.3')).toContainEqual('"Backup policy" names no owner. It is the same in one more place.');
  });
});
