import { describe, expect, it } from 'vitest';
import { formats, isFormat, render, type Format } from '../../src/report/index.ts';
import { count, thousands } from '../../src/report/words.ts';
import { firstSentence } from '../../src/report/findings.ts';
import { context, samples } from './sample.ts';

describe('words', () => {
  it('counts', () => {
    expect([count(1, 'file'), count(2, 'file'), count(0, 'entry', 'entries')]).toEqual([
      '1 file',
      '2 files',
      '0 entries',
    ]);
    expect([0, 999, 1000, 1234567].map(thousands)).toEqual(['0', '999', '1,000', '1,234,567']);
  });

  it('ends a sentence where the next one begins', () => {
    expect(firstSentence('Opens 10.0.0.0/8 to v1.2. Close it.')).toBe('Opens 10.0.0.0/8 to v1.2.');
    expect(firstSentence('e.g. this is one')).toBe('e.g. this is one');
    expect(firstSentence('No full stop')).toBe('No full stop');
  });
});

describe.each(Object.keys(formats) as Format[])('%s', (format) => {
  it.each(Object.entries(samples))("claims nothing that is the auditor's to say: %s", async (_, report) => {
    for (const verbose of [false, true]) {
      const output = await render(format, report, context({ verbose }));
      // OSCAL's word for the state of a finding: about what one rule looks for.
      const text = format === 'oscal' ? output.replaceAll('"state": "not-satisfied"', '') : output;
      expect(text).not.toMatch(/\b(?:non-?)?complian(?:t|ce)\b|\bcertif(?:ied|y|ication)\b|\bsatisf(?:ied|y|ies)\b/i);
      expect(output === '' || output.endsWith('\n')).toBe(true);
      expect(output).not.toMatch(/undefined|\[object |NaN/);
      expect(await render(format, report, context({ verbose }))).toBe(output);
    }
  });
});

describe('formats', () => {
  it('knows their names and nothing inherited', () => {
    expect(isFormat('sarif')).toBe(true);
    expect(isFormat('toString')).toBe(false);
  });
});
