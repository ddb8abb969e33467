import { beforeAll, describe, expect, it } from 'vitest';
import { loadLate } from '../../../../src/dialects/terraform/functions/late.ts';
import { terraform } from '../../../../src/dialects/terraform/index.ts';
import { plain, readWith } from '../../read.ts';
import { result } from '../evaluating.ts';
import { expressionGroups } from './expressions.ts';
import { allFunctions, files, functionGroups } from './functions.ts';
import { filePrograms } from './file-programs.ts';
import { instancePrograms } from './instance-programs.ts';
import { policyPrograms } from './policy-programs.ts';
import { type ProgramCase, valuePrograms } from './value-programs.ts';

// A program loads these when one of its texts names them.
beforeAll(loadLate);

const groups = [...expressionGroups, ...functionGroups];

describe.each(groups)('$feature', ({ cases }) => {
  it.each(cases)('%s', (expression, expected) => {
    expect(result(expression, files)).toEqual(expected);
  });
});

describe('the table', () => {
  const expressions = groups.flatMap(({ cases }) => cases.map(([expression]) => expression));

  it('has a case for every function', () => {
    const named = expressions.join('\n');
    expect(allFunctions.filter((name) => !new RegExp(`\\b${name}\\(`).test(named))).toEqual([]);
  });

  it('has each case once, and at least 400 of them', () => {
    expect(new Set(expressions).size).toBe(expressions.length);
    expect(expressions.length).toBeGreaterThanOrEqual(400);
  });
});

/** What a program says: the addresses of its resources, or the value of an attribute. */
async function answer(files: ProgramCase[1], asked: string): Promise<unknown> {
  const { resources, get, problems } = await readWith(
    terraform,
    typeof files === 'string' ? { 'main.tf': files } : { ...files },
  );
  expect(problems).toEqual([]);
  if (asked === 'addresses')
    return resources.filter(({ type }) => type !== 'variable' && !type.startsWith('provider.')).map(({ name }) => name);
  const cut = asked.lastIndexOf('.');
  return plain(get(asked.slice(0, cut)).body.entries.get(asked.slice(cut + 1)));
}

describe.each([...valuePrograms, ...instancePrograms, ...filePrograms, ...policyPrograms])('$feature', ({ cases }) => {
  it.each(cases)('%s', async (_name, files, asked, expected) => {
    expect(await answer(files, asked)).toEqual(expected);
  });
});
