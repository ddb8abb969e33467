import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCsv } from '../../src/parse/csv/parse.ts';

const texts = (text: string) => parseCsv(text).tree.map((row) => row.map((field) => field.text));

describe('rows of separated values', () => {
  it.each<[string, string[][]]>([
    [
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a;b\r\n1;2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\n"x, y","say ""hi"""\n',
      [
        ['a', 'b'],
        ['x, y', 'say "hi"'],
      ],
    ],
    ['a\n"two\nlines"\n', [['a'], ['two\nlines']]],
    ['\uFEFFa,b\n', [['a', 'b']]],
    [
      'a,b\n,\n\n1,\n',
      [
        ['a', 'b'],
        ['1', ''],
      ],
    ],
    ['', []],
  ])('%j', (text, rows) => {
    expect(texts(text)).toEqual(rows);
  });

  it('knows where each field stands', () => {
    expect(parseCsv('a,b\n1,"2"\n').tree[1]![1]!.span).toEqual({
      startLine: 2,
      startColumn: 3,
      endLine: 2,
      endColumn: 6,
    });
  });

  it('tells of a quotation mark that never ends', () => {
    expect(parseCsv('a\n"b\n').problems).toMatchObject([{ kind: 'parse', span: { startLine: 2, startColumn: 1 } }]);
  });

  it('reads any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ',', ';', '"', '\n', '\r', ' ') }), (text) => {
        const lines = text.split('\n').length;
        for (const row of parseCsv(text).tree)
          for (const { span } of row) expect(span.endLine).toBeLessThanOrEqual(lines);
      }),
    );
  });
});
