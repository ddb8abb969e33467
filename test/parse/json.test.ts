import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../src/parse/json/parse.ts';
import type { Node } from '../../src/parse/tree.ts';

const plain = (node: Node | undefined): unknown => {
  if (!node) return undefined;
  if (node.type === 'scalar') return node.value;
  if (node.type === 'sequence') return node.items.map(plain);
  return node.entries.map(({ key, value }) => [key.text, plain(value)]);
};
const told = (text: string, comments = false): string[] =>
  parseJson(text, { comments }).problems.map(({ message, span }) => `${span.startLine}:${span.startColumn} ${message}`);

describe('JSON', () => {
  it('reads values of all kinds', () => {
    const text = '{"a": [1, -2.5e3, "x\\n\\u00e9", true, false, null], "b": {}, "__proto__": []}';
    expect(parseJson(text).problems).toEqual([]);
    expect(plain(parseJson(text).tree)).toEqual([
      ['a', [1, -2500, 'x\né', true, false, null]],
      ['b', []],
      ['__proto__', []],
    ]);
  });

  it('gives places, behind a byte order mark and with Windows line ends too', () => {
    const { tree } = parseJson('\ufeff{\r\n  "a": [\r\n    "b"\r\n  ]\r\n}\r\n');
    expect(tree).toMatchObject({
      span: { startLine: 1, startColumn: 1, endLine: 5, endColumn: 2 },
      entries: [
        {
          key: { span: { startLine: 2, startColumn: 3, endLine: 2, endColumn: 6 } },
          value: {
            span: { startLine: 2, startColumn: 8, endLine: 4, endColumn: 4 },
            items: [{ span: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 8 } }],
          },
        },
      ],
    });
  });

  it('allows comments and trailing commas where they are asked for, and finds them', () => {
    const text = '// one\n{ /* two */ "a": [1,], # no\n}';
    expect(told('{"a": 1 /* x */}')).toEqual(['1:9 expected JSON: no comment here']);
    expect(told('[1,]')).toHaveLength(1);
    const { comments, problems, tree } = parseJson(text.replace(' # no', ' // three'), { comments: true });
    expect(problems).toEqual([]);
    expect(plain(tree)).toEqual([['a', [1]]]);
    expect(comments.map(({ text, span, ownLine }) => [text, span.startLine, span.startColumn, ownLine])).toEqual([
      ['one', 1, 1, true],
      ['two', 2, 3, false],
      ['three', 2, 24, false],
    ]);
  });

  it.each([
    ['', '1:1 expected JSON: a value'],
    ['{"a": }', '1:7 expected JSON: a value'],
    ['{"a" 1}', '1:6 expected JSON: a colon'],
    ['{"a": 1 "b": 2}', '1:9 expected JSON: a comma'],
    ['{"a": 1', '1:8 expected JSON: a closing brace'],
    ['[1', '1:3 expected JSON: a closing bracket'],
    ['["x]', '1:2 expected JSON: a closing quote'],
    ['["\\q"]', '1:2 expected JSON: a valid escape'],
    ['["\\u00zz"]', '1:2 expected JSON: a valid \\u escape'],
    ['{} {}', '1:4 expected JSON: the end of the file'],
    ["{'a': 1}", '1:2 expected JSON: a value that JSON knows'],
    ['{"a": NaN}', '1:7 expected JSON: a value that JSON knows'],
    ['{"a": 1,\n"b": 2,\n"a": 3}', '3:1 expected each key once: "a" stands on line 1 already'],
  ])('%j', (text, expected) => {
    expect(told(text)).toEqual([expected]);
  });

  it('keeps what it could read', () => {
    expect(plain(parseJson('{"a": 1, "b": , "c": 3}').tree)).toEqual([
      ['a', 1],
      ['c', 3],
    ]);
  });

  it.each(['['.repeat(100_000), '{"a":'.repeat(100_000), `${'['.repeat(201)}${']'.repeat(201)}`])(
    'stops at a nesting that nobody writes (%#)',
    (text) => {
      const { tree, problems } = parseJson(text);
      expect(tree).toBeUndefined();
      expect(problems).toMatchObject([{ kind: 'too-deep', message: 'expected at most 200 levels of nesting' }]);
    },
  );

  it('reads many keys quickly', () => {
    const text = `{${Array.from({ length: 20_000 }, (_, i) => `"k${i}": 1`).join(',')}}`;
    const started = performance.now();
    expect(parseJson(text).problems).toEqual([]);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('never throws, and keeps its places in the text', () => {
    const soup = fc
      .array(
        fc.constantFrom(
          '{',
          '}',
          '[',
          ']',
          '"',
          ':',
          ',',
          '1',
          'true',
          '\\',
          '\n',
          '//',
          '/*',
          '*/',
          'a',
          ' ',
          '\ufeff',
          '\0',
          '-',
          '.',
        ),
        { maxLength: 30 },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: 'binary' })), fc.boolean(), (text, comments) => {
        const { tree, problems } = parseJson(text, { comments });
        const lines = text.replace(/^\ufeff/, '').split('\n');
        for (const { span } of [...problems, ...(tree ? [tree] : [])]) {
          expect(span.startLine).toBeGreaterThanOrEqual(1);
          expect(span.endLine).toBeLessThanOrEqual(lines.length);
          expect(span.endColumn - 1).toBeLessThanOrEqual(lines[span.endLine - 1]!.length);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('reads what the platform reads, the same', () => {
    const entries = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(entries);
      if (typeof value !== 'object' || value === null) return value;
      return Object.entries(value).map(([key, item]) => [key, entries(item)]);
    };
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (json, indent) => {
        const text = JSON.stringify(json, null, indent);
        const { tree, problems } = parseJson(text);
        expect(problems).toEqual([]);
        expect(plain(tree)).toEqual(entries(JSON.parse(text)));
      }),
    );
  });
});
