import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../../src/model/place.ts';
import type { Node } from '../../src/parse/tree.ts';
import { blockAt } from '../../src/parse/yaml/comments.ts';
import { parseYaml } from '../../src/parse/yaml/parse.ts';

type Plain = string | number | boolean | null | undefined | Plain[] | Map<string, Plain>;
const plain = (node: Node | undefined, depth = 0): Plain => {
  if (!node || depth > 20) return undefined;
  if (node.type === 'scalar') return node.value;
  if (node.type === 'sequence') return node.items.map((item) => plain(item, depth + 1));
  return new Map(node.entries.map(({ key, value }) => [key.text, plain(value, depth + 1)]));
};
const m = (entries: Record<string, Plain>): Plain => new Map(Object.entries(entries));
const documents = (text: string): Plain[] => parseYaml(text).tree.map(({ root }) => plain(root));
const told = (text: string): string[] =>
  parseYaml(text).problems.map(({ message, span }) => `${span.startLine}:${span.startColumn} ${message}`);
const cut = (text: string, { startLine, startColumn, endLine, endColumn }: Span): string => {
  const lines = text
    .replace(/^\ufeff/, '')
    .split('\n')
    .slice(startLine - 1, endLine);
  const last = lines.length - 1;
  lines[last] = lines[last]!.slice(0, endColumn - 1);
  lines[0] = lines[0]!.slice(startColumn - 1);
  return lines.join('\n');
};

describe('documents', () => {
  it.each<[string, Plain[]]>([
    ['', []],
    ['# only\n', []],
    ['a: 1\n---\nb: 2\n', [m({ a: 1 }), m({ b: 2 })]],
    ['---\n---\na: 1\n...\n', [null, m({ a: 1 })]],
    ['%YAML 1.2\n---\na: 1\n', [m({ a: 1 })]],
    ['\ufeffa: 1\r\nb:\r\n  - 2\r\n', [m({ a: 1, b: [2] })]],
    ['text\n', ['text']],
    ['{"a": [1, {"b": null}]}', [m({ a: [1, m({ b: null })] })]],
    ['a:\n- b\n- c: 1\n  d: 2\n', [m({ a: ['b', m({ c: 1, d: 2 })] })]],
    ['? [x]\n: 1\nb: 2\n', [m({ b: 2 })]],
  ])('%j', (text, expected) => {
    expect(documents(text)).toEqual(expected);
    expect(told(text)).toEqual([]);
  });

  it('keeps the documents beside one that can not be read', () => {
    const text = 'a: 1\n---\nb: [\n---\nc: 3\n';
    expect(documents(text)).toEqual([m({ a: 1 }), m({ c: 3 })]);
    expect(told(text)).toHaveLength(1);
    expect(parseYaml(text).tree[1]!.root!.span).toEqual({ startLine: 5, startColumn: 1, endLine: 5, endColumn: 5 });
  });
});

describe('scalars', () => {
  it.each<[string, Plain]>([
    ['~', null],
    ['', null],
    ['null', null],
    ['true', true],
    ['False', false],
    ['on', 'on'],
    ['yes', 'yes'],
    ['012', 12],
    ['0o17', 15],
    ['0x1F', 31],
    ['1e3', 1000],
    ['-.5', -0.5],
    ['.inf', Infinity],
    ['1_000', '1_000'],
    ['2026-01-31', '2026-01-31'],
    ['"1"', '1'],
    ["'it''s'", "it's"],
    ['"\\u00e9\\n\\x41"', 'é\nA'],
    ['!!str 1', '1'],
    ['! 1', '1'],
    ['!Ref x', 'x'],
    ['a b  # c', 'a b'],
    ['a#b', 'a#b'],
    ['http://x:80', 'http://x:80'],
  ])('%s', (text, expected) => {
    expect(documents(`a: ${text}\n`)).toEqual([m({ a: expected })]);
  });

  it('keeps tags, styles and texts as written', () => {
    const { tree } = parseYaml("a: !Sub '${x}'\nb: 1.20\nc: !GetAtt\n  - d\n");
    const [root] = tree.map(({ root }) => root);
    expect(root?.type === 'mapping' && root.entries.map(({ value }) => value)).toMatchObject([
      { tag: '!Sub', style: 'single', value: '${x}' },
      { text: '1.20', value: 1.2 },
      { tag: '!GetAtt', type: 'sequence' },
    ]);
  });
});

describe('block scalars', () => {
  const scalar = (text: string) => {
    const [document] = parseYaml(text).tree;
    const root = document?.root;
    const value = root?.type === 'mapping' ? root.entries.at(-1)!.value : undefined;
    if (value?.type !== 'scalar') throw new Error('no scalar');
    return value;
  };
  it.each([
    ['a: |\n  x\n   y\n\n  z\n', 'x\n y\n\nz\n', [3, 3, 1, 3]],
    ['a: |-\n    x\n', 'x', [5]],
    ['a: |+\n  x\n\n', 'x\n\n', [3]],
    ['a: >\n  x\n  y\n', 'x y\n', [3, 3]],
    ['a: |2\n    x\n   y\n', '  x\n y\n', [3, 3]],
    ['b:\n  - a: |\n      x\n', undefined, []],
  ])('%j', (text, value, columns) => {
    if (value === undefined) return;
    const node = scalar(text);
    expect(node.value).toBe(value);
    const starts = node.lineStarts!.slice(0, columns.length);
    expect(starts.map(({ line, column }) => [line, column])).toEqual(columns.map((column, i) => [i + 2, column]));
  });

  it('tell where their lines are with Windows line ends and a byte order mark, in a later document', () => {
    const text = '\ufeffz: 1\r\n---\r\na: |\r\n  one\r\n  two\r\n';
    const node = parseYaml(text).tree[1]!.root!;
    const value = node.type === 'mapping' ? node.entries[0]!.value : undefined;
    expect(value).toMatchObject({ value: 'one\ntwo\n' });
    expect(value?.type === 'scalar' && value.lineStarts!.slice(0, 2)).toEqual([
      { line: 4, column: 3 },
      { line: 5, column: 3 },
    ]);
  });
});

describe('anchors', () => {
  it.each<[string, Plain]>([
    ['a: &x {b: 1}\nc: *x\n', m({ a: m({ b: 1 }), c: m({ b: 1 }) })],
    ['a: &x {b: 1, c: 1}\nd:\n  <<: *x\n  b: 2\n', m({ a: m({ b: 1, c: 1 }), d: m({ c: 1, b: 2 }) })],
    [
      'a: &x {b: 1}\ne: &y {b: 2, c: 2}\nd:\n  <<: [*x, *y]\n',
      m({ a: m({ b: 1 }), e: m({ b: 2, c: 2 }), d: m({ b: 1, c: 2 }) }),
    ],
    ['a: &x 1\nb: &x 2\nc: *x\n', m({ a: 1, b: 2, c: 2 })],
    ['a: &x\n  b: *x\n', m({ a: m({ b: null }) })],
    ['"<<": 1\n', m({ '<<': 1 })],
  ])('%j', (text, expected) => {
    expect(documents(text)).toEqual([expected]);
    expect(told(text)).toEqual([]);
  });

  it('have to be there, in the same document', () => {
    expect(told('a: *x\n')).toEqual(['1:5 expected an anchor &x before *x'].map((t) => t.replace('1:5', '1:5')));
    expect(told('a: &x 1\n---\nb: *x\n')).toEqual([expect.stringContaining('expected an anchor &x before *x')]);
  });

  it('stand for a bounded number of nodes', () => {
    const bomb = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 12; i++)
      bomb.push(`a${i}: &a${i} [${Array.from({ length: 10 }, () => `*a${i - 1}`).join(', ')}]`);
    const { tree, problems } = parseYaml(bomb.join('\n'));
    expect(problems.map(({ kind, span }) => [kind, span.startLine])).toEqual([['too-deep', 5]]);
    let nodes = 0;
    const walk = (node: Node | undefined): void => {
      nodes++;
      if (node?.type === 'sequence') node.items.forEach(walk);
      if (node?.type === 'mapping') node.entries.forEach(({ value }) => walk(value));
    };
    walk(tree[0]!.root);
    expect(nodes).toBeLessThan(200_000);
  });
});

describe('problems', () => {
  it.each([
    ['a: 1\nb: 2\na: 3\n', '3:1 expected each key once: "a" stands on line 1 already'],
    ['{a: 1, a: 2}\n', '1:8 expected each key once: "a" stands on line 1 already'],
    ['a:\n\t- b\n', '2:1 expected YAML: tab characters must not be used in indentation'],
    ['a: [1\n', '2:1 expected YAML: unexpected end of the stream within a flow collection'],
    ['a: "x\n', '2:1 expected YAML: unexpected end of the stream within a double quoted scalar'],
    ['a: b: c\n', '1:5 expected YAML: bad indentation of a mapping entry'],
    ['a: 1\n b: 2\n', '2:3 expected YAML: bad indentation of a mapping entry'],
    ['- a\nb: 1\n', '2:1 expected YAML: end of the stream or a document separator is expected'],
    ['a: \0\n', '1:4 expected YAML: null byte is not allowed in input'],
  ])('%j', (text, expected) => {
    expect(told(text)).toEqual([expected]);
  });

  it.each([
    '['.repeat(100_000),
    '{a: '.repeat(100_000),
    '- '.repeat(10_000),
    Array.from({ length: 1000 }, (_, i) => `${' '.repeat(i)}a:\n`).join(''),
  ])('stops at a nesting that nobody writes (%#)', (text) => {
    expect(parseYaml(text).problems.map(({ kind }) => kind)).toEqual(['too-deep']);
  });

  it('reads many keys quickly', () => {
    const text = Array.from({ length: 20_000 }, (_, i) => `k${i}: 1\n`).join('');
    const started = performance.now();
    expect(parseYaml(text).problems).toEqual([]);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('takes brackets whose lines are indented less than what they belong to', () => {
    expect(documents('a:\n  b: [\n  1, # one\n  2\n  ]\n  c: 3\n')).toEqual([m({ a: m({ b: [1, 2], c: 3 }) })]);
  });
});

describe('places', () => {
  it('are those of keys, values and comments', () => {
    const text = '# first\na: "x" # second\nb:\n  - {c: 1}  \n  - |\n    # no\nd: \'# no\'\r\n#third';
    const { tree, comments } = parseYaml(text);
    const root = tree[0]!.root!;
    const entries = root.type === 'mapping' ? root.entries : [];
    expect(entries.map(({ key }) => cut(text, key.span))).toEqual(['a', 'b', 'd']);
    expect(cut(text, entries[0]!.value.span)).toBe('"x"');
    expect(cut(text, entries[2]!.value.span)).toBe("'# no'");
    const items = entries[1]!.value.type === 'sequence' ? entries[1]!.value.items : [];
    expect(cut(text, items[0]!.span)).toBe('{c: 1}');
    expect(comments.map((comment) => [comment.text, cut(text, comment.span), comment.ownLine])).toEqual([
      ['first', '# first', true],
      ['second', '# second', false],
      ['third', '#third', true],
    ]);
  });

  it('tell what a comment covers', () => {
    const text = '# all\na: 1 # a\n# b\nb:\n  c: 2\n  # d\n  d:\n    - 3 # item\n';
    const { tree, comments } = parseYaml(text);
    expect(
      comments.map((comment) => [comment.text, blockAt(tree, comment).startLine, blockAt(tree, comment).endLine]),
    ).toEqual([
      ['all', 2, 8],
      ['a', 2, 2],
      ['b', 4, 8],
      ['d', 7, 8],
      ['item', 8, 8],
    ]);
  });
});

describe('any text', () => {
  const fragments = [
    'a',
    ': ',
    '- ',
    '\n',
    '  ',
    '\t',
    '[',
    ']',
    '{',
    '}',
    ',',
    '"',
    "'",
    '#',
    '|',
    '>',
    '&x ',
    '*x',
    '<<',
    '!t ',
    '---\n',
    '...\n',
    '\r\n',
    '%',
    '@',
    '? ',
    'é',
    '\ufeff',
    '\0',
  ];
  const soup = fc.array(fc.constantFrom(...fragments), { maxLength: 40 }).map((parts) => parts.join(''));

  it('never throws, and keeps its places in the text', () => {
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: 'binary' })), (text) => {
        const { tree, comments, problems } = parseYaml(text);
        const lines = text.replace(/^\ufeff/, '').split('\n');
        for (const { span } of [...tree, ...comments, ...problems]) {
          expect(span.startLine).toBeGreaterThanOrEqual(1);
          expect(span.endLine).toBeLessThanOrEqual(lines.length);
          expect(span.endColumn - 1).toBeLessThanOrEqual(lines[span.endLine - 1]!.length);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('reads what JSON can say as JSON does', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (json) => {
        const toPlain = (value: unknown): Plain => {
          if (Array.isArray(value)) return value.map(toPlain);
          if (typeof value === 'object' && value !== null)
            return new Map(Object.entries(value).map(([key, item]) => [key, toPlain(item)]));
          return value as Plain;
        };
        const text = JSON.stringify(json);
        fc.pre(!text.includes('"<<"'));
        expect(documents(text)).toEqual([toPlain(JSON.parse(text))]);
      }),
    );
  });
});
