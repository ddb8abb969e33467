import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { terraform } from '../../../src/dialects/terraform/index.ts';
import { loadLate } from '../../../src/dialects/terraform/functions/late.ts';
import { plain, readWith } from '../read.ts';
import { allFunctions } from './conformance/functions.ts';
import { result, valueOf } from './evaluating.ts';

beforeAll(loadLate);

/** Milliseconds: what one value may take at the most, on a slow machine with other work. */
const bound = 5_000;

const leaf = fc.oneof(
  fc.constantFrom(
    'unknown',
    'other_unknown',
    'secret',
    'secrets',
    'nope',
    'null',
    'true',
    'false',
    '[]',
    '{}',
    '"/(/"',
  ),
  fc.integer({ min: -3, max: 2_000_000 }).map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }).map((n) => n.toFixed(3)),
  fc.string({ maxLength: 12 }).map((text) => JSON.stringify(text).replaceAll(/[$%]\{/g, '')),
  fc.constantFrom('"a${unknown}b"', '"%{ for x in [1, 2] }${x}%{ endfor }"', '<<-EOT\n  a\n EOT\n'),
);

/** Any expression, right or wrong. */
const { expression } = fc.letrec<{ expression: string }>((tie) => {
  const inner = tie('expression');
  return {
    expression: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      leaf,
      fc.array(inner, { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
      fc
        .array(fc.tuple(inner, inner), { maxLength: 3 })
        .map((all) => `{ ${all.map(([k, v]) => `(${k}) = ${v}`).join(', ')} }`),
      fc
        .tuple(inner, fc.constantFrom('+', '-', '*', '/', '%', '==', '!=', '<', '>=', '&&', '||'), inner)
        .map(([a, o, b]) => `(${a} ${o} ${b})`),
      fc.tuple(inner, inner, inner).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
      fc.tuple(inner, inner).map(([a, b]) => `(${a})[${b}]`),
      inner.map((a) => `(${a})[*].a`),
      inner.map((a) => `(${a}).*.b[0]`),
      fc.tuple(inner, inner).map(([a, b]) => `[for k, v in ${a} : ${b} if k != v]`),
      fc.tuple(inner, inner).map(([a, b]) => `{ for v in ${a} : v => ${b}... }`),
      fc
        .tuple(fc.constantFrom(...allFunctions), fc.array(inner, { maxLength: 4 }))
        .map(([name, args]) => `${name}(${args.join(', ')})`),
      fc.tuple(fc.constantFrom(...allFunctions), inner).map(([name, args]) => `${name}(${args}...)`),
    ),
  };
});

describe('evaluation', () => {
  it('never throws, and ends', () => {
    fc.assert(
      fc.property(expression, (text) => {
        let value: ReturnType<typeof valueOf>;
        const started = performance.now();
        try {
          value = valueOf(text);
        } catch (cause) {
          // What the parser does not accept is no expression.
          if (cause instanceof Error && cause.message.includes(': expected ')) return;
          throw cause;
        }
        expect(['string', 'number', 'bool', 'null', 'list', 'object', 'unknown']).toContain(value.type);
        if (value.type === 'unknown') expect(value.reason.settledBy).not.toBe('');
        expect(performance.now() - started).toBeLessThan(bound);
      }),
      { numRuns: 2_000 },
    );
  }, 60_000);

  it('gives the same twice', () => {
    fc.assert(
      fc.property(expression, (text) => {
        try {
          valueOf(text);
        } catch {
          return;
        }
        expect(result(text)).toEqual(result(text));
      }),
      { numRuns: 300 },
    );
  });
});

const repeated = (depth: number, from: string, step: (inner: string) => string): string => {
  let text = from;
  for (let i = 0; i < depth; i++) text = step(text);
  return text;
};

describe('what grows without bound is unknown, with that reason', () => {
  const bombs: readonly (readonly [string, string])[] = [
    ['nested for', repeated(6, '1', (inner) => `[for x in range(1000) : ${inner}]`)],
    [
      'for over for',
      repeated(6, 'range(1000)', (inner) => `flatten([for x in ${inner} : [for y in range(1000) : x]])`),
    ],
    ['grouping for', '{ for a in setproduct(range(1000), range(1000)) : "k" => a... }'],
    ['setproduct', `setproduct(${Array.from({ length: 8 }, () => 'range(100)').join(', ')})`],
    ['setproduct of itself', repeated(8, '["a", "b"]', (inner) => `setproduct(${inner}, ${inner})`)],
    ['concat of itself', 'length(concat([for i in range(1000) : [for j in range(1000) : j]]...))'],
    ['replace that doubles', repeated(40, '"aa"', (inner) => `replace(${inner}, "a", "aa")`)],
    ['replace with an empty pattern', repeated(40, '"aa"', (inner) => `replace(${inner}, "", "aa")`)],
    ['regex that doubles', repeated(40, '"aa"', (inner) => `replace(${inner}, "/a/", "aa")`)],
    ['format that pads', 'format("%2000000s%2000000s", "a", "b")'],
    ['join', 'join("", [for i in range(1000) : format("%10000s", i)])'],
    ['join with a long separator', 'join(format("%100000s", "x"), range(1000))'],
    ['formatlist', 'formatlist("%100000s", range(1000))'],
    ['jsonencode that escapes', repeated(30, '"\\""', (inner) => `jsonencode(${inner})`)],
    ['urlencode that escapes', repeated(60, '"%"', (inner) => `replace(urlencode(${inner}), "2", "%%")`)],
    ['base64encode', repeated(60, '"aaaa"', (inner) => `base64encode(${inner})`)],
    [
      'template with loops',
      '"%{ for a in range(1000) }%{ for b in range(1000) }%{ for c in range(1000) }x%{ endfor }%{ endfor }%{ endfor }"',
    ],
    ['yamlencode', 'yamlencode([for i in range(1000) : [for j in range(1000) : j]])'],
    ['chunks', 'chunklist([for i in range(1000) : [for j in range(1000) : j]], 1)'],
    ['a deep expression', repeated(500, '1', (inner) => `(1 + ${inner})`)],
    ['deep lists', repeated(500, '1', (inner) => `[${inner}]`)],
  ];
  it.each(bombs)('%s', (_, text) => {
    const started = performance.now();
    let value: unknown;
    try {
      value = result(text);
    } catch (cause) {
      expect(String(cause)).toContain('deep');
    }
    expect(performance.now() - started).toBeLessThan(bound);
    if (value !== undefined) expect(value).toBe('<unknown: too-large>');
  });

  it.each([
    ['(a*)*b', 'a'],
    ['(a|aa)+$', 'a'],
    ['(.*.*.*.*.*)*x', 'a'],
    ['(a?){50}a{50}', 'a'],
    ['([a-z]+)*@', 'z'],
    ['((a{1,100}){1,100}){1,100}', 'a'],
  ])('a hostile regular expression: %s', (pattern, char) => {
    const started = performance.now();
    for (const call of [
      `replace("${char.repeat(20_000)}!", "/${pattern}/", "x")`,
      `regexall("${pattern}", "${char.repeat(20_000)}!")`,
      `can(regex("${pattern}", "${char.repeat(20_000)}!"))`,
    ])
      expect(['string', 'list', 'bool', 'unknown']).toContain(valueOf(call).type);
    expect(performance.now() - started).toBeLessThan(bound * 2);
  });
});

describe('whole programs', () => {
  const doubling = (count: number): string =>
    `locals {\n  a0 = "xx"\n${Array.from({ length: count }, (_, i) => `  a${i + 1} = "\${local.a${i}}\${local.a${i}}"\n`).join('')}}\n`;

  it('locals that double are too large from some point on', async () => {
    const { get } = await readWith(terraform, {
      'main.tf': `${doubling(60)}resource "a_b" "r" {\n  small = local.a3\n  large = local.a60\n}\n`,
    });
    expect(plain(get('a_b.r').body.entries.get('small'))).toBe('x'.repeat(16));
    expect(plain(get('a_b.r').body.entries.get('large'))).toBe('?too-large');
  });

  it('lists that double are too large from some point on', async () => {
    const lists = Array.from({ length: 40 }, (_, i) => `  l${i + 1} = [local.l${i}, local.l${i}]\n`).join('');
    const { get } = await readWith(terraform, {
      'main.tf': `locals {\n  l0 = ["x"]\n${lists}}\nresource "a_b" "r" {\n  v = jsonencode(local.l40)\n  w = length(flatten(local.l40))\n}\n`,
    });
    expect(plain(get('a_b.r').body.entries.get('v'))).toBe('?too-large');
    expect(plain(get('a_b.r').body.entries.get('w'))).toBe('?too-large');
  });

  it('modules that multiply are cut off, and told', async () => {
    const started = performance.now();
    const level = (next: string) => `module "m" {\n  count  = 100\n  source = "${next}"\n}\n`;
    const { unresolved } = await readWith(terraform, {
      'main.tf': level('./a'),
      'a/main.tf': level('../b'),
      'b/main.tf': level('../c'),
      'c/main.tf': level('../d'),
      'd/main.tf': 'resource "a_b" "r" {\n}\n',
    });
    expect(unresolved.map(({ reason }) => reason.code)).toContain('too-large');
    expect(performance.now() - started).toBeLessThan(2 * bound);
  });

  it('locals that form a long chain are worked out or too large, in any order', async () => {
    const chain = (count: number): string =>
      `locals {\n${Array.from({ length: count }, (_, i) => `  c${i} = local.c${i + 1}\n`).join('')}  c${count} = 1\n}\n`;
    const { get } = await readWith(terraform, {
      'main.tf': `${chain(5_000)}resource "a_b" "r" {\n  v = local.c0\n  w = local.c4990\n}\n`,
    });
    expect([1, '?too-large']).toContain(plain(get('a_b.r').body.entries.get('v')));
    expect(plain(get('a_b.r').body.entries.get('w'))).toBe(1);
  });
});
