import { readFileSync, readdirSync } from 'node:fs';
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
    'plurals in plurals': `let o: any = {}; for (let i = 0; i < 40; i++) o = { items: [o] };\nnew aws.s3.Bucket("b", { rules: [o] });`,
    'functions given to themselves': `const f = (g: any) => g(g); f(f);`,
  };
  for (const [name, text] of Object.entries(bombs))
    it(`ends on ${name}`, async () => {
      const before = process.cpuUsage().user;
      await readWith(pulumi, { 'index.ts': `import * as aws from "@pulumi/aws";\n${text}\n` });
      expect((process.cpuUsage().user - before) / 1e6).toBeLessThan(5);
    }, 30_000);

  it('ends on objects and lists that hold themselves, in each construct of the CDK and each class of Azure', async () => {
    const folders = ['src/dialects/cdk/services', 'src/dialects/pulumi'];
    const texts = folders
      .flatMap((folder) => readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, 'utf8')))
      .join('\n');
    const found = (pattern: RegExp): string[] => [
      ...new Set([...texts.matchAll(pattern)].map(([, one = '']) => one).filter((one) => one !== '')),
    ];
    const constructs = found(/^ {2}'([a-z0-9-]+\.[A-Z]\w+)':/gm);
    const properties = found(/(?:get|or|with)\('(\w+)'/g);
    expect(constructs.length).toBeGreaterThan(100);
    expect(properties.length).toBeGreaterThan(200);
    const plain = [
      'u',
      'stack',
      's3.X.Y',
      'f',
      '-1',
      '"x"',
      '[1, "a", u]',
      '{ a: u }',
      'new s3.Bucket(stack, "i")',
      'iam.P.q(u)',
    ];
    const odd = [...plain, ...plain, 'o', ...plain, 'l'];
    for (const [i, name] of constructs.entries()) {
      const [module = '', kind = ''] = name.split('.');
      const props = properties.map((property, j) => `${property}: ${odd[(i + j) % odd.length]}`).join(', ');
      const told = [
        'addToResourcePolicy',
        'addContainer',
        'addListener',
        'addMethod',
        'addEntry',
        'addRule',
        'allowFrom',
      ];
      const text = `import * as cdk from "aws-cdk-lib"; import * as m from "aws-cdk-lib/aws-${module}"; import * as s3 from "aws-cdk-lib/aws-s3"; import * as iam from "aws-cdk-lib/aws-iam";
declare const u: any; const f = () => f; const o: any = {}; o.o = o; o.p = o; const l: any[] = [o]; l.push(l, l); o.l = l;
const stack = new cdk.Stack(new cdk.App(), "S");
const made = new m.${kind}(stack, "X", { ${props} });
${told.map((method) => `made.${method}(u, "x", stack); made.${method}("x", { a: u });`).join('\n')}
`;
      const before = process.cpuUsage().user;
      await readWith(cdk, { 'index.ts': text });
      expect((process.cpuUsage().user - before) / 1e6, name).toBeLessThan(5);
    }
  }, 120_000);

  it('ends on them in classes of Azure, in components and in low-level constructs', async () => {
    const own = `declare const u: any; const o: any = {}; o.o = o; o.p = o; const l: any[] = [o]; l.push(l, l); o.l = l;`;
    const raw = await readWith(cdk, {
      'index.ts': `import * as s3 from "aws-cdk-lib/aws-s3"; import * as iam from "aws-cdk-lib/aws-iam"; import * as cdk from "aws-cdk-lib"; ${own}
const stack = new cdk.Stack(new cdk.App(), "S"); new s3.CfnBucket(stack, "raw", o); new iam.PolicyStatement({ principals: l, actions: l });
new iam.Role(stack, "r", { assumedBy: new iam.CompositePrincipal(l as any), inlinePolicies: o });`,
    });
    const azure = await readWith(pulumi, {
      'index.ts': `import * as azure from "@pulumi/azure-native"; import * as awsx from "@pulumi/awsx"; ${own}
new azure.storage.StorageAccount("a", o); new azure.web.WebApp("b", { siteConfig: o, kind: l });
new awsx.ecs.FargateService("c", { taskDefinitionArgs: { containers: o } }); new awsx.lb.ApplicationLoadBalancer("d", { listeners: l });`,
    });
    expect(raw.resources.length).toBeGreaterThan(1);
    expect(azure.resources.length).toBeGreaterThan(5);
  }, 30_000);

  it('reads any project of Pulumi in YAML without throwing', async () => {
    const part = fc.constantFrom(
      'resources:',
      '  a:',
      '    type: aws:s3:Bucket',
      '    type: "x"',
      '    type: awsx:lb:ApplicationLoadBalancer',
      '    properties:',
      '      bucket: ${a.id}',
      '      tags: ${v}',
      '      x: { "fn::toJSON": ${a} }',
      '      y: [ ${v[0].b} ]',
      'variables:',
      '  v: ${v}',
      '  v: { fn::join: [ ",", ${v} ] }',
      '  w: *x',
      '- a',
      '}',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 14 }), async (lines) => {
        const text = ['name: x', 'runtime: yaml', ...lines, ''].join('\n');
        const { resources } = await readWith(pulumi, { 'Pulumi.yaml': text });
        for (const { at, block, body } of resources)
          for (const place of [at, block, ...places(body)])
            if (isFilePlace(place)) expect(place.span.endLine).toBeLessThanOrEqual(lines.length + 3);
      }),
      { numRuns: 200 },
    );
  });

  it('may import files in a circle, or none that is there', async () => {
    const { names } = await readWith(pulumi, {
      'a.ts': `import { b } from "./b"; import * as aws from "@pulumi/aws"; export const a = 1; new aws.sqs.Queue("a", { name: b });`,
      'b.ts': `import { a } from "./a"; import { c } from "./missing"; import * as aws from "@pulumi/aws"; export const b = a; new aws.sqs.Queue("b", { name: c });`,
    });
    expect([...names].sort()).toEqual(['aws.sqs.Queue.a', 'aws.sqs.Queue.b']);
  });
});
