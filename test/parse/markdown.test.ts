import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { child, itemsOf, textOf } from '../../src/parse/look.ts';
import { entriesOf } from '../../src/parse/look.ts';
import { parseMarkdown } from '../../src/parse/markdown/parse.ts';
import type { Piece } from '../../src/parse/markdown/tree.ts';

const tree = (text: string) => parseMarkdown(text).tree;
const start = ({ span }: Pick<Piece, 'span'>) => [span.startLine, span.startColumn];
/** What stands in the source at a span of one line. */
const slice = (text: string, { span }: Pick<Piece, 'span'>) => {
  const line = text.replace(/^\uFEFF/, '').split(/\r?\n/)[span.startLine - 1] ?? '';
  return line.slice(span.startColumn - 1, span.endColumn - 1);
};

describe('front matter', () => {
  it('stands between fences, and its places are those of the file', () => {
    const { frontMatter, headings } = tree(
      '---\ntitle: Backup policy\nowner: Head of Engineering\n---\n\n# Backup policy\n',
    );
    const owner = child(frontMatter!.root, 'owner')!;
    expect(textOf(owner)).toBe('Head of Engineering');
    expect(start(owner)).toEqual([3, 8]);
    expect(headings.map(({ text, span }) => [text, span.startLine])).toEqual([['Backup policy', 6]]);
  });

  it('is read without an opening fence, as strongdm/comply writes it', () => {
    const { frontMatter, headings } = tree(
      'name: Organizational Narrative\nacronym: ON\nsatisfies:\n  TSC:\n    - CC1.2\n    - CC1.3\nmajorRevisions:\n  - date: Jun 1 2018\n    comment: Initial document\n---\n# Purpose\n',
    );
    expect(textOf(child(frontMatter!.root, 'acronym'))).toBe('ON');
    expect(itemsOf(child(frontMatter!.root, 'satisfies', 'TSC')).map(textOf)).toEqual(['CC1.2', 'CC1.3']);
    expect(headings.map(({ text }) => text)).toEqual(['Purpose']);
  });

  it('keeps what YAML 1.1 would turn into booleans and numbers', () => {
    const { frontMatter } = tree('---\ncountry: NO\nswitch: ON\nversion: 2.10\n---\n');
    expect(['country', 'switch', 'version'].map((key) => textOf(child(frontMatter!.root, key)))).toEqual([
      'NO',
      'ON',
      '2.10',
    ]);
  });

  it('is no heading and no rule of the text', () => {
    expect(tree('Note: a sentence\n---\n\nText.\n').frontMatter).toBeUndefined();
    expect(tree('Note: a sentence\n---\n').headings.map(({ level, text }) => [level, text])).toEqual([
      [2, 'Note: a sentence'],
    ]);
    expect(tree('# A title\n\nText: one\nmore: two\n\n---\n').frontMatter).toBeUndefined();
  });

  it('in TOML is read where it is keys and plain values, in place', () => {
    const { tree: read, problems } = parseMarkdown(
      '+++\n# ours\ntitle = "Backup"\ntags=[1]\n\n[params]\ndate = 2026-01-01\n+++\n\n# Backup\n',
    );
    expect(problems).toEqual([]);
    expect(entriesOf(read.frontMatter?.root).map(({ key, value }) => [key.text, value.span.startLine])).toEqual([
      ['title', 3],
      ['tags', 4],
      ['date', 7],
    ]);
  });

  it('in TOML of another form is named as not read, and costs only itself', () => {
    const { tree: read, problems } = parseMarkdown('+++\ntitle = """\nBackup"""\n+++\n\n# Backup\n');
    expect(read.frontMatter?.unread).toMatch(/TOML is not read/);
    expect(problems.map(({ span }) => span.startLine)).toEqual([1]);
    expect(read.headings.map(({ text }) => text)).toEqual(['Backup']);
  });

  it('that is not YAML is a problem at its line', () => {
    const { tree: read, problems } = parseMarkdown('---\ntitle: "Backup\nowner: x\n---\n\n# Backup\n');
    expect(read.frontMatter?.unread).toBeDefined();
    expect(problems.length).toBe(1);
    expect(read.headings.length).toBe(1);
  });
});

describe('headings', () => {
  it('are found in both forms, and in HTML', () => {
    const text = '# One `code` [link](x)\n\nTwo\n===\n\nThree\n-----\n\n## Four ##\n\n<h2 align="center">Five</h2>\n';
    expect(tree(text).headings.map(({ level, text: words, span }) => [level, words, span.startLine])).toEqual([
      [1, 'One code link', 1],
      [1, 'Two', 3],
      [2, 'Three', 6],
      [2, 'Four', 9],
      [2, 'Five', 11],
    ]);
  });

  it('in code are none', () => {
    expect(tree('```\n# no\n```\n').headings).toEqual([]);
  });
});

describe('tables', () => {
  it('are read with the place of each cell', () => {
    const text = '| Version | Date | Approved by |\n|---|---|---|\n| 2.0 | 2026-04-14 | Head of *Security* |\n';
    const [table] = tree(text).tables;
    expect(table!.header.map(({ text: cell }) => cell)).toEqual(['Version', 'Date', 'Approved by']);
    expect(table!.rows[0]!.map(({ text: cell }) => cell)).toEqual(['2.0', '2026-04-14', 'Head of Security']);
    expect(table!.rows[0]!.map((cell) => slice(text, cell))).toEqual(['2.0', '2026-04-14', 'Head of *Security*']);
  });

  it('without outer bars and with an escaped bar keep their columns', () => {
    const text = 'a | b\n--|--\nx \\| y | z\n';
    const [table] = tree(text).tables;
    expect(table!.rows[0]!.map((cell) => slice(text, cell))).toEqual(['x \\| y', 'z']);
  });

  it('drawn with lines, as pandoc reads them, are read as well', () => {
    const text =
      '+--------+---------------+\n|**Name**| **Recovery    |\n|        | Time**        |\n+========+===============+\n| API    | 4 hours       |\n+--------+---------------+\n|        |               |\n+--------+---------------+\n| Portal | next          |\n|        | business day  |\n+--------+---------------+\n';
    const [table] = tree(text).tables;
    expect(table!.header.map(({ text: cell }) => cell)).toEqual(['Name', 'Recovery Time']);
    expect(table!.rows.map((row) => row.map(({ text: cell }) => cell))).toEqual([
      ['API', '4 hours'],
      ['Portal', 'next business day'],
    ]);
    expect(slice(text, table!.rows[0]![1]!)).toBe('4 hours');
  });

  it('in HTML are read as well', () => {
    const text =
      '<table>\n<tr><th>Owner</th><td>Head of Security</td></tr>\n<tr><th>Effective date</th><td><b>2026-01-01</b></td></tr>\n</table>\n';
    const [table] = tree(text).tables;
    expect(table!.header).toEqual([]);
    expect(table!.rows.map((row) => row.map(({ text: cell }) => cell))).toEqual([
      ['Owner', 'Head of Security'],
      ['Effective date', '2026-01-01'],
    ]);
    expect(slice(text, table!.rows[0]![1]!)).toBe('Head of Security');
  });

  it('in HTML with a row of headings have a header', () => {
    const [table] = tree(
      '<table><tr><th>Version</th><th>Date</th></tr><tr><td>1</td><td>2026-01-01</td></tr></table>\n',
    ).tables;
    expect(table!.header.map(({ text }) => text)).toEqual(['Version', 'Date']);
    expect(table!.rows.length).toBe(1);
  });
});

describe('lines that define something', () => {
  it.each([
    ['Owner: Head of Security', 'Owner', 'Head of Security'],
    ['**Owner:** Head of Security', 'Owner', 'Head of Security'],
    ['**Owner**: Head of Security', 'Owner', 'Head of Security'],
    ['*Effective date*: 2026-01-01', 'Effective date', '2026-01-01'],
    ['- Approved by: [CEO](roles.md)', 'Approved by', 'CEO'],
    ['Version: `1.2`  ', 'Version', '1.2'],
    ['__Owner:__ Head of Security<br>', 'Owner', 'Head of Security'],
  ])('%s', (line, key, value) => {
    const [found] = tree(`# T\n\n${line}\n`).definitions;
    expect([found?.key, found?.value.text]).toEqual([key, value]);
  });

  it('may stand several to a line', () => {
    const found = tree('**Owner:** CTO | **Version:** 1.2\n').definitions;
    expect(found.map(({ key, value }) => [key, value.text, value.span.startColumn])).toEqual([
      ['Owner', 'CTO', 12],
      ['Version', '1.2', 31],
    ]);
  });

  it('in code are none', () => {
    expect(tree('```yaml\nOwner: nobody\n```\n').definitions).toEqual([]);
  });
});

describe('links', () => {
  it('have their target and place, each of the same by itself', () => {
    const text = 'See [a](a.md) and [a again](a.md#x) and [a.md](a.md).\n';
    expect(tree(text).links.map((link) => [link.target, link.span.startColumn])).toEqual([
      ['a.md', 9],
      ['a.md#x', 29],
      ['a.md', 48],
    ]);
  });

  it('in tables stand on the line of their row', () => {
    expect(tree('| a |\n|---|\n| x |\n| [y](y.md) |\n').links.map(start)).toEqual([[4, 7]]);
  });
});

describe('comments', () => {
  const covers = (text: string) =>
    parseMarkdown(text).comments.map((comment) => {
      const { startLine, endLine } = comment.covers();
      return [comment.text, startLine, endLine];
    });

  it('before everything cover the document, before a heading its section, else the block below', () => {
    const text =
      '<!-- all -->\n# T\n\n<!-- section -->\n## A\n\nText.\n\n### Below A\n\n## B\n\n<!-- block -->\nA paragraph\nof two lines.\n\nAnother.\n';
    expect(covers(text)).toEqual([
      ['all', 1, 17],
      ['section', 5, 11],
      ['block', 14, 15],
    ]);
  });

  it('in front matter cover the entry below', () => {
    expect(covers('---\ntitle: T\n# why\nowner: TBD\n---\n\nText.\n')).toEqual([['why', 4, 4]]);
  });

  it('of MDX are read, and those in code are not', () => {
    expect(covers('# T\n\n{/* mdx */}\n\nText.\n\n```html\n<!-- no -->\n```\n').map(([text]) => text)).toEqual(['mdx']);
  });
});

describe('prose', () => {
  it('keeps columns where code, tags and comments are blanked', () => {
    const text = 'Ask `{{x}}` <b>now</b> TODO <!-- TBD -->\n';
    const [line] = tree(text).prose;
    expect(line!.indexOf('TODO')).toBe(text.indexOf('TODO'));
    expect(line).not.toMatch(/\{\{|<b>|TBD/);
  });
});

describe('any text', () => {
  const documents = array(
    constantFrom(
      '# Heading',
      'Setext',
      '===',
      '---',
      'title: x',
      'owner: y',
      '| a | b |',
      '|---|---|',
      '| [x](y.md) | TODO |',
      '**Owner:** CTO',
      '<!-- c -->',
      '<table><tr><td>x',
      '> - quoted',
      '    a. indented',
      '```',
      '',
    ),
    { maxLength: 30 },
  ).map((lines) => lines.join('\n'));

  it('is read without throwing, and gives the same tree with CRLF and a byte order mark', () => {
    assert(
      property(documents, (text) => {
        const plain = tree(text);
        const windows = tree(`\uFEFF${text.replaceAll('\n', '\r\n')}`);
        expect({ ...windows, prose: [], span: 0 }).toEqual({ ...plain, prose: [], span: 0 });
      }),
    );
  });

  it('gives places that lie in it', () => {
    assert(
      property(documents, (text) => {
        const lines = text.split('\n');
        const { headings, blocks, tables, links } = tree(text);
        for (const { span } of [
          ...headings,
          ...blocks,
          ...links,
          ...tables.flatMap((t) => [...t.header, ...t.rows.flat()]),
        ]) {
          expect(span.startLine).toBeLessThanOrEqual(span.endLine);
          expect(lines[span.startLine - 1]!.length + 1).toBeGreaterThanOrEqual(span.startColumn);
          expect(lines[span.endLine - 1]!.length + 1).toBeGreaterThanOrEqual(span.endColumn);
        }
      }),
    );
  });

  it.each([
    ['quotes', '>'.repeat(20_000)],
    ['lists', Array.from({ length: 400 }, (_, i) => `${' '.repeat(i * 2)}- x`).join('\n')],
    ['brackets', '['.repeat(50_000)],
    ['open comments', '<!-- '.repeat(50_000)],
    ['open tags', '<a '.repeat(50_000)],
    ['links', '[a](b.md) '.repeat(20_000)],
    ['emphasis', '*a_ '.repeat(20_000)],
    ['bars', `${'|a'.repeat(20_000)}|\n${'|-'.repeat(20_000)}|\n`],
  ])(
    'that is all %s ends soon',
    (_, text) => {
      expect(() => parseMarkdown(text)).not.toThrow();
    },
    5_000,
  );
});
