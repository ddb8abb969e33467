import { describe, expect, it } from 'vitest';
import { frames } from '../../src/report/frames.ts';
import { painter } from '../../src/report/layout.ts';
import { at, context } from './sample.ts';

const draw = (source: string | undefined, location = at('f', 1, 1, 3), label?: string, width = 80) =>
  frames(context({ source: () => source, width }), painter(false))(location, label);

describe('frames', () => {
  it('shows the line before, the line, and a caret under it', () => {
    expect(draw('first\nsecond', at('f', 2, 2, 4), 'here')).toEqual([
      '     1 │ first',
      '     2 │ second',
      '       │  ^^ here',
    ]);
  });
  it('leaves out an empty line before', () =>
    expect(draw('\nsecond', at('f', 2, 1, 7))).toEqual(['     2 │ second', '       │ ^^^^^^']));
  it('underlines to the end of the first line of several', () => {
    expect(draw('{\n  a: {\n  }', at('f', 2, 3, 4, 3)).at(-1)).toBe('       │   ^^^^');
  });
  it('has a caret for an empty span', () => expect(draw('a\nbcd', at('f', 2, 3)).at(-1)).toBe('       │   ^'));
  it('draws nothing for a whole file, a file that is not at hand, or a line that is not there', () => {
    expect(draw('text', at('f', 1, 1))).toEqual([]);
    expect(draw(undefined)).toEqual([]);
    expect(draw('one line', at('f', 9, 1, 2))).toEqual([]);
  });
  it('counts columns as a terminal does', () => {
    expect(draw('\t\tkey: 東京 x', at('f', 1, 11, 12)).at(-1)).toBe(`       │ ${' '.repeat(18)}^`);
    expect(draw('"\u001b[0m": x', at('f', 1, 9, 10)).at(0)).toBe('     1 │ "\\u{1b}[0m": x');
  });
  it.each([80, 120])('fits into %i columns, with the marked part in sight', (width) => {
    const long = `${'a'.repeat(500)}MARK${'b'.repeat(500)}`;
    const lines = draw(long, at('f', 1, 501, 505), undefined, width);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
    const column = lines[0]!.indexOf('MARK');
    expect(lines[1]!.indexOf('^^^^')).toBe(column);
    expect(lines[0]).toMatch(/│ …a+MARKb+…$|│ …a+MARK…$/);
  });
  it('splits lines at any line end', () =>
    expect(draw('a\r\nb\rc', at('f', 3, 1, 2))).toEqual(['     2 │ b', '     3 │ c', '       │ ^']));
});
