import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cdk } from '../../../src/dialects/cdk/index.ts';
import { pulumi } from '../../../src/dialects/pulumi/index.ts';
import { isFilePlace, type Place } from '../../../src/model/place.ts';
import type { Value } from '../../../src/model/value.ts';
import { readWith } from '../read.ts';

const pieces = [
  'const a = 1;',
  'let b = [a, ...c];',
  'function f(x) { return f(x) ?? x; }',
  'for (;;) {}',
  'while (f(1)) { b.push(b); }',
  'class C extends C { constructor(...args) { super(...args); this.x = new C(this); } }',
  'new C(b, "id", { a });',
  'new aws.s3.Bucket("b", { acl: f(a), ...b, tags: { [a]: b } });',
  'new aws.s3.Bucket(`${f(2)}`, c?.d?.[0]);',
  'new s3.Bucket(this, "B", { versioned: !c, lifecycleRules: b });',
  'if (c) { throw c; } else b = c;',
  'try { f(); } finally { a++; }',
  'switch (c) { case 1: f(); default: b }',
  'export default async () => { await f(); };',
  'const { d, ...e } = { ...b, d: c };',
  'b.map((x) => b.map((y) => b.map((z) => f(x))));',
  '[1,2,3].forEach((x) => new aws.sqs.Queue(`${x}`, {}));',
  'JSON.stringify({ b, c });',
  'c = c + c + c;',
  '}',
  '(((',
  '`${',
  '/* ',
];

const heads = [
  'import * as aws from "@pulumi/aws"; import * as s3 from "aws-cdk-lib/aws-s3"; let c: any = "c";\n',
  'const aws = require("@pulumi/aws"); const s3 = require("@aws-cdk/aws-s3"); var c = process.env.C;\n',
];

function places(value: Value, depth = 0): Place[] {
  if (depth > 30) return [];
  const inner = value.type === 'list' ? value.items : value.type === 'object' ? [...value.entries.values()] : [];
  return [value.at, ...value.via, ...inner.slice(0, 50).flatMap((one) => places(one, depth + 1))];
}

const endless = (lines: number): string =>
  Array.from({ length: lines }, (_, i) => `const a${i + 1} = [...a${i}, ...a${i}];`).join('\n');

describe('any program', () => {
  it('is read without throwing, with places inside of its file', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...heads),
        fc.array(fc.constantFrom(...pieces), { maxLength: 12 }),
        async (head, parts) => {
          const text = head + parts.join('\n');
          const lines = text.split('\n');
          for (const dialect of [pulumi, cdk]) {
            const { resources } = await readWith(dialect, { 'index.ts': text });
            for (const { at, block, body } of resources)
              for (const place of [at, block, ...places(body)]) {
                if (!isFilePlace(place)) throw new Error('a place outside of files');
                expect(place.file).toBe('index.ts');
                expect(place.span.endLine).toBeLessThanOrEqual(lines.length);
                expect(place.span.startColumn).toBeGreaterThan(0);
                expect(place.span.endColumn).toBeLessThanOrEqual((lines[place.span.endLine - 1]?.length ?? 0) + 1);
              }
          }
        },
      ),
      { numRuns: 100 },
    );
  }, 60_000);

  const bombs: Readonly<Record<string, string>> = {
    'a list that doubles': `const a0 = [1];\n${endless(60)}\nnew aws.s3.Bucket("b", { tags: a60 });`,
    'a text that doubles': `let t = "ab"; for (let i = 0; i < 100; i++) t = t + t;\nnew aws.s3.Bucket("b", { acl: t });`,
    'lists within lists': `let l: any = [1]; for (let i = 0; i < 60; i++) l = [l, l];\nnew aws.s3.Bucket("b", { tags: l, acl: \`\${l}\` });`,
    'a function that calls itself twice': `function f(n: any): any { return [f(n), f(n)]; }\nnew aws.s3.Bucket("b", { acl: f(1) });`,
    'brackets without end': `const x = ${'['.repeat(20_000)}1${']'.repeat(20_000)};`,
    'a sum without end': `const x = ${'1+'.repeat(20_000)}1;\nnew aws.s3.Bucket("b", { acl: x });`,
    'an object that holds itself': `const o: any = {}; o.o = o; o.l = [o, o];\nnew aws.s3.Bucket("b", { tags: o, acl: JSON.stringify(o) });`,
    'loops in loops': `for (let i = 0; i < 1e9; i++) for (let j = 0; j < 1e9; j++) for (let k = 0; k < 1e9; k++) {}\nnew aws.s3.Bucket("b");`,
    'functions given to themselves': `const f = (g: any) => g(g); f(f);`,
  };
  for (const [name, text] of Object.entries(bombs))
    it(`ends on ${name}`, async () => {
      const before = process.cpuUsage().user;
      await readWith(pulumi, { 'index.ts': `import * as aws from "@pulumi/aws";\n${text}\n` });
      expect((process.cpuUsage().user - before) / 1e6).toBeLessThan(5);
    }, 30_000);

  it('may import files in a circle, or none that is there', async () => {
    const { names } = await readWith(pulumi, {
      'a.ts': `import { b } from "./b"; import * as aws from "@pulumi/aws"; export const a = 1; new aws.sqs.Queue("a", { name: b });`,
      'b.ts': `import { a } from "./a"; import { c } from "./missing"; import * as aws from "@pulumi/aws"; export const b = a; new aws.sqs.Queue("b", { name: c });`,
    });
    expect([...names].sort()).toEqual(['aws.sqs.Queue.a', 'aws.sqs.Queue.b']);
  });
});
