import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDockerfile } from '../../src/parse/dockerfile/parse.ts';
import { commandsIn } from '../../src/parse/dockerfile/shell.ts';

const read = (text: string) => parseDockerfile(text).tree;

describe('Dockerfiles', () => {
  it('joins lines, and leaves comments and empty lines between them out', () => {
    const [run] = read('RUN apt-get update && \\\n  # what we need\n\n  apt-get install -y curl\n');
    expect(run!.rest.text).toBe('apt-get update &&   apt-get install -y curl');
    expect(run!.span).toEqual({ startLine: 1, startColumn: 1, endLine: 4, endColumn: 26 });
    const at = run!.rest.text.indexOf('install');
    expect(run!.rest.span(at, at + 7)).toEqual({ startLine: 4, startColumn: 11, endLine: 4, endColumn: 18 });
  });

  it('takes another mark for the end of a line', () => {
    const tree = read('# escape=`\nFROM a\nRUN dir `\n  C:\\\nUSER b\n');
    expect(tree.map(({ name, rest }) => [name, rest.text])).toEqual([
      ['FROM', 'a'],
      ['RUN', 'dir   C:\\'],
      ['USER', 'b'],
    ]);
  });

  it('reads flags and the JSON form', () => {
    const [copy, cmd, shell] = read('COPY --from=build --chown=1:1 /a /b\ncmd ["a", "b c"]\nCMD [ -f x ]\n');
    expect(copy!.flags).toEqual([
      { name: 'from', value: 'build' },
      { name: 'chown', value: '1:1' },
    ]);
    expect(copy!.rest.text).toBe('/a /b');
    expect([cmd!.name, cmd!.json]).toEqual(['CMD', ['a', 'b c']]);
    expect(shell!.json).toBeUndefined();
  });

  it('reads texts that stand in the file, and what comes behind them', () => {
    const [run, copy, user] = read("RUN <<EOF\nUSER no\nEOF\nCOPY <<-'A' <<B /x/\n\ta\n\tA\nb\nB\nUSER yes\n");
    expect(run!.heredocs.map(({ content, literal }) => [content.text, literal])).toEqual([['USER no\n', false]]);
    expect(copy!.heredocs.map(({ content, literal }) => [content.text, literal])).toEqual([
      ['\ta\n', true],
      ['b\n', false],
    ]);
    expect(user!.rest.text).toBe('yes');
  });

  it('tells of a text that never ends, and of what is no instruction', () => {
    expect(parseDockerfile('RUN <<EOF\nx\n').problems).toMatchObject([{ kind: 'parse', span: { startLine: 1 } }]);
    expect(parseDockerfile('FROM a\n!\nUSER b\n')).toMatchObject({
      problems: [{ kind: 'parse', span: { startLine: 2 } }],
      tree: [{ name: 'FROM' }, { name: 'USER' }],
    });
  });

  const soup = fc
    .array(
      fc.constantFrom(
        'FROM a',
        'RUN ',
        '\\\n',
        '\n',
        '\r\n',
        '#',
        '# escape=`\n',
        '`',
        '<<E',
        '\nE\n',
        '"',
        "'",
        '$',
        '${',
        '[',
        ' ',
        '\uFEFF',
        '--a=b ',
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join(''));

  it('reads any text, and every place lies in it', () => {
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: 'binary' })), (text) => {
        const lines = text.split('\n');
        const { tree, problems, comments } = parseDockerfile(text);
        const spans = [
          ...[...tree, ...problems, ...comments].map(({ span }) => span),
          ...tree.map(({ rest }) => rest.span(0, rest.text.length)),
          ...tree.flatMap(({ heredocs }) => heredocs.map(({ content }) => content.span(0, content.text.length))),
        ];
        for (const { startLine, startColumn, endLine, endColumn } of spans) {
          expect(startLine).toBeGreaterThanOrEqual(1);
          expect(endLine).toBeGreaterThanOrEqual(startLine);
          expect(endLine).toBeLessThanOrEqual(lines.length);
          expect(startColumn).toBeGreaterThanOrEqual(1);
          expect(endColumn).toBeLessThanOrEqual(lines[endLine - 1]!.length + 1);
        }
      }),
    );
  });
});

describe('commands of a shell', () => {
  const words = (text: string) => commandsIn(text).map((command) => command.words.map((word) => word.text));

  it.each([
    ['a b; c && d || e | f', [['a', 'b'], ['c'], ['d'], ['e'], ['f']]],
    ['if a; then b; fi', [['a'], ['b'], ['fi']]],
    ['a "b; c" \'d && e\' f\\ g', [['a', 'b; c', 'd && e', 'f g']]],
    ['a ${b:-c;d} # e; f\ng', [['a', '${b:-c;d}'], ['g']]],
    ['', []],
  ])('%j', (text, commands) => {
    expect(words(text)).toEqual(commands);
  });

  it('knows variables that are set for one command', () => {
    expect(commandsIn("A=1 B='2 3' c").map((c) => c.variables.map((v) => v.text))).toEqual([['A=1', 'B=2 3']]);
  });

  it('reads any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ' ', ';', '&', '"', "'", '\\', '$', '{', '}', '\n', '#', '=') }),
        (text) => {
          for (const { words: own, variables } of commandsIn(text))
            for (const { start, end } of [...own, ...variables]) {
              expect(start).toBeLessThan(end);
              expect(end).toBeLessThanOrEqual(text.length);
            }
        },
      ),
    );
  });
});
