import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shapeOf, sliceOf } from '../../../src/dev/hcl-outline.ts';
import type { Body, Expression } from '../../../src/parse/hcl/ast.ts';
import { parseHcl } from '../../../src/parse/hcl/parse.ts';
import { damaged, expression, file, soup } from './source.ts';

const valueOf = (text: string): Expression => {
  const { tree, problems } = parseHcl(`a = ${text}\n`);
  expect(problems).toEqual([]);
  return tree.attributes[0]!.value;
};
const shape = (text: string) => shapeOf(valueOf(text));
const literal = (text: string) => {
  const value = valueOf(text);
  return value.type === 'literal' ? value.value : value.type;
};
const messages = (text: string) =>
  parseHcl(text).problems.map(({ message, span }) => `${span.startLine}:${span.startColumn} ${message}`);
const names = (body: Body): unknown[] => [
  ...body.attributes.map(({ name }) => name),
  ...body.blocks.map((block) => [block.type, ...block.labels.map(({ text }) => text), ...names(block.body)]),
];

describe('literals', () => {
  it.each([
    ['1', 1],
    ['007', 7],
    ['1.50', 1.5],
    ['1e5', 100_000],
    ['1E+2', 100],
    ['25e-1', 2.5],
    ['true', true],
    ['false', false],
    ['null', null],
    ['""', ''],
    ['"a\\n\\r\\t\\"\\\\b"', 'a\n\r\t"\\b'],
    ['"\\u00e9\\U0001F600"', 'é😀'],
    ['"e\\u0301"', '\u00e9'],
    ['"e\u0301"', '\u00e9'],
    ['"$${x} %%{if} $ % $$ {}"', '${x} %{if} $ % $$ {}'],
    ['"# no // comment /* at all"', '# no // comment /* at all'],
  ])('%s', (text, value) => {
    expect(literal(text)).toBe(value);
  });

  it('keeps the text of a number that a double can not hold', () => {
    expect(valueOf('12345678901234567890123')).toMatchObject({ text: '12345678901234567890123' });
  });
});

describe('operators', () => {
  it.each([
    ['1 + 2 * 3', ['+', 1, ['*', 2, 3]]],
    ['1 - 2 - 3', ['-', ['-', 1, 2], 3]],
    ['8 / 4 % 3', ['%', ['/', 8, 4], 3]],
    ['a || b && c', ['||', ['name', 'a'], ['&&', ['name', 'b'], ['name', 'c']]]],
    ['1 < 2 == 3 >= 4', ['==', ['<', 1, 2], ['>=', 3, 4]]],
    ['1 != 2 && 3 <= 4', ['&&', ['!=', 1, 2], ['<=', 3, 4]]],
    ['!a == b', ['==', ['!', ['name', 'a']], ['name', 'b']]],
    ['-a.b', ['-', ['.', ['name', 'a'], 'b']]],
    ['- -1', ['-', ['-', 1]]],
    ['1 - -1', ['-', 1, ['-', 1]]],
    ['(1 + 2) * 3', ['*', ['()', ['+', 1, 2]], 3]],
    ['a-b', ['name', 'a-b']],
    ['10 / 2 // x', ['/', 10, 2]],
    ['a ? 1 : b ? 2 : 3', ['?', ['name', 'a'], 1, ['?', ['name', 'b'], 2, 3]]],
    ['a ? b ? 1 : 2 : 3', ['?', ['name', 'a'], ['?', ['name', 'b'], 1, 2], 3]],
    ['a == 1 ? 2 : 3', ['?', ['==', ['name', 'a'], 1], 2, 3]],
    ['(\na\n?\n1\n:\n2\n)', ['()', ['?', ['name', 'a'], 1, 2]]],
  ])('%s', (text, tree) => {
    expect(shape(text)).toEqual(tree);
  });
});

describe('traversals', () => {
  const a = ['name', 'a'];
  it.each([
    ['a.b.c', ['.', ['.', a, 'b'], 'c']],
    ['a . b', ['.', a, 'b']],
    ['a[0]', ['[]', a, '0.0000000']],
    ['a["k"].b', ['.', ['[]', a, 'k'], 'b']],
    ['a[b.c]', ['[]', a, ['.', ['name', 'b'], 'c']]],
    ['a[\n0\n]', ['[]', a, '0.0000000']],
    ['a.0.b', ['.', ['[]', a, '0.0000000'], 'b']],
    ['a.*.b.c', ['splat', a, ['.', ['.', ['name', '*'], 'b'], 'c']]],
    ['a[*].b[0]', ['splat', a, ['[]', ['.', ['name', '*'], 'b'], '0.0000000']]],
    ['a.*.b[0]', ['[]', ['splat', a, ['.', ['name', '*'], 'b']], '0.0000000']],
    ['a[*]', ['splat', a, ['name', '*']]],
    ['a[*].b[*].c', ['splat', a, ['splat', ['.', ['name', '*'], 'b'], ['.', ['name', '*'], 'c']]]],
    ['f(x)[0].y', ['.', ['[]', ['call', 'f', false, ['name', 'x']], '0.0000000'], 'y']],
    ['{ a = 1 }.a', ['.', ['object', ['key'], 1], 'a']],
  ])('%s', (text, tree) => {
    expect(shape(text)).toEqual(tree);
  });
});

describe('calls', () => {
  it.each([
    ['constructor', ['name', 'constructor']],
    ['toString()', ['call', 'toString', false]],
    ['f()', ['call', 'f', false]],
    ['f(1, 2,)', ['call', 'f', false, 1, 2]],
    ['f(a...)', ['call', 'f', true, ['name', 'a']]],
    ['f(\n1,\n2\n)', ['call', 'f', false, 1, 2]],
    ['provider::aws::arn_parse("x")', ['call', 'provider::aws::arn_parse', false, ['text']]],
    ['core::max(1)', ['call', 'core::max', false, 1]],
  ])('%s', (text, tree) => {
    expect(shape(text)).toEqual(tree);
  });
});

describe('collections', () => {
  it.each([
    ['[]', ['list']],
    ['[\n1, # one\n2,\n]', ['list', 1, 2]],
    ['{}', ['object']],
    ['{ a = 1, "b" : 2 }', ['object', ['key'], 1, ['key'], 2]],
    ['{\na = 1\n# c\nb = 2\n}', ['object', ['key'], 1, ['key'], 2]],
    ['{ (a) = 1 }', ['object', ['()', ['name', 'a']], 1]],
    ['{ "${a}-x" = 1 }', ['object', ['text', ['name', 'a']], 1]],
    ['{ a.b = 1 }', ['object', ['.', ['name', 'a'], 'b'], 1]],
    ['{ 1 = 2 }', ['object', ['key'], 2]],
    ['{ null = 1, true = 2, if = 3 }', ['object', ['key'], 1, ['key'], 2, ['key'], 3]],
    ['[for v in a : v]', ['for', '', 'v', false, ['name', 'a'], ['name', 'v']]],
    ['[for k, v in a : k if v]', ['for', 'k', 'v', false, ['name', 'a'], ['name', 'k'], ['name', 'v']]],
    ['{for k, v in a : k => v}', ['for', 'k', 'v', false, ['name', 'a'], ['name', 'k'], ['name', 'v']]],
    ['{\nfor v in a :\nv => 1...\nif v\n}', ['for', '', 'v', true, ['name', 'a'], ['name', 'v'], 1, ['name', 'v']]],
    ['[forty, format]', ['list', ['name', 'forty'], ['name', 'format']]],
  ])('%s', (text, tree) => {
    expect(shape(text)).toEqual(tree);
  });
});

/** Template parts as text, with what the parser trimmed. */
const parts = (text: string): unknown => {
  const value = valueOf(text);
  return value.type === 'template' ? partsOf(value.parts) : literal(text);
};
const partsOf = (list: readonly import('../../../src/parse/hcl/ast.ts').TemplatePart[]): unknown[] =>
  list.flatMap((part): unknown[] => {
    if (part.type === 'text') return part.value === '' ? [] : [part.value];
    if (part.type === 'interpolation') return [shapeOf(part.value)];
    if (part.type === 'if') return [['if', partsOf(part.then), partsOf(part.else)]];
    return [['for', part.key, part.value, partsOf(part.body)]];
  });

describe('templates', () => {
  it.each([
    ['"a${b}c"', ['a', ['name', 'b'], 'c']],
    [
      '"${a}${b}"',
      [
        ['name', 'a'],
        ['name', 'b'],
      ],
    ],
    ['"${"in ${a}"}"', [['text', ['name', 'a']]]],
    ['"${\na # c\n}"', [['name', 'a']]],
    ['"x \\n ${~ a ~} \\n y"', ['x', ['name', 'a'], 'y']],
    ['"$$${a}"', ['$${a}'.slice(1)].length ? '$${a}' : ''],
    ['"%{ if a }1%{ else }2%{ endif }"', [['if', ['1'], ['2']]]],
    ['"%{ if a ~} 1 %{~ endif }"', [['if', ['1'], []]]],
    ['"%{ for k, v in a }${v},%{ endfor }"', [['for', 'k', 'v', [['name', 'v'], ',']]]],
    ['"%{ for v in a }%{ if v }x%{ endif }%{ endfor }"', [['for', undefined, 'v', [['if', ['x'], []]]]]],
  ])('%s', (text, expected) => {
    expect(parts(text)).toEqual(expected);
  });
});

describe('heredocs', () => {
  it.each([
    ['<<EOT\n  a\n b\nEOT', '  a\n b\n'],
    ['<<EOT\nEOT', ''],
    ['<<EOT\na\n   EOT', 'a\n'],
    ['<<EOT\nEOTX\nEOT', 'EOTX\n'],
    ['<<EOT\n"a" \\n # not $${x}\nEOT', '"a" \\n # not ${x}\n'],
    ['<<-EOT\n    a\n      b\n  EOT', 'a\n  b\n'],
    ['<<-EOT\n    a\n\n   \n    b\n  EOT', 'a\n\n   \nb\n'],
    ['<<-EOT\n\u00a0 a\n\t\tb\nEOT', 'a\nb\n'],
    ['<<EOT\r\na\r\nEOT\r', 'a\r\n'],
    ['<<-EOT\r\n  a\r\n\r\n   b\r\n  EOT\r', 'a\r\n\r\n b\r\n'],
    ['<<-EOT\n  ${a}\n    b\n  EOT', [['name', 'a'], '\n', '  b\n']],
    ['<<EOT\n  ${~ a ~}\n  b\nEOT', [['name', 'a'], '  b\n']],
    ['<<-EOT\n  %{ if a }\n  b\n  %{ endif }\n  EOT', [['if', ['\n', 'b\n'], []], '\n']],
    ['<<-EOT\n  %{ for b in a ~}\n    b\n  %{ endfor ~}\nEOT', [['for', undefined, 'b', ['    b\n']]]],
    ['<<EOT\n${a}EOT\nEOT', [['name', 'a'], 'EOT\n']],
    ['<<EOT\n${<<IN\nx\nIN\n}\nEOT', [['text'], '\n']],
  ])('%j', (text, expected) => {
    expect(parts(text)).toEqual(expected);
  });

  it('stand in lists, objects and calls', () => {
    expect(shape('f([<<A\nx\nA\n, 1], {\nk = <<B\ny\nB\n})')).toEqual([
      'call',
      'f',
      false,
      ['list', ['text'], 1],
      ['object', ['key'], ['text']],
    ]);
  });
});

describe('bodies', () => {
  it('reads blocks with labels of both kinds, in one line and nested', () => {
    const { tree, problems } = parseHcl(
      '\ufeffresource "aws_x" "y" {\n  a = 1\n  inner {\n  }\n}\r\nlocals { b = 2 }\nmoved {}\nblock one "two" {}',
    );
    expect(problems).toEqual([]);
    expect(names(tree)).toEqual([
      ['resource', 'aws_x', 'y', 'a', ['inner']],
      ['locals', 'b'],
      ['moved'],
      ['block', 'one', 'two'],
    ]);
  });

  it('gives places', () => {
    const text = '\ufeffresource "a" "b" { # c\r\n  name = "${x}" // d\r\n}\r\n';
    const { tree } = parseHcl(text);
    const slice = sliceOf(text);
    const [block] = tree.blocks;
    expect(slice({ span: block!.header })).toBe('resource "a" "b"');
    expect(block!.labels.map(slice)).toEqual(['"a"', '"b"']);
    expect(block!.span).toEqual({ startLine: 1, startColumn: 1, endLine: 3, endColumn: 2 });
    expect(block!.body.attributes.map((attribute) => [slice(attribute), slice(attribute.value)])).toEqual([
      ['name = "${x}"', '"${x}"'],
    ]);
  });

  it('ends a value before the comment behind it', () => {
    const text = 'a = b ? c : d # why\n';
    expect(sliceOf(text)(parseHcl(text).tree.attributes[0]!.value)).toBe('b ? c : d');
  });
});

describe('comments', () => {
  it('finds the three kinds wherever they stand, each once', () => {
    const text = [
      '# one',
      'a = 1 // two',
      '/* three',
      '   more */ b = [ # four',
      '  1, /* five */ 2 // six',
      ']',
      'c /* seven */ = "# no ${ x /* eight */ }"',
      'd { # nine',
      '}',
      'e = <<EOT',
      '# no',
      'EOT',
      '#ten',
    ].join('\r\n');
    const { comments, problems } = parseHcl(text);
    expect(problems).toEqual([]);
    expect(comments.map((comment) => [comment.text.split('\r')[0], comment.span.startLine, comment.ownLine])).toEqual([
      ['one', 1, true],
      ['two', 2, false],
      ['three', 3, true],
      ['four', 4, false],
      ['five', 5, false],
      ['six', 5, false],
      ['seven', 7, false],
      ['eight', 7, false],
      ['nine', 8, false],
      ['ten', 13, true],
    ]);
  });

  it('finds them once in what is read twice', () => {
    const { comments } = parseHcl('a = { # one\n  b = # two\n}\n# three\n');
    expect(comments.map(({ text }) => text)).toEqual(['one', 'two', 'three']);
  });
});

describe('mistakes', () => {
  it.each([
    ['a = \nb = 1\n', ['1:5 expected a value, found the end of the line'], ['b']],
    ['a = 1 2\nb = 1\n', ['1:7 expected the end of the line after the value, found "2"'], ['a', 'b']],
    ['a = [1 2]\nb = 1\n', ['1:8 expected "," or "]" in the list that begins on line 1, found "2"'], ['b']],
    ['a = {x 1}\nb = 1\n', ['1:8 expected "=" or ":" after the key, found "1"'], ['b']],
    [
      'a = {x = 1 y = 2}\nb = 1\n',
      ['1:12 expected a new line, "," or "}" in the object that begins on line 1, found "y"'],
      ['b'],
    ],
    ['a = f(1\nb = 1\n', ['2:1 expected "," or ")" in the arguments of f() that begin on line 1, found "b"'], ['b']],
    ['a = (1\nb = 1\n', ['2:1 expected ")" to close the parenthesis that begins on line 1, found "b"'], ['b']],
    ['a = b[1\nc = 1\n', ['2:1 expected "]" to close the index that begins on line 1, found "c"'], ['c']],
    ['a = "x\nb = 1\n', ['1:5 expected a closing quote on the same line'], ['b']],
    ['a = "${x"\nb = 1\n', ['1:9 expected "}" to close what begins on line 1, found "\\""'], ['b']],
    [
      'a = "\\q"\nb = 1\n',
      ['1:6 expected one of \\n, \\r, \\t, \\", \\\\, \\uNNNN or \\UNNNNNNNN after the backslash'],
      ['b'],
    ],
    ['a = "%{ if x }"\nb = 1\n', ['1:6 expected "%{ endif }" to close this directive'], ['b']],
    ['a = "%{ endif }"\nb = 1\n', ['1:6 "%{ endif }" without a directive that it closes'], ['b']],
    ['a = "%{ while x }"\nb = 1\n', ['1:6 expected if, else, endif, for or endfor after "%{"'], ['b']],
    ['a = <<EOT\nb\n', ['1:5 expected a line with EOT to close the text that begins here'], []],
    ['a = <<EOT \nx\nEOT\nb = 1\n', ['1:5 expected the end of the line directly after EOT'], ['a', 'b']],
    ['a = <<EOT\nx\nEOT', ['3:1 expected a new line after EOT'], ['a']],
    ['a = <<"EOT"\nb = 1\n', ['1:5 expected a word and the end of the line after "<<"'], ['b']],
    ['/* x\na = 1\n', ['1:1 expected "*/" to close the comment that begins here'], []],
    ['a = 1\na = 2\nb = 1\n', ['2:1 "a" is set twice in this block, first on line 1'], ['a', 'b']],
    ['}\na = 1\n', ['1:1 expected a block or an attribute, found "}" that closes nothing'], ['a']],
    ['"a" = 1\nb = 1\n', ['1:1 expected a block or an attribute, found "\\""'], ['b']],
    [
      'a\nb = 1\n',
      ['1:2 expected "=" for an attribute, or "{" or a label for a block, found the end of the line'],
      ['b'],
    ],
    ['a "b"\nc = 1\n', ['1:6 expected "{" or another label of the block, found the end of the line'], ['c']],
    ['a "${b}" {\n}\nc = 1\n', ['1:3 expected a plain string as a label: templates are not allowed here'], ['c']],
    ['a : 1\nb = 1\n', ['1:3 expected "=" for an attribute, or "{" or a label for a block, found ":"'], ['b']],
    [
      'a = b ? c\nd = 1\n',
      ['1:10 expected ":" between the two results of the conditional, found the end of the line'],
      ['d'],
    ],
    ['a = b.\nc = 1\n', ['1:7 expected the name of an attribute after ".", found the end of the line'], ['c']],
    ['a = b::c\nd = 1\n', ['1:9 expected "(" after the name of the function b::c, found the end of the line'], ['d']],
    ['a = b.0.1\nc = 1\n', ['1:8 expected an index in brackets, such as [0], behind another index, found "."'], ['c']],
    [
      'a = b.*.c.*.d\ne = 1\n',
      ['1:11 expected the name of an attribute behind ".*", as ".*" can stand only once, found "*"'],
      ['e'],
    ],
    ['a = 1.2.3\nb = 1\n', ['1:5 expected a number with at most one point'], ['b']],
    ['a = [for x y : x]\nb = 1\n', ['1:12 expected "in" after the names of "for", found "y"'], ['b']],
    ['a = [for x in y x]\nb = 1\n', ['1:17 expected ":" after the collection of "for", found "x"'], ['b']],
    ['a = {for x in y : x}\nb = 1\n', ['1:20 expected "=>" between key and value of "for", found "}"'], ['b']],
    [
      'a { b = 1\n}\nc = 1\n',
      ['1:10 expected "}" on the line of "{", or a new line behind "{", found the end of the line'],
      ['c', ['a', 'b']],
    ],
    ['a {\n b = 1 }\nc = 1\n', ['2:8 expected a new line after the value, found "}"'], ['c', ['a', 'b']]],
    ['a { b {} }\nc = 1\n', ['1:5 expected a new line after "{", as a block stands in this one'], ['c', ['a', ['b']]]],
    ['a {\n  b = 1\n', ['3:1 expected "}" to close the block that begins on line 1'], [['a', 'b']]],
  ])('%j', (text, problems, left) => {
    expect(messages(text)).toEqual(problems);
    expect(names(parseHcl(text).tree)).toEqual(left);
  });

  it('keeps what stands beside a block that is never closed out of it', () => {
    const text = 'a "x" {\n  b = 1\n  c {\n    d = 1\n\ne "y" {\n  f = 1\n}\ng = 1\n';
    const { tree, problems } = parseHcl(text);
    expect(problems.map(({ message }) => message)).toContain('expected "}" to close the block that begins on line 3');
    expect(names(tree)).toEqual(['g', ['a', 'x', 'b', ['c', 'd']], ['e', 'y', 'f']]);
    expect(tree.blocks[0]!.span.endLine).toBe(4);
  });

  it('costs only its statement inside of a block', () => {
    const text = 'a {\n  b = 1\n  c = [1,\n    {x = }\n  ]\n  d = "${"\n  e = 2\n}\nf = 1\n';
    expect(names(parseHcl(text).tree)).toEqual(['f', ['a', 'b', 'e']]);
  });

  it('tells of a NUL byte and of nothing else', () => {
    expect(parseHcl('a = 1\n\0')).toMatchObject({
      tree: { attributes: [], blocks: [] },
      problems: [{ kind: 'encoding', span: { startLine: 2, startColumn: 1 } }],
    });
  });

  it.each([
    ['a = ' + '['.repeat(100_000), 'too-deep'],
    ['a = ' + '('.repeat(100_000), 'too-deep'],
    ['a = ' + '{a='.repeat(100_000), 'too-deep'],
    ['a = ' + 'f('.repeat(100_000), 'too-deep'],
    ['a = ' + '"${'.repeat(100_000), 'too-deep'],
    ['a = ' + '-'.repeat(100_000) + '1\n', 'too-deep'],
    ['a = ' + 'a ? b : '.repeat(100_000) + 'c\n', 'too-deep'],
    ['a = a' + '[0]'.repeat(100_000) + '\n', 'too-deep'],
    ['a = a' + '[*]'.repeat(100_000) + '\n', 'too-deep'],
    ['a = a' + '.b'.repeat(100_000) + '\n', 'too-deep'],
    ['a = 1' + ' + 1'.repeat(100_000) + '\n', 'too-deep'],
    ['a {\n'.repeat(100_000), 'too-deep'],
    ['a = "' + '%{ if x }'.repeat(100_000) + '"\n', 'too-deep'],
  ])('stops at a nesting that nobody writes (%#)', (text, kind) => {
    const { problems } = parseHcl(text);
    expect(problems[0]?.kind ?? problems).toBe(kind);
    expect(problems.length).toBeLessThan(5);
  });

  it('goes on behind a value that nests too deep', () => {
    expect(names(parseHcl(`a = ${'['.repeat(500)}${']'.repeat(500)}\nb = 1\n`).tree)).toEqual(['b']);
  });
});

describe('any text', () => {
  const inside = (text: string, placed: Pick<Expression, 'span'>): void => {
    const { startLine, startColumn, endLine, endColumn } = placed.span;
    const lines = text.replace(/^\ufeff/, '').split('\n');
    expect(startLine <= endLine && (startLine < endLine || startColumn <= endColumn)).toBe(true);
    expect(startLine >= 1 && endLine <= lines.length).toBe(true);
    expect(startColumn - 1).toBeLessThanOrEqual(lines[startLine - 1]!.length);
    expect(endColumn - 1).toBeLessThanOrEqual(lines[endLine - 1]!.length);
  };
  const everySpan = (tree: unknown, visit: (placed: Pick<Expression, 'span'>) => void): void => {
    if (Array.isArray(tree)) for (const item of tree) everySpan(item, visit);
    else if (typeof tree === 'object' && tree !== null) {
      for (const [name, part] of Object.entries(tree)) {
        if (name.toLowerCase().endsWith('span') || name === 'header') visit({ span: part as Expression['span'] });
        else everySpan(part, visit);
      }
    }
  };

  it('never throws, and keeps its places in the text', () => {
    const text = fc.oneof(soup, damaged, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(text, (source) => {
        const { tree, comments, problems } = parseHcl(source);
        if (problems.some(({ kind }) => kind === 'encoding')) return;
        everySpan([tree, comments, problems], (placed) => inside(source, placed));
      }),
      { numRuns: 1000 },
    );
  });

  it('reads a value the same when it is cut out', () => {
    fc.assert(
      fc.property(expression, (text) => {
        const source = `a = ${text}\n`;
        const value = valueOf(text);
        expect(shape(sliceOf(source)(value))).toEqual(shapeOf(value));
      }),
    );
  });

  it('reads a file the same with other line ends and a byte order mark', () => {
    fc.assert(
      fc.property(file, (text) => {
        const unix = text.replaceAll('\r', '');
        const outline = (body: Body): unknown => [
          ...body.attributes.map(({ name, value }) => [name, shapeOf(value)]),
          ...body.blocks.map((block) => [block.type, outline(block.body)]),
        ];
        const windows = parseHcl(`\ufeff${unix.replaceAll('\n', '\r\n')}`);
        expect(outline(windows.tree)).toEqual(outline(parseHcl(unix).tree));
        expect(windows.problems).toEqual(parseHcl(unix).problems);
      }),
    );
  });
});
