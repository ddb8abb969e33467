import { getExpressionAst, parse } from '@cdktn/hcl2json';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  jsonOfBody,
  ordered,
  shapeOf,
  shapeOfOracle,
  sliceOf,
  type Json,
  type OracleNode,
} from '../../../src/dev/hcl-outline.ts';
import { parseHcl } from '../../../src/parse/hcl/parse.ts';
import { damaged, expression, file, soup } from './source.ts';

// HashiCorp's own parser, as WebAssembly, reads the same texts. It normalises text to NFC, which we do too.

// RUNS=5000 looks further, by other chances each time.
const { RUNS } = process.env;
const options = RUNS ? { numRuns: Number(RUNS) } : { numRuns: 150, seed: 2026 };

const refused = 'refused';

/** It also works out constants, and fails where they are of a wrong type: that says nothing about the syntax. */
async function byOracle(text: string): Promise<Json> {
  // It writes a null inside of a text now in this way, now in that.
  fc.pre(!/[$%]\{[^]*null/.test(text));
  try {
    return ordered((await parse('main.tf', text)) as Json);
  } catch (error) {
    fc.pre(!String(error).includes('convert to HCL'));
    return refused;
  }
}

const byUs = (text: string): Json => {
  const { tree, problems } = parseHcl(text);
  return problems.length > 0 ? refused : ordered(jsonOfBody(tree, sliceOf(text)));
};

describe('beside the parser of HashiCorp', () => {
  it('reads whole files the same', async () => {
    await fc.assert(
      fc.asyncProperty(file, async (text) => {
        expect(byUs(text), text).toEqual(await byOracle(text));
      }),
      options,
    );
  });

  it('nests expressions the same', async () => {
    await fc.assert(
      fc.asyncProperty(expression, async (text) => {
        const node = (await getExpressionAst('value.tf', `${text}\n`)) as OracleNode | null;
        const { tree, problems } = parseHcl(`a = ${text}\n`);
        expect(problems.map(({ message }) => message)).toEqual([]);
        expect(shapeOf(tree.attributes[0]!.value), text).toEqual(node && shapeOfOracle(node));
      }),
      options,
    );
  });

  it('refuses the same texts', async () => {
    await fc.assert(
      fc.asyncProperty(soup, async (text) => {
        expect(byUs(`a = ${text}\n`), text).toEqual(await byOracle(`a = ${text}\n`));
      }),
      options,
    );
  });

  it('refuses the same damaged files', async () => {
    await fc.assert(
      fc.asyncProperty(damaged, async (text) => {
        // A carriage return without a line feed is refused in some places only.
        fc.pre(!/\r(?!\n)/.test(text));
        expect(byUs(text), text).toEqual(await byOracle(text));
      }),
      options,
    );
  });
});
