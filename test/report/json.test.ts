import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { json } from '../../src/report/json.ts';
import { at, failure, findings, reportOf, samples, steering } from './sample.ts';

const schema = JSON.parse(readFileSync(new URL('../../report.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv.default({ strict: true, strictTypes: false, strictRequired: false, allErrors: true }).compile(
  schema,
);

describe('json', () => {
  it.each(Object.entries(samples))('holds the whole report, as the schema says: %s', (_, report) => {
    const output = json(report);
    expect(output.endsWith('}\n')).toBe(true);
    expect(JSON.parse(output)).toEqual(report);
    validate(JSON.parse(output));
    expect(validate.errors).toBeNull();
  });

  it('has the same bytes whatever order the report was put together in', () => {
    const turned = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(turned)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .toReversed()
                .map(([name, inner]) => [name, turned(inner)]),
            )
          : value;
    expect(json(turned(findings) as typeof findings)).toBe(json(findings));
  });

  it('has a line for each entry of a list', () => {
    const lines = json(findings).split('\n');
    expect(lines.filter((line) => line.startsWith('{"rule":'))).toHaveLength(
      findings.results.length + findings.exceptions.length + findings.passes.length - 2,
    );
  });

  it('escapes what a terminal would act on', () => {
    const report = reportOf([
      failure('storage-is-private', { message: '\u001b[0m \u009b \u202e', location: at('\u2028.tf', 1, 1) }),
    ]);
    expect(json(report)).not.toMatch(steering);
    expect(JSON.parse(json(report))).toEqual(report);
  });
});

describe('the schema', () => {
  it('refuses what is not in it', () => {
    expect(validate({ ...findings, score: 97 })).toBe(false);
    expect(validate({ ...findings, results: [{ ...findings.results[0], verdict: 'pass' }] })).toBe(false);
    expect(validate({ ...findings, asOf: 'yesterday' })).toBe(false);
  });

  it('describes every property', () => {
    const missing: string[] = [];
    const visit = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      for (const [name, inner] of Object.entries(node)) {
        if (path.endsWith('/properties')) {
          const { description, $ref } = inner as { description?: string; $ref?: string };
          const target = $ref && schema.$defs[$ref.replace('#/$defs/', '')];
          if (!description && !target?.description) missing.push(`${path}/${name}`);
        }
        visit(inner, `${path}/${name}`);
      }
    };
    visit(schema, '');
    expect(missing).toEqual([]);
  });

  it('lets no object hold more than it names', () => {
    const open: string[] = [];
    const visit = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      if ('type' in node && node.type === 'object' && !('additionalProperties' in node)) open.push(path);
      for (const [name, inner] of Object.entries(node)) visit(inner, `${path}/${name}`);
    };
    visit(schema, '');
    expect(open).toEqual([]);
  });
});
