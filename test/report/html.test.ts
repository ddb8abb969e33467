import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { criteria } from '../../src/criteria/catalogue.ts';
import type { Report } from '../../src/model/report.ts';
import type { RenderContext } from '../../src/report/context.ts';
import { html } from '../../src/report/html.ts';
import { stateMeanings } from '../../src/report/html/states.ts';
import { render } from '../../src/report/index.ts';
import { elementsIn, readMarkup, textOf, type Element } from './markup-reader.ts';
import {
  at,
  clean,
  comparison,
  context,
  coverageWith,
  failure,
  findings,
  limited,
  many,
  partial,
  reportOf,
  samples,
  sources,
  steering,
  unknown,
  waivers,
} from './sample.ts';

const read = (report: Report, more: Partial<RenderContext> = {}) => {
  const text = html(report, context(more));
  const root = readMarkup(text, 'html');
  const all = [...elementsIn(root)];
  return {
    text,
    all,
    named: (name: string) => all.filter((element) => element.name === name),
    of: (className: string) =>
      all.filter(({ attributes }) => (attributes['class'] ?? '').split(' ').includes(className)),
    byId: (id: string) => all.find(({ attributes }) => attributes['id'] === id),
  };
};

const wordsOf = (element: Element | undefined) => textOf(element!).replace(/\s+/g, ' ').trim();

describe.each(Object.entries(samples))('the page of: %s', (_, report) => {
  const { text, all, named } = read(report, {
    links: { server: 'https://github.com', repository: 'acme/orders', commit: '3f2c1ab' },
  });

  it('asks for nothing else and runs nothing', () => {
    expect(named('script').concat(named('link'), named('img'), named('iframe'), named('form'))).toEqual([]);
    const names = new Set(all.flatMap(({ attributes }) => Object.keys(attributes)));
    for (const name of names) expect(name).not.toMatch(/^(src|srcset|style|action|data|poster|background|on.*)$/);
    expect(text).not.toMatch(/url\(|@import/);
    const policy = named('meta').find(({ attributes }) => attributes['http-equiv']);
    const hash = createHash('sha256')
      .update(textOf(named('style')[0]!))
      .digest('base64');
    expect(policy!.attributes['content']).toContain(`default-src 'none'; style-src 'sha256-${hash}'`);
  });

  it('has headings in order, ids once, and links that lead somewhere', () => {
    const levels = all.flatMap(({ name }) => (/^h[1-6]$/.test(name) ? [Number(name[1])] : []));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [index, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
    const ids = all.flatMap(({ attributes }) => attributes['id'] ?? []);
    expect(ids).toEqual([...new Set(ids)]);
    for (const { attributes } of named('a')) {
      const href = attributes['href']!;
      if (href.startsWith('#')) expect(ids).toContain(href.slice(1));
      else expect(href).toMatch(/^https:\/\/(github\.com\/acme\/orders\/blob\/3f2c1ab|soc2-lint\.example\/rules)\//);
    }
    for (const { attributes } of all)
      if (attributes['aria-labelledby']) expect(ids).toContain(attributes['aria-labelledby']);
  });

  it('has tables that can be read aloud', () => {
    for (const table of named('table')) {
      const inside = [...elementsIn(table)];
      expect(inside[0]!.name).toBe('caption');
      for (const { name, attributes } of inside) if (name === 'th') expect(attributes['scope']).toMatch(/^(col|row)$/);
    }
  });

  it('says the limits, and no more than it may', () => {
    for (const sentence of report.limits) expect(wordsOf(named('main')[0])).toContain(sentence);
    expect(text).not.toMatch(/\b(compliant|certified|satisfied)\b/i);
    expect(wordsOf(named('main')[0])).not.toMatch(/\d ?%/);
  });

  it('is the same twice', () => expect(html(report, context())).toBe(html(structuredClone(report), context())));
});

describe('coverage', () => {
  it('has a tile for each criterion, with the state in words and as a shape', () => {
    const { of } = read(findings);
    const tiles = of('tile');
    expect(tiles.map(({ attributes }) => attributes['href'])).toEqual(criteria.map(({ id }) => `#${id}`));
    const gap = tiles.find(({ attributes }) => attributes['href'] === '#CC6.1');
    expect(wordsOf(gap)).toBe(
      'CC6.1 Logical access built into the architecture gap, worst critical 3 fail · 4 unknown · 118 pass',
    );
    for (const tile of tiles)
      expect([...elementsIn(tile)].find(({ name }) => name === 'use')!.attributes['href']).toMatch(/^#shape-/);
  });

  it('explains each state that occurs, with its number', () => {
    const legend = read(findings).of('legend')[0]!;
    expect(wordsOf(legend.children[0])).toContain(stateMeanings.gap);
    expect(wordsOf(legend.children[0])).toContain('5 gaps');
  });

  it('is left out for some files, and cut to the criteria of a limited run', () => {
    expect(read(partial).of('tile')).toEqual([]);
    expect(read(partial).byId('criteria')).toBeUndefined();
    expect(read(limited).of('tile')).toHaveLength(1);
  });
});

describe('a criterion', () => {
  it('leads to its rules, with the reason, and to their findings', () => {
    const { byId } = read(findings);
    const body = byId('CC6.1')!;
    expect(wordsOf(body)).toContain('Public read access goes around every access control in front of the data.');
    const links = [...elementsIn(body)].flatMap(({ attributes }) => attributes['href'] ?? []);
    expect(links).toContain('#rule-storage-is-private');
    const finding = byId(links.find((href) => href.startsWith('#finding-'))!.slice(1))!;
    expect(wordsOf(finding)).toContain('aws_s3_bucket.exports can be read by anyone through its ACL.');
  });

  it('says what must come from elsewhere, and what is recorded', () => {
    const { byId } = read(findings);
    expect(wordsOf(byId('CC6.1'))).toContain('who has access today, runtime state');
    expect(wordsOf(byId('CC1.2'))).toContain(
      'board charter, https://example.org/charter, 2026-03-01; next due 2027-03-01',
    );
    expect(wordsOf(byId('P6.2'))).toContain('nothing yet');
  });
});

describe('a rule', () => {
  const { byId } = read(findings);
  it('shows the lines, with what is meant marked', () => {
    const rule = byId('rule-storage-is-private')!;
    const mark = [...elementsIn(rule)].find(({ name }) => name === 'mark');
    expect(textOf(mark!)).toBe('"public-read"');
    const lines = [...elementsIn(rule)].filter(({ attributes }) => attributes['class'] === 'line').map(wordsOf);
    expect(lines).toEqual(['11resource "aws_s3_bucket_acl" "exports" {', expect.stringMatching(/^12 *acl/), '13}']);
    expect(wordsOf(rule)).toContain('read access for everyone');
  });

  it('says one thing once for the instances of a module', () => {
    const rule = byId('rule-database-is-encrypted')!;
    expect([...elementsIn(rule)].filter(({ name }) => name === 'article')).toHaveLength(1);
    expect(wordsOf(rule)).toMatch(/The same in .*module\.users\.aws_db_instance\.main/);
  });

  it('lists passes by name, unknowns with what settles them, and waivers with their reason', () => {
    const rule = wordsOf(byId('rule-storage-is-private'));
    expect(rule).toContain('1 pass, with what passed');
    expect(rule).toContain('aws_s3_bucket.logs');
    expect(rule).toContain('settle it with a plan (terraform show -json)');
    expect(rule).toContain('accepted, approved by acme/platform, until 2027-01-31: “static site, public by design”');
    expect(wordsOf(byId('rule-network-is-closed'))).toContain('waived by a comment for checkov, still a gap');
  });

  it('keeps examples and tests apart', () => {
    expect(wordsOf(byId('rule-storage-is-private'))).not.toContain('aws_s3_bucket.demo');
    expect(read(findings).text).toContain('In examples, tests and vendored code');
  });
});

describe('the records', () => {
  it('name owner, approver and end of each exception, seen from the day of the report', () => {
    const rows = [...elementsIn(read(findings).byId('exceptions-table')!)];
    expect(rows).toEqual([]);
    const table = read(findings)
      .named('table')
      .find(({ children }) => children[0]!.attributes['id'] === 'exceptions-table')!;
    expect(wordsOf(table)).toMatch(/static site, public by design .*acme\/web acme\/platform .*2027-01-31 in 70 days/);
    expect(wordsOf(table)).toContain('new in this change');
    expect(wordsOf(table)).toContain('not named');
  });

  it.each([
    ['2026-11-22', 'the day of this report'],
    ['2026-11-21', '1 day ago'],
    ['soon', ''],
  ])('tell how far %s is', (until, words) => {
    const report = { ...findings, exceptions: [{ ...waivers[0]!, until }] };
    expect(read({ ...report, results: [] }).text).toContain(`<span class="aside">${words}</span>`);
  });

  it('say which criteria are outside of any repository and have no record', () => {
    const { byId, named } = read(findings);
    expect(byId('manual')).toBeDefined();
    expect(
      named('section')
        .map(wordsOf)
        .find((words) => words.startsWith('Evidence kept elsewhere')),
    ).toContain('P6.2');
  });

  it('mark what is overdue', () => {
    const manual = [{ what: 'review', where: 'drive', date: '2025-01-01', nextDue: '2026-01-01', overdue: true }];
    expect(read({ ...clean, coverage: coverageWith({ 'CC1.2': { manual } }) }).text).toContain('<b>overdue</b>');
  });
});

describe('a change', () => {
  it('begins with what it does', () => {
    const { named, text } = read(comparison);
    const [first] = named('section').map(wordsOf);
    expect(first).toContain('What this change does');
    expect(first).toMatch(/CC7\.1.* gap evidence/);
    expect(text).toContain('<b>of this change</b>');
  });

  it('says when only lines were compared', () =>
    expect(read({ ...comparison, comparison: { base: 'x', mode: 'lines', coverage: [] } }).text).toContain(
      'The base could not be read',
    ));
});

describe('hostile text', () => {
  const hostile = `</code></pre></details><script>alert(1)</script>"' onload='x' &lt; \u001b[0m \u202e\u200b\u0000\n::error::d ]]> <!-- \ufffe \ud800`;
  const report = reportOf(
    [
      failure('storage-is-private', {
        aspect: hostile,
        message: hostile,
        do: hostile,
        label: hostile,
        subject: hostile,
        location: at(hostile, 2, 1, 9),
        related: [{ name: hostile, location: at(hostile, 1, 1, 2) }],
      }),
      failure('storage-is-private', { rule: hostile, subject: hostile, disposition: 'accepted', exception: 0 }),
      unknown(
        'database-is-encrypted',
        { code: 'no-value', subject: hostile, settledBy: hostile },
        { subject: hostile },
      ),
    ],
    {
      system: { name: hostile },
      subjects: [{ kind: hostile, name: hostile, provider: hostile, role: 'system', location: at(hostile, 1, 1, 2) }],
      passes: [{ rule: 'actions-are-pinned', aspect: hostile, subjects: [0] }],
      inventory: [{ kind: hostile, plural: hostile, provider: hostile, role: 'system', count: 1 }],
      problems: [{ kind: 'parse', message: hostile, location: at(hostile, 1, 1) }],
      unresolved: [
        {
          name: hostile,
          reason: { code: 'no-value', subject: hostile, settledBy: hostile },
          location: at(hostile, 1, 1),
        },
      ],
      exceptions: [
        {
          ...waivers[0]!,
          rule: hostile,
          aspect: hostile,
          subject: hostile,
          reason: hostile,
          owner: hostile,
          approver: hostile,
          tool: hostile,
          until: hostile,
        },
      ],
      limits: [hostile],
      coverage: coverageWith({
        'CC1.2': { manual: [{ what: hostile, where: 'javascript:alert(1)', date: hostile, nextDue: hostile }] },
      }),
      comparison: { base: hostile, mode: 'objects', coverage: [] },
    },
  );

  it('stays text', () => {
    const { text, named, all } = read(report, {
      source: () => `${hostile}\n${hostile}`,
      links: { server: 'https://github.com', repository: 'acme/orders', commit: '3f2c1ab' },
    });
    expect(text).not.toMatch(steering);
    expect(text).not.toMatch(/[\ufffe\p{Cs}]/u);
    expect(named('script')).toEqual([]);
    for (const { attributes } of all)
      for (const [name, value] of Object.entries(attributes)) {
        expect(name).not.toMatch(/^on/);
        if (name === 'id') expect(value).toMatch(/^[\w.-]+$/);
        if (name === 'href') expect(value).toMatch(/^(#[\w.-]+|https:\/\/)/);
      }
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });
});

describe('secrets', () => {
  it('are masked in code, messages and names', async () => {
    const secret = 'hunter2-hunter2';
    const report = reportOf([
      failure('storage-is-private', {
        message: `The password is ${secret}.`,
        subject: `db.${secret}`,
        location: at('a.tf', 2, 1, 9),
      }),
    ]);
    const source = () => `a = "${secret}"\npassword = "${secret}"\nb = "${secret}"`;
    const text = await render('html', report, context({ secrets: [secret], source }));
    expect(text).not.toContain(secret);
    expect(text).toContain('password');
    expect(text).toContain('••••');
  });
});

describe('its size', () => {
  it('is bounded, and what is left out is counted', () => {
    const n = 20_000;
    const files = Array.from({ length: n }, (_, index) => `modules/some/folder/with/a/name/${index}.tf`);
    const big = reportOf(
      files.flatMap((file, index) => [
        failure(index % 2 ? 'storage-is-private' : 'actions-are-pinned', {
          subject: file,
          location: at(file, 1, 1, 5),
        }),
        unknown('database-is-encrypted', { code: 'no-value', settledBy: `a value ${index % 40}` }, { subject: file }),
      ]),
      {
        coverage: many.coverage,
        subjects: files.map((name) => ({ kind: 'object-storage', name, role: 'system', location: at(name, 1, 1, 2) })),
        passes: [{ rule: 'network-is-closed', subjects: files.map((_, index) => index) }],
        problems: files.map((file) => ({ kind: 'parse', message: 'x', location: at(file, 1, 1) })),
        exceptions: files.map((path) => ({ ...waivers[0]!, path })),
      },
    );
    const { text } = read(big, { source: () => sources['infra/storage.tf'] });
    expect(Buffer.byteLength(text)).toBeLessThan(4 * 1024 * 1024);
    expect(text).toContain('…and 9,775 more findings: they are in the JSON report');
    expect(text).toContain('…and 19,940 more subjects');
  });

  it('cuts what is too long to read', () => {
    const long = 'x'.repeat(1_000_000);
    const report = reportOf([
      failure('storage-is-private', { message: long, subject: long, location: at('a', 1, 5, 9) }),
    ]);
    const { text } = read(report, { source: () => `${long}\n${long}` });
    expect(text.length).toBeLessThan(400_000);
  });

  it('shows a window of a long line', () => {
    const line = `${'a'.repeat(500)}MARK${'b'.repeat(500)}`;
    const { named } = read(reportOf([failure('storage-is-private', { location: at('a', 1, 501, 505) })]), {
      source: () => line,
    });
    const [code] = named('pre');
    expect(wordsOf(code)).toBe(`1…${'a'.repeat(160)}MARK${'b'.repeat(160)}…`);
    expect(textOf(named('mark')[0]!)).toBe('MARK');
  });
});
