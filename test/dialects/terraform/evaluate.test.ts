import { describe, expect, it } from 'vitest';
import { newBudget } from '../../../src/dialects/terraform/budget.ts';
import { convert, typeOf } from '../../../src/dialects/terraform/types.ts';
import { nothing } from '../../../src/dialects/terraform/values.ts';
import { parseHcl } from '../../../src/parse/hcl/parse.ts';
import { plain, type Plain, result, valueOf } from './evaluating.ts';

const wrong = '<failed: wrong-type>';
const missing = '<failed: does-not-exist>';
const open = '<unknown: known-after-apply>';

type Table = readonly (readonly [string, Plain])[];
const table = (name: string, rows: Table) =>
  describe(name, () => {
    it.each(rows)('%s', (text, expected) => {
      expect(result(text)).toEqual(expected);
    });
  });

table('arithmetic', [
  ['1 + 2 * 3', 7],
  ['7 / 2', 3.5],
  ['6 / 2', 3],
  ['-7 % 3', -1],
  ['7 % -3', 1],
  ['5.5 % 2', 1.5],
  ['0.1 + 0.2', 0.3],
  ['1.1 * 3', 3.3],
  ['- -2', 2],
  ['-(1 - 1) == 0', true],
  ['"3" + 4', 7],
  ['"1e2" * 1', 100],
  ['1 / 0', wrong],
  ['1 % 0', wrong],
  ['"x" + 1', wrong],
  ['true + 1', wrong],
  ['null + 1', wrong],
  ['[] + []', wrong],
  ['-"x"', wrong],
  ['1e308 * 10 > 1', true],
]);

table('comparison', [
  ['2 > 1', true],
  ['"10" > "9"', true],
  ['2 <= 2 && 2 >= 2 && !(2 < 2)', true],
  ['"a" < "b"', wrong],
  ['1 == 1.0', true],
  ['1 == "1"', false],
  ['true == "true"', false],
  ['null == null', true],
  ['"" == null', false],
  ['[1, [2]] == [1, [2]]', true],
  ['[1, 2] == [2, 1]', false],
  ['{ a = 1, b = 2 } == { b = 2, a = 1 }', true],
  ['{ a = 1 } != { a = 2 }', true],
  ['toset([1, 2]) == toset([2, 1])', true],
]);

table('logic', [
  ['true && false || true', true],
  ['!false', true],
  ['!"true"', false],
  ['"1" && true', true],
  ['!1', wrong],
  ['true && "x"', wrong],
  ['null || true', wrong],
  ['false && unknown', false],
  ['unknown && false', false],
  ['true || unknown', true],
  ['unknown || true', true],
  ['true && unknown', open],
  ['unknown || false', open],
  ['!unknown', open],
  ['false && nope', false],
  ['nope && false', missing],
]);

table('conditionals', [
  ['true ? 1 : 2', 1],
  ['"false" ? 1 : 2', 2],
  ['1 ? 1 : 2', wrong],
  ['true ? 1 : nope', 1],
  ['unknown ? "a" : "b"', open],
  ['unknown ? "a" : "a"', 'a'],
  ['unknown ? ["a", { b = 1 }] : ["a", { b = 1 }]', ['a', { b: 1 }]],
  ['unknown ? other_unknown : other_unknown', open],
  ['unknown == "x" ? 1 : 2', open],
  ['false ? 1 : true ? 2 : 3', 2],
]);

table('unknown operands', [
  ['unknown + 1', open],
  ['1 < unknown', open],
  ['unknown == unknown', open],
  ['unknown == 1', open],
  ['[1, unknown] == [2, unknown]', false],
  ['[1, unknown] == [1, unknown]', open],
  ['[unknown] == []', false],
  ['toset([1, unknown]) == toset([1, unknown])', open],
  ['unknown.x[0]', open],
  ['unknown[*].x', open],
  ['[1, 2][unknown]', open],
  ['{ (unknown) = 1, a = 2 }', { a: 2, '<more>': true }],
  ['[for x in unknown : x]', open],
  ['[for x in ["a", "b"] : x if unknown]', ['<more>']],
  ['{ for x in ["a", "b"] : x => unknown }', { a: open, b: open }],
  ['{ for x in ["a"] : unknown => x }', { '<more>': true }],
]);

table('members', [
  ['{ a = { b = [1, 2] } }.a.b[1]', 2],
  ['{ a = 1 }["a"]', 1],
  ['{ "1" = "x" }[1]', 'x'],
  ['["a", "b"]["1"]', 'b'],
  ['["a"].0', 'a'],
  ['["a"][1]', missing],
  ['["a"][-1]', missing],
  ['["a"][0.5]', wrong],
  ['["a"].b', wrong],
  ['{ a = 1 }.b', missing],
  ['toset(["a"])[0]', wrong],
  ['"x".y', wrong],
  ['null.y', wrong],
  ['{ a = 1 }[null]', wrong],
  ['nope.x', missing],
]);

table('splats', [
  ['[{ a = 1 }, { a = 2 }][*].a', [1, 2]],
  ['[{ a = 1 }, { a = 2 }].*.a', [1, 2]],
  ['[{ a = [1, 2] }][*].a[1]', [2]],
  ['[{ a = [1, 2] }].*.a[0]', [1, 2]],
  ['{ a = 1 }[*].a', [1]],
  ['"x"[*]', ['x']],
  ['null[*]', []],
  ['null[*].a', []],
  ['[[{ a = 1 }]][*][*].a', [[1]]],
]);

table('for', [
  ['[for x in [1, 2, 3] : x * 2]', [2, 4, 6]],
  ['[for i, x in ["a", "b"] : "${i}${x}"]', ['0a', '1b']],
  ['[for k, v in { b = 2, a = 1 } : "${k}=${v}"]', ['a=1', 'b=2']],
  ['[for k, v in toset(["b", "a"]) : k == v ? v : "?"]', ['a', 'b']],
  ['[for x in [1, 2, 3] : x if x != 2]', [1, 3]],
  ['{ for x in ["a", "b"] : x => upper(x) }', { a: 'A', b: 'B' }],
  ['{ for x in ["a", "ab", "b"] : substr(x, 0, 1) => x... }', { a: ['a', 'ab'], b: ['b'] }],
  ['{ for x in ["a", "a"] : x => 1 }', wrong],
  ['[for x in [[1], [2]] : [for y in x : y + 1]]', [[2], [3]]],
  ['[for x in "abc" : x]', wrong],
  ['[for x in null : x]', wrong],
  ['{ for x in [1] : [] => x }', wrong],
  ['[for x in ["a"] : x if "maybe"]', wrong],
]);

table('templates', [
  ['"a${1}b${true}c${"d"}"', 'a1btruecd'],
  ['"${[1, 2]}"', [1, 2]],
  ['"${1}"', 1],
  ['" ${~ 1 }"', '1'],
  ['"x${[1]}"', wrong],
  ['"x${null}"', wrong],
  ['"${1.50}!"', '1.5!'],
  ['"${1e3}!"', '1000!'],
  ['"%{ if true }a%{ else }b%{ endif }"', 'a'],
  ['"%{ if false }a%{ endif }"', ''],
  ['"%{ if unknown }a%{ endif }b"', '<unknown: known-after-apply …b>'],
  ['"%{ for k, v in { b = 1, a = 2 } }${k}${v}%{ endfor }"', 'a2b1'],
  ['"%{ for x in [1, 2] ~}\\n ${x} %{~ endfor }"', '12'],
  ['"%{ for x in 1 }%{ endfor }"', wrong],
  ['"a${unknown}b${other_unknown}c"', '<unknown: known-after-apply a…c>'],
  ['"${"a-${unknown}"}-b"', '<unknown: known-after-apply a-…-b>'],
  ['"x${nope}"', missing],
  ['<<-EOT\n    %{ for x in ["a", "b"] ~}\n    - ${x}\n    %{ endfor ~}\n  EOT', '    - a\n    - b\n'],
]);

describe('texts that are JSON', () => {
  it('keep their tree where parts are unknown', () => {
    const value = valueOf('"{\\"a\\": \\"${unknown}\\", \\"b\\": [1, \\"x-${unknown}-y\\"]}"');
    expect(value.type === 'unknown' && value.json && plain(value.json)).toEqual({
      a: open,
      b: [1, '<unknown: known-after-apply x-…-y>'],
    });
  });

  it('have places of their own in a heredoc', () => {
    const value = valueOf('<<EOT\n{\n  "a": "b"\n}\nEOT');
    const json = value.type === 'string' && value.json;
    expect(json && json.type === 'object' && json.entries.get('a')?.at).toEqual({
      file: 'infra/main.tf',
      span: { startLine: 3, startColumn: 8, endLine: 3, endColumn: 11 },
    });
  });

  it('have places of their own where the indentation is taken away', () => {
    const value = valueOf('<<-EOT\n    {\n      "a": "${1}b"\n    }\n  EOT');
    const json = value.type === 'string' && value.json;
    expect(json && plain(json)).toEqual({ a: '1b' });
    // The text is in two parts here, so its end is that of the part.
    expect(json && json.type === 'object' && json.entries.get('a')?.at).toMatchObject({
      span: { startLine: 3, startColumn: 12 },
    });
    const literal = valueOf('<<-EOT\n    {\n\n      "a": "b"\n    }\n  EOT');
    const tree = literal.type === 'string' && literal.json;
    expect(tree && tree.type === 'object' && tree.entries.get('a')?.at).toMatchObject({
      span: { startLine: 4, startColumn: 12, endLine: 4, endColumn: 15 },
    });
  });
});

describe('type constraints', () => {
  const converted = (type: string, value: string): Plain => {
    const { tree, problems } = parseHcl(`type = ${type}\nvalue = ${value}\n`);
    expect(problems).toEqual([]);
    return plain(
      convert(valueOf(value), typeOf(tree.attributes[0]!.value), {
        budget: newBudget(),
        fallback: (expression) =>
          expression.type === 'literal' && typeof expression.value === 'number'
            ? valueOf(String(expression.value))
            : nothing({ absent: true }),
      }),
    );
  };
  it.each<readonly [string, string, Plain]>([
    ['string', '1', '1'],
    ['string', 'true', 'true'],
    ['string', '[]', wrong],
    ['number', '"1.5"', 1.5],
    ['number', '"x"', wrong],
    ['bool', '"true"', true],
    ['bool', '"0"', false],
    ['bool', '1', wrong],
    ['any', '[1]', [1]],
    ['list(string)', '[1, true]', ['1', 'true']],
    ['list(string)', 'toset(["b", "a"])', ['a', 'b']],
    ['list(string)', '"a"', wrong],
    ['set(number)', '["2", 1, 2]', new Set([1, 2])],
    ['map(string)', '{ a = 1 }', { a: '1' }],
    ['map(string)', '[]', wrong],
    ['map(list(number))', '{ a = ["1"] }', { a: [1] }],
    ['tuple([string, number])', '[1, "2"]', ['1', 2]],
    ['object({ a = string })', '{ a = 1, b = 2 }', { a: '1' }],
    ['object({ a = string })', '{}', wrong],
    ['object({ a = optional(string) })', '{}', { a: null }],
    ['object({ a = optional(string, 7) })', '{}', { a: '7' }],
    ['object({ a = optional(number, 7) })', '{ a = null }', { a: 7 }],
    ['object({ a = object({ b = bool }) })', '{ a = { b = "true" } }', { a: { b: true } }],
    ['list(string)', 'null', null],
    ['list(string)', 'unknown', open],
    ['list(string)', '[unknown]', [open]],
    ['"list"', '[1]', [1]],
    ['map', '{ a = 1 }', { a: 1 }],
  ])('%s of %s', (type, value, expected) => {
    expect(converted(type, value)).toEqual(expected);
  });
});

describe('places', () => {
  it('are those of the expression, and of what it came through', () => {
    const value = valueOf('{ a = "x" }.a');
    expect(value.at).toMatchObject({ span: { startColumn: 15, endColumn: 18 } });
    const [first] = valueOf('[for x in ["a"] : x]').type === 'list' ? [valueOf('[for x in ["a"] : x]')] : [];
    expect(first?.type === 'list' && first.items[0]!.at).toMatchObject({ span: { startColumn: 20 } });
    expect(valueOf('secrets.a').via).not.toEqual([]);
  });
});

describe('limits', () => {
  it.each([
    `${'['.repeat(190)}${']'.repeat(190)}`,
    '[for a in range(1000) : [for b in range(1000) : a + b]]',
    `"${'x'.repeat(1000)}%{ for a in range(1000) }%{ for b in range(1000) }${'y'.repeat(10)}%{ endfor }%{ endfor }"`,
  ])('end without a fault (%#)', (text) => {
    expect(['list', 'unknown']).toContain(valueOf(text).type);
  });

  it('are told as too large', () => {
    expect(result(`1${' + 1'.repeat(900)}`)).toBe('<unknown: too-large>');
  });
});
