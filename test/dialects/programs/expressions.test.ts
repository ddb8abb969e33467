import { describe, expect, it } from 'vitest';
import { pulumi } from '../../../src/dialects/pulumi/index.ts';
import { plain, readWith } from '../read.ts';

/** What an expression comes to, as an argument of a resource behind these statements. */
async function worth(expression: string, before = ''): Promise<unknown> {
  const { get } = await readWith(pulumi, {
    'index.ts': `import * as aws from "@pulumi/aws";\nimport * as pulumi from "@pulumi/pulumi";\nconst config = new pulumi.Config();\n${before}\nnew aws.s3.Bucket("b", { bucket: ${expression} });\n`,
  });
  return plain(get('aws.s3.Bucket.b').body.entries.get('bucket'));
}

const table: readonly [expression: string, value: unknown, before?: string][] = [
  ['"a"', 'a'],
  ['1 + 2 * 3', 7],
  ['-1', -1],
  ['true', true],
  ['null', null],
  ['undefined', undefined],
  ['`a${1}b`', 'a1b'],
  ['"a" + "b" + 1', 'ab1'],
  ['[1, 2]', [1, 2]],
  ['[...a, 3]', [1, 3], 'const a = [1];'],
  ['{ a: 1, ...o }', { a: 2, b: 3 }, 'const o = { a: 2, b: 3 };'],
  ['{ ...o, a: 1 }', { a: 1, b: 3 }, 'const o = { a: 2, b: 3 };'],
  ['{ [k]: 1 }', { x: 1 }, 'const k = "x";'],
  ['o.a.b', 5, 'const o = { a: { b: 5 } };'],
  ['o["a"]?.b ?? 6', 6, 'const o: any = {};'],
  ['a', 'x', 'const { a } = { a: "x" };'],
  ['a', 'y', 'const { a = "y" } = {} as any;'],
  ['b', 2, 'const [, b] = [1, 2];'],
  ['rest', { b: 2 }, 'const { a, ...rest } = { a: 1, b: 2 };'],
  ['1 < 2 ? "yes" : "no"', 'yes'],
  ['"" || "b"', 'b'],
  ['0 ?? 1', 0],
  ['true && "c"', 'c'],
  ['!true', false],
  ['typeof "x"', 'string'],
  ['1 === 1 && "a" !== "b"', true],
  ['(x as string)', 'q', 'const x = "q";'],
  ['x!', 'q', 'const x = "q";'],
  ['({ a: 1 } satisfies object)', { a: 1 }],
  ['E.B', 'b', 'enum E { A = "a", B = "b" }'],
  ['E.C', 2, 'enum E { A, B, C }'],
  ['N.x', 1, 'namespace N { export const x = 1; }'],
  ['f(2)', 4, 'function f(x: number) { return x * 2; }'],
  ['f()', 3, 'const f = (x = 3) => x;'],
  ['f(1, 2, 3)', [2, 3], 'const f = (first: number, ...rest: number[]) => rest;'],
  ['f({ a: 1 })', 1, 'const f = ({ a }: { a: number }) => a;'],
  ['late()', 'l', 'const a = 1;\nfunction late() { return "l"; }'],
  ['f(3)', 6, 'function f(n: number): number { return n === 0 ? 0 : n + f(n - 1); }'],
  ['[1, 2].map((x) => x + 1)', [2, 3]],
  ['[1, 2, 3].filter((x) => x > 1)', [2, 3]],
  ['["a", "b"].join("-")', 'a-b'],
  ['[1, 2].reduce((a, b) => a + b, 0)', 3],
  ['[[1], [2]].flat()', [1, 2]],
  ['[1, 2].includes(2)', true],
  ['[3, 4].find((x) => x > 3)', 4],
  ['[1].concat([2])', [1, 2]],
  ['"A-B".toLowerCase().split("-")', ['a', 'b']],
  ['"abc".slice(1)', 'bc'],
  ['"a.b".replace(".", "-")', 'a-b'],
  ['Object.keys({ a: 1, b: 2 })', ['a', 'b']],
  ['Object.values({ a: 1, b: 2 })', [1, 2]],
  ['Object.entries({ a: 1 }).map(([k, v]) => `${k}${v}`)', ['a1']],
  ['Object.assign({}, { a: 1 }, { b: 2 })', { a: 1, b: 2 }],
  ['Object.fromEntries([["a", 1]])', { a: 1 }],
  ['Array.from({ length: 2 }, (_, i) => i)', [0, 1]],
  ['JSON.stringify({ a: [1, true] })', '{"a":[1,true]}'],
  ['JSON.parse("{\\"a\\":1}")', { a: 1 }],
  ['m.get("a")', 1, 'const m = new Map([["a", 1]]);'],
  ['o', { a: 1, b: 2 }, 'const o: any = { a: 1 }; o.b = 2;'],
  ['l', [1, 2], 'const l = [1]; l.push(2);'],
  ['x', 3, 'let x = 1; x += 2;'],
  ['x', 6, 'let x = 0; for (const y of [1, 2, 3]) x += y;'],
  ['x', 3, 'let x = 0; for (let i = 0; i < 3; i++) { x++; }'],
  ['x', 2, 'let x = 0; while (true) { x++; if (x === 2) break; }'],
  ['x', 'ab', 'let x = ""; for (const k in { a: 1, b: 2 }) x += k;'],
  ['x', 'two', 'let x; switch (2) { case 1: x = "one"; break; case 2: x = "two"; break; default: x = "many"; }'],
  ['x', 'caught', 'let x; try { throw new Error("e"); } catch { x = "caught"; }'],
  ['new C(4).twice', 8, 'class C { constructor(private readonly n: number) {} get twice() { return this.n * 2; } }'],
  [
    'new D().name()',
    'base d',
    'class B { name() { return "base"; } } class D extends B { name() { return super.name() + " d"; } }',
  ],
  ['C.x', 1, 'class C { static readonly x = 1; }'],
  ['new C().y', 2, 'class C { x = 1; y = this.x + 1; }'],
  ['pulumi.interpolate`a-${"b"}`', 'a-b'],
  ['pulumi.output("a").apply((x) => x + "b")', 'ab'],
  ['pulumi.all(["a", "b"]).apply(([x, y]) => x + y)', 'ab'],
  ['pulumi.concat("a", "b")', 'ab'],
  ['pulumi.jsonStringify({ a: 1 })', '{"a":1}'],
  // What isn't known stays so, and what it is part of too.
  ['config.require("x")', '?no-value'],
  ['config.get("x") ?? "d"', '?no-value'],
  ['process.env.NAME', '?no-value'],
  ['pulumi.getStack()', '?data-source'],
  ['config.getBoolean("x") ? "a" : "b"', '?no-value'],
  ['config.getBoolean("x") ? "a" : "a"', 'a'],
  ['{ a: 1, ...(config.getBoolean("x") ? { b: 2 } : {}) }', { a: 1, b: '?no-value' }],
  ['{ a: 1, ...config.requireObject("x") }', { a: '?no-value' }],
  ['[1, ...config.requireObject("x")]', [1, '…']],
  ['x', '?no-value', 'let x = 1; if (config.getBoolean("a")) x = 2;'],
  ['x', 1, 'let x = 1; if (config.getBoolean("a")) x = 1;'],
  ['f()', '?no-value', 'function f() { if (config.getBoolean("a")) return 1; return 2; }'],
  ['f()', 1, 'function f() { if (!config.get("a")) throw new Error("no"); return 1; }'],
  ['l', [1, '…'], 'const l = [1]; if (config.getBoolean("a")) l.push(2);'],
  ['missing', '?not-evaluated'],
  ['loop()', '?too-large', 'function loop(): any { return loop(); }'],
];

describe('what expressions come to', () => {
  for (const [expression, value, before] of table)
    it(`${before ? `${before} ` : ''}${expression}`, async () => {
      expect(await worth(expression, before)).toEqual(value);
    });

  it('says what is unknown by its name, and what is certain about a text', async () => {
    const { get } = await readWith(pulumi, {
      'index.ts': `import * as aws from "@pulumi/aws";
import { Config } from "@pulumi/pulumi";
const config = new Config("app");
new aws.s3.Bucket("b", { bucket: \`logs-\${config.require("env")}-eu\` });
`,
    });
    expect(get('aws.s3.Bucket.b').body.entries.get('bucket')).toMatchObject({
      type: 'unknown',
      reason: { code: 'no-value', subject: 'config app:env' },
      prefix: 'logs-',
      suffix: '-eu',
    });
  });
});
