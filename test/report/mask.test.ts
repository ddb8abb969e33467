import { describe, expect, it } from 'vitest';
import { formats, render, type Format } from '../../src/report/index.ts';
import { masked, secretPattern } from '../../src/report/mask.ts';
import { at, clean, context, failure, reportOf } from './sample.ts';

const hide = (text: string, ...secrets: string[]) => text.replace(secretPattern(secrets) ?? /$^/, '••••');

describe('secretPattern', () => {
  it('prefers the longer of two secrets', () =>
    expect(hide('hunter2-and-more', 'hunter2', 'hunter2-and-more')).toBe('••••'));
  it('finds a secret as a quoted string has it', () =>
    expect(hide('password = "a\\"bcd"', 'a"bcd')).toBe('password = "••••"'));
  it('finds the lines of a key in an indented block', () =>
    expect(hide('    c2VjcmV0\n', 'begin\nc2VjcmV0\nend\n')).toBe('    ••••\n'));
  it('masks short texts only where they stand alone', () =>
    expect(hide('x1 is not "x", 東x東 x', 'x')).toBe('x1 is not "••••", 東x東 ••••'));
  it('has nothing to find without secrets', () => expect(secretPattern(['', '  ', '\n'])).toBeUndefined());
  it('takes secrets with the signs of a pattern', () =>
    expect(hide('a $^.*+?()[]{}|\\/-b', '$^.*+?()[]{}|\\/-b')).toBe('a ••••'));
});

describe('masked', () => {
  it('keeps what others read by: ids, paths, states', () => {
    const report = reportOf([failure('storage-is-private', { location: at('open/high.tf', 1, 1, 5) })]);
    const [result] = masked(report, ['open', 'high', 'storage-is-private', 'object-storage']).results;
    expect(result).toMatchObject({
      rule: 'storage-is-private',
      disposition: 'open',
      location: { file: 'open/high.tf' },
    });
  });
  it('returns the report itself without secrets', () => expect(masked(clean, [])).toBe(clean));
});

describe('every format', () => {
  const secret = 'correct-horse-battery';
  const report = reportOf(
    [
      failure('storage-is-private', {
        message: `The password ${secret} is written here.`,
        label: secret,
        do: `Remove ${secret}.`,
        item: secret,
        subject: `thing["${secret}"]`,
        location: at('a.tf', 2, 13, 34),
        related: [{ name: secret, location: at('a.tf', 3, 1, 5) }],
      }),
    ],
    {
      problems: [{ kind: 'parse', message: `unexpected ${secret}` }],
      limits: [`about ${secret}`],
      unresolved: [
        { name: secret, reason: { code: 'no-value', subject: secret, settledBy: secret }, location: at('a.tf', 1, 1) },
      ],
      exceptions: [
        {
          source: 'inline',
          rule: 'x',
          reason: secret,
          subject: secret,
          location: at('a.tf', 1, 1),
          state: 'unused',
          new: true,
        },
      ],
    },
  );
  const source = () => `# ${secret}\npassword = "${secret}" # ${secret}\n`;

  it.each(Object.keys(formats) as Format[])('%s prints no secret', async (format) => {
    for (const verbose of [false, true]) {
      const output = await render(format, report, context({ secrets: [secret], source, verbose }));
      expect(output).not.toContain(secret);
      expect(output).toContain('••••');
    }
  });

  it('puts the caret under the masked text', async () => {
    const lines = (await render('text', report, context({ secrets: [secret], source }))).split('\n');
    const index = lines.findIndex((line) => line.includes('password ='));
    expect(lines[index]).toBe('     2 │ password = "••••" # ••••');
    expect(lines[index + 1]).toBe('       │             ^^^^ ••••');
  });
});
