import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { fitted } from '../../src/report/fit.ts';
import { markdown } from '../../src/report/markdown.ts';
import {
  at,
  clean,
  comparison,
  context,
  failure,
  findings,
  many,
  partial,
  reportOf,
  waivers,
  steering,
} from './sample.ts';

const links = { server: 'https://github.com', repository: 'acme/orders', commit: '3f2c1ab' };

describe('the summary of a change', () => {
  it('begins with what the change does', () => {
    expect(markdown(comparison, context({ links })).split('\n\n').slice(0, 3).join('\n\n'))
      .toBe(`## SOC 2: this change opens 1 gap and closes 1 gap

| | before | after |
|---|---|---|
| **CC6.6** Boundary defended from outside | evidence | **gap**, worst critical |
| **CC7.1** Weak configs and new flaws detected | gap | evidence (12) |

**critical** \`network-is-closed/rdp\` ([\`infra/net.tf:18\`](https://github.com/acme/orders/blob/3f2c1ab/infra/net.tf#L18))`);
  });

  it('folds what stands elsewhere and shows a new waiver', () => {
    const [shown, elsewhere] = markdown(comparison, context()).split(
      '<details><summary>2 open findings stand elsewhere in the repository</summary>',
    );
    expect(shown).toContain(
      'New waiver in this change: `storage-is-private/acl` for `site-*`, until 2027-01-31, by acme/platform: "static site, public by design"',
    );
    expect(shown).not.toContain('required-checks-exist');
    expect(elsewhere).toContain('- **high** `required-checks-exist` (`.github/settings.yml:31`): main requires');
  });

  it('says so when nothing moves', () => {
    const still = { ...comparison, results: [], comparison: { ...comparison.comparison!, coverage: [] } };
    expect(markdown(still, context())).toMatch(
      /^## SOC 2: this change opens no gap\n\nNo open finding is of this change\./,
    );
  });

  it('claims nothing about gaps where only lines were compared', () => {
    const output = markdown({ ...comparison, comparison: { base: 'x', mode: 'lines', coverage: [] } }, context());
    expect(output).toMatch(/^## SOC 2: 2 open findings on changed lines\n\nThe base could not be read/);
  });
});

describe('exceptions', () => {
  const [register] = waivers as [(typeof waivers)[0]];
  const { new: _new, ...former } = register!;
  const own = (until: string | undefined, more: object = {}) => ({ ...former, ...more, ...(until && { until }) });

  it('in use are listed: who accepted, until when, why', () => {
    const output = markdown(findings, context());
    expect(output).toContain('<details><summary>1 exception in use</summary>');
    expect(output).toContain(
      '- `storage-is-private/acl` for `site-*`, until 2027-01-31, by acme/platform: "static site, public by design"',
    );
    expect(output).not.toContain('within 30 days');
    // What another tool's comment waives is nobody's acceptance.
    expect(output).not.toContain('behind a VPN');
  });

  it('that end within 30 days stand in sight, the first to end first', () => {
    const exceptions = [
      own('2026-12-22'),
      own('2026-11-22', { subject: 'today' }),
      own('2026-12-23', { subject: 'later' }),
      own('2026-11-21', { subject: 'over', state: 'expired' as const }),
      own('2026-11-23', { subject: 'unused', state: 'unused' as const }),
    ];
    const [, shown = ''] = markdown({ ...findings, exceptions }, context()).split(
      '### 3 exceptions end within 30 days',
    );
    const [list = ''] = shown.split('<details>');
    expect(list.match(/^- .*left.*|^- .*today.*/gm)).toEqual([
      expect.stringContaining('for `today`, until 2026-11-22 (today), by acme/platform'),
      expect.stringContaining('for `unused`, until 2026-11-23 (1 day left)'),
      expect.stringContaining('for `site-*`, until 2026-12-22 (30 days left)'),
    ]);
  });

  it('without a day to judge by, or without an end, are only listed', () => {
    const endless = { ...former, reason: 'x' };
    delete (endless as { until?: string }).until;
    const output = markdown({ ...findings, asOf: null, exceptions: [own('2026-12-01'), endless] }, context());
    expect(output).not.toContain('within 30 days');
    expect(output).toContain(', without an end, by acme/platform: "x"');
  });

  it('show no markup of theirs', () => {
    const hostile = own('2026-12-01', { reason: '<img src=x>', approver: '**b**', subject: '`x`' });
    const output = markdown({ ...findings, exceptions: [hostile] }, context());
    expect(output).not.toContain('<img');
    expect(output).toContain('\\*\\*b\\*\\*');
  });
});

describe('the summary of a repository', () => {
  it('has the scope, the findings, all criteria, the unknowns, the problems and the limits', () => {
    const output = markdown(findings, context());
    expect(output).toMatch(
      /^## SOC 2 coverage at 3f2c1ab, as of 2026-11-22\n\nIn scope: all five categories \(nobody has chosen yet\)\./,
    );
    expect(output).toContain('### 14 open findings');
    expect(output).toContain('<details><summary>All criteria in scope (61)</summary>');
    expect(output.match(/^\| \*\*(?:CC|A|PI|C|P)\d/gm)).toHaveLength(61);
    expect(output).toContain('recorded: board charter, https:/<!-- -->/example.org/charter, 2026-03-01');
    expect(output).toContain('<summary>3 things could not be judged, 4 could not be followed</summary>');
    expect(output).toContain('### Problems of the scan');
    expect(output).toMatch(/It is not an opinion: that is for a CPA firm\.\n$/);
  });

  it('is short for a clean one', () => {
    expect(markdown(clean, context())).toContain('\n\nNo finding is open.\n\n');
  });

  it('has no coverage for some files', () => expect(markdown(partial, context())).not.toContain('criteria in scope'));
});

describe('its size', () => {
  it.each([5_000, 20_000, 65_536])('stays within %i bytes and says what is missing', (limit) => {
    const wide = reportOf(
      Array.from({ length: 900 }, (_, index) =>
        failure('storage-is-private', { subject: `ü${index}`, location: at(`f${index}.tf`, 1, 1, 2) }),
      ),
      { coverage: many.coverage },
    );
    const output = markdown(wide, context({ limit }));
    expect(Buffer.byteLength(output)).toBeLessThanOrEqual(limit);
    expect(output).toMatch(/…and \d+ more/);
    expect(output.match(/<details>/g)).toHaveLength(output.match(/<\/details>/g)!.length);
    expect(output).toContain('It is not an opinion');
  });

  it('cuts the later lists first', () => {
    const list = (name: string) => ({
      items: Array.from({ length: 5 }, (_, i) => `${name}${i}`),
      between: '\n',
      more: (n: number) => `${n} more`,
    });
    expect(fitted(['head', list('a'), list('b')], 46)).toBe('head\n\na0\na1\na2\na3\na4\n\nb0\nb1\n3 more\n');
    expect(fitted([list('a'), ''], 1000)).toBe('a0\na1\na2\na3\na4\n');
  });
});

describe('hostile text', () => {
  const hostile =
    '</details><img src=x onerror=y> [a](https://example.org) | `b` | @acme/team\n# c \u001b[0m \u202e ::error::d';

  it('stays text', () => {
    const report = reportOf(
      [
        failure('storage-is-private', {
          aspect: hostile,
          message: hostile,
          do: hostile,
          subject: hostile,
          location: at(hostile, 1, 1, 2),
          introduced: true,
        }),
      ],
      {
        problems: [{ kind: 'parse', message: hostile, location: at(hostile, 1, 1) }],
        unresolved: [
          {
            name: hostile,
            reason: { code: 'no-value', subject: hostile, settledBy: hostile },
            location: at(hostile, 1, 1),
          },
        ],
        exceptions: [{ ...waivers[0]!, reason: hostile, subject: hostile, approver: hostile, aspect: hostile }],
        limits: [hostile],
      },
    );
    for (const shown of [report, { ...report, comparison: comparison.comparison! }]) {
      const output = markdown(shown, context({ links }));
      expect(output).not.toMatch(steering);
      const page = new MarkdownIt({ html: true }).render(output);
      const tags = new Set([...page.matchAll(/<(?!!--)\/?([a-z0-9]+)([^>]*)>/gi)].map(([, tag]) => tag));
      expect(tags).not.toContain('img');
      expect(
        [...page.matchAll(/href="([^"]*)"/g)].every(([, href]) =>
          href!.startsWith('https://github.com/acme/orders/blob/'),
        ),
      ).toBe(true);
      expect(page.match(/<h1/g)).toBeNull();
      expect(output.match(/<details>/g)).toHaveLength(page.match(/<\/details>/g)!.length);
      for (const line of output.split('\n')) expect(line).not.toMatch(/^\s*::[a-z]/);
    }
  });
});
