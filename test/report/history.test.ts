import { describe, expect, it } from 'vitest';
import { historyFormats, renderHistory, type HistoryFormat } from '../../src/report/history/index.ts';
import { keepsToSchema } from '../history/repository.ts';
import { eventful, quiet } from './history-sample.ts';
import { steering } from './sample.ts';

const rules = () =>
  Promise.resolve([{ id: 'storage-is-private', title: 'Storage is private', criteria: { 'CC6.1': 'A reason.' } }]);
const formats = Object.keys(historyFormats) as HistoryFormat[];
const samples = { eventful: eventful(), quiet };

describe.each(formats)('a history as %s', (format) => {
  it.each(Object.entries(samples))('claims nothing that is the auditor’s to say: %s', async (_, history) => {
    const output = await renderHistory(format, history, rules);
    const text = output.replaceAll('"state": "not-satisfied"', '');
    expect(text).not.toMatch(/\b(?:non-?)?complian(?:t|ce)\b|\bcertif(?:ied|y|ication)\b|\bsatisf(?:ied|y|ies)\b/i);
    expect(output.endsWith('\n')).toBe(true);
    expect(output).not.toMatch(/undefined|\[object |NaN/);
    expect(await renderHistory(format, history, rules)).toBe(output);
  });

  it('lets nothing that a repository holds steer who reads it', async () => {
    const hostile =
      '=cmd()\u202e\u001b[31m\n::error::x ##[error]x <script>alert(1)</script> [a](https://evil.example) @acme';
    const output = await renderHistory(format, eventful(hostile), rules);
    expect(output.replaceAll('\r\n', '\n')).not.toMatch(steering);
    expect(output).not.toMatch(/^::error|##\[error/m);
    if (format === 'html') expect(output).not.toMatch(/<script|href="http/);
    if (format === 'markdown') expect(output).not.toMatch(/<script|\[a\]\(|https:\/\/evil/);
    if (format === 'csv') expect(output).toContain(`"'=cmd()`);
  });

  it('shows no secret', async () => {
    const secret = 'ghp_Zq8mV2xKc4LtR7yWb1NsD5fHj9aPe3GuYo6T';
    const shown = await renderHistory(format, eventful(`Rotate ${secret}`), rules);
    expect(shown).not.toContain(secret);
    expect(await renderHistory(format, eventful('Rotate hunter-two'), rules, ['hunter-two'])).not.toContain(
      'hunter-two',
    );
  });
});

describe('a history', () => {
  it.each(Object.entries(samples))('of these tests keeps to its schema: %s', (_, history) => {
    expect(keepsToSchema(history).schemaVersion).toBe(1);
  });

  it.each(['text', 'markdown', 'html', 'oscal'] as const)(
    'says in %s what it does not show, and that it is not whole',
    async (format) => {
      for (const [history, whole] of [
        [eventful(), false],
        [quiet, true],
      ] as const) {
        const output = await renderHistory(format, history, rules);
        expect(output).toContain('It is not an opinion: that is for a CPA firm.');
        expect(/not established/.test(output)).toBe(!whole);
        if (!whole) expect(output).toContain('the clone is shallow');
      }
    },
  );

  it('says the same in text and as a page', async () => {
    const history = eventful();
    for (const format of ['text', 'html'] as const) {
      const output = await renderHistory(format, history, rules);
      for (const told of [
        'made 21 days after the day',
        'policies/access.md',
        '03/04/2024',
        'expired while its finding was open',
        'still so on 2025-12-31',
        'mended in 5 days (median), 5 at worst, n = 1',
        history.population.sha256,
        history.pullRequests!.sha256,
      ])
        expect(output).toContain(told);
    }
  });
});
