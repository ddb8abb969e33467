import { describe, expect, it } from 'vitest';
import { literalBeginning, matchesPattern } from '../../src/parse/codeowners/match.ts';
import { parseCodeowners } from '../../src/parse/codeowners/parse.ts';

const owners = (text: string, forge: 'github' | 'gitlab' = 'github') =>
  parseCodeowners(text, { forge }).tree.entries.map((entry) => [entry.pattern, entry.owners.map((o) => o.text)]);
const messages = (text: string, forge: 'github' | 'gitlab' = 'github') =>
  parseCodeowners(text, { forge }).problems.map(({ message, span }) => `${span.startLine}: ${message}`);

describe('a CODEOWNERS file at GitHub', () => {
  it('is a list of patterns with owners; empty lines and comments are none', () => {
    const text = '# Who owns what\n\n*  @acme/platform @ann\n/docs/\tdocs@acme.example # prose\r\n  \nbuild/ @bob\n';
    expect(owners(text)).toEqual([
      ['*', ['@acme/platform', '@ann']],
      ['/docs/', ['docs@acme.example']],
      ['build/', ['@bob']],
    ]);
    expect(messages(text)).toEqual([]);
  });

  it('tells teams, people and addresses apart', () => {
    const [entry] = parseCodeowners('* @acme/platform @ann-b ann@acme.example').tree.entries;
    expect(entry!.owners.map(({ kind }) => kind)).toEqual(['team', 'user', 'email']);
  });

  it('keeps comments, with the place they stand at', () => {
    const { comments } = parseCodeowners('# first\n* @ann # second');
    expect(comments.map(({ text, span, ownLine }) => [text, span.startLine, ownLine])).toEqual([
      ['first', 1, true],
      ['second', 2, false],
    ]);
  });

  it('takes a pattern without owners as nobody, on purpose', () => {
    expect(owners('* @ann\n/generated/')).toEqual([
      ['*', ['@ann']],
      ['/generated/', []],
    ]);
  });

  it('keeps a space behind a backslash in the pattern', () => {
    expect(owners('/my\\ docs/ @ann')).toEqual([['/my\\ docs/', ['@ann']]]);
    expect(matchesPattern('/my\\ docs/', 'my docs/a.md')).toBe(true);
  });

  it('reads a file that starts with a byte order mark', () => {
    expect(owners('\uFEFF* @ann')).toEqual([['*', ['@ann']]]);
  });

  it.each([
    ['!/docs/ @ann', /"!"/],
    ['/docs/[ab].md @ann', /range of characters/],
    ['\\#hash @ann', /escaped/],
    ['/docs/ ann', /found "ann"/],
    ['/docs/ @ann@bob', /found "@ann@bob"/],
    ['/docs/ @ann, @bob', /found "@ann,"/],
    ['@ann', /before the owners/],
  ])('skips %s and says why', (line, why) => {
    const text = `* @acme/platform\n${line}`;
    expect(owners(text)).toEqual([['*', ['@acme/platform']]]);
    expect(messages(text)).toEqual([expect.stringMatching(why)]);
    expect(messages(text)[0]).toMatch(/^2: /);
  });

  it('points at entries by line and column', () => {
    const [, entry] = parseCodeowners('* @ann\n  /docs/ @bob  ').tree.entries;
    expect(entry!.span).toEqual({ startLine: 2, startColumn: 3, endLine: 2, endColumn: 14 });
    expect(entry!.owners[0]!.span).toMatchObject({ startColumn: 10, endColumn: 14 });
  });
});

describe('a CODEOWNERS file at GitLab', () => {
  const text = '* @ann\n\n^[Docs][2] @docs/writers\n/docs/\n!/docs/generated/\n\n[API]\n/api/ @@maintainer @bob\n';

  it('has sections, whose owners stand for lines without any', () => {
    const { tree } = parseCodeowners(text, { forge: 'gitlab' });
    expect(tree.sections.map(({ name, optional, approvals }) => [name, optional, approvals])).toEqual([
      ['Docs', true, 2],
      ['API', false, 1],
    ]);
    expect(tree.entries.map(({ pattern, section, excludes }) => [pattern, section, excludes])).toEqual([
      ['*', undefined, undefined],
      ['/docs/', 'docs', undefined],
      ['/docs/generated/', 'docs', true],
      ['/api/', 'api', undefined],
    ]);
    expect(owners(text, 'gitlab')[1]).toEqual(['/docs/', ['@docs/writers']]);
    expect(tree.entries[3]!.owners.map(({ kind }) => kind)).toEqual(['role', 'user']);
  });

  it('joins sections of the same name, whatever their case', () => {
    const { tree } = parseCodeowners('[Docs]\na @ann\n[DOCS]\nb @bob', { forge: 'gitlab' });
    expect(tree.sections).toHaveLength(1);
    expect(tree.entries.map(({ section }) => section)).toEqual(['docs', 'docs']);
  });
});

describe('the matcher', () => {
  it.each([
    // pattern, matches, does not match
    ['*', ['a', 'a/b', '.github/x'], []],
    ['*.ts', ['a.ts', 'src/deep/b.ts'], ['a.tsx', 'a.ts.md']],
    ['/*.ts', ['a.ts'], ['src/a.ts']],
    ['docs', ['docs/a.md', 'src/docs/b/c.md', 'docs'], ['docs2/a.md', 'mydocs/a.md']],
    ['docs/', ['docs/a.md', 'src/docs/b/c.md'], ['docs']],
    ['/docs/', ['docs/a.md', 'docs/b/c.md'], ['src/docs/a.md', 'docs']],
    ['docs/*', ['docs/a.md'], ['docs/b/c.md', 'src/docs/a.md']],
    ['docs/**', ['docs/a.md', 'docs/b/c.md'], ['src/docs/a.md']],
    ['**/docs', ['docs/a.md', 'src/docs/a.md'], ['src/docs2/a.md']],
    ['/src/**/test', ['src/test/a', 'src/a/test/b', 'src/a/b/test'], ['src/testing/a']],
    ['/src/*/index.ts', ['src/a/index.ts'], ['src/index.ts', 'src/a/b/index.ts']],
    ['/src/a*', ['src/a.ts', 'src/abc/d.ts'], ['src/ba.ts']],
    ['file?.md', ['file1.md', 'docs/fileA.md'], ['file.md', 'file12.md']],
    ['/a.b', ['a.b'], ['axb']],
    ['/a+b/(c)', ['a+b/(c)/d'], ['aab/c/d']],
    ['/Docs/', ['Docs/a.md'], ['docs/a.md']],
    ['/', [], ['a', 'a/b']],
  ] as const)('%s', (pattern, yes, no) => {
    for (const path of yes) expect([path, matchesPattern(pattern, path)]).toEqual([path, true]);
    for (const path of no) expect([path, matchesPattern(pattern, path)]).toEqual([path, false]);
  });
});

describe('the literal beginning of a pattern', () => {
  it.each([
    ['/src/app/', 'src/app'],
    ['/src/*.ts', 'src'],
    ['src/a*/b', 'src/a'],
    ['docs/', ''],
    ['*.ts', ''],
    ['**/x', ''],
    ['/my\\ docs/a', 'my'],
    ['/', ''],
  ])('%s: "%s"', (pattern, expected) => {
    expect(literalBeginning(pattern)).toBe(expected);
  });

  it('stands before every path that matches', () => {
    for (const [pattern, path] of [
      ['/src/app', 'src/app'],
      ['/src/app/', 'src/app/x'],
      ['/src/*.ts', 'src/a.ts'],
      ['docs/', 'a/docs/b'],
    ] as const) {
      expect(matchesPattern(pattern, path)).toBe(true);
      expect(path.startsWith(literalBeginning(pattern))).toBe(true);
    }
  });
});
