import { describe, expect, it } from 'vitest';
import { cli, folderWith, pinned, repository, scanned, workflow } from '../run.ts';

const ci = '.github/workflows/ci.yml';
const other = '.github/workflows/other.yml';
const broken = 'on: push\njobs:\n  build: [\n';

/** A file that can't be read costs itself, and nothing else. */
function besideGood(content: string | Uint8Array, path = ci) {
  const ran = scanned(repository({ [path]: content, [other]: workflow() }));
  expect(ran.report.results.map(({ location }) => location?.file)).toEqual([other]);
  expect(ran.code).toBe(3);
  expect(ran.report.problems).toHaveLength(1);
  const [{ kind, message, location }] = ran.report.problems as [(typeof ran.report.problems)[number]];
  expect(location?.file).toBe(path);
  return { kind, message, line: location?.startLine };
}

describe('a file that can’t be read', () => {
  it('is broken YAML: with the line and what was expected', () => {
    expect(besideGood(broken)).toMatchObject({ kind: 'parse', line: 4 });
    expect(besideGood('on: push\njobs:\n\tbuild: 1\n')).toMatchObject({ kind: 'parse', line: 3 });
  });

  it('is broken JSON', () => {
    expect(besideGood('{\n  "updates": [,]\n', 'renovate.json')).toMatchObject({ kind: 'parse', line: 2 });
  });

  it('is broken HCL', () => {
    expect(besideGood('resource "a" "b" {\n  x = \n}\n', 'main.tf')).toMatchObject({ kind: 'parse', line: 2 });
  });

  it('is not UTF-8', () => {
    expect(besideGood(Buffer.from([0x6f, 0x6e, 0x3a, 0x20, 0xff, 0x0a]))).toEqual({
      kind: 'encoding',
      line: 1,
      message: 'is not valid UTF-8; save it as UTF-8',
    });
  });

  it('is binary, or UTF-16', () => {
    expect(besideGood(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2])).kind).toBe('encoding');
    expect(besideGood(Buffer.from(`\ufeff${workflow()}`, 'utf16le')).message).toMatch(/UTF-16; expected text in UTF-8/);
    expect(besideGood(Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0]), 'main.tf').kind).toBe('encoding');
  });

  it('is larger than any text that people write', () => {
    const { kind, message } = besideGood(`${workflow()}#${'x'.repeat(5 * 1024 * 1024)}\n`);
    expect(kind).toBe('too-large');
    expect(message).toBe('is 5.0 MB, over the limit of 5 MB; exclude it in .soc2/config.yml if it is data');
  });

  it('nests without end', () => {
    expect(besideGood(`on: push\njobs: ${'['.repeat(50_000)}\n`).kind).toMatch(/too-deep|parse/);
    expect(besideGood(`{"a":${'['.repeat(50_000)}`, 'renovate.json').kind).toMatch(/too-deep|parse/);
    expect(besideGood(`locals {\n  a = ${'['.repeat(50_000)}\n}\n`, 'main.tf').kind).toMatch(/too-deep|parse/);
    expect(
      besideGood(`on: push\njobs:\n${Array.from({ length: 3000 }, (_, i) => `${' '.repeat(i + 1)}a:\n`).join('')}`)
        .kind,
    ).toMatch(/too-deep|parse/);
  });

  it('takes the criteria that it could have touched with it', () => {
    const { report } = scanned(repository({ [ci]: broken, [other]: workflow({ action: pinned }) }));
    const row = report.coverage.find(({ criterion }) => criterion === 'CC6.8')!;
    expect(row).toMatchObject({ state: 'undetermined', unread: 1 });
  });

  it('stands in every format', () => {
    const folder = repository({ [ci]: broken });
    for (const format of ['text', 'json', 'sarif', 'markdown'])
      expect(cli(folder, ['--format', format]).out).toContain(ci);
    expect(cli(folder, ['--format', 'github']).err).toContain(`problem: ${ci}:4: `);
    expect(cli(folder, [ci]).out).toContain(ci);
    expect(cli(folder, []).out).toContain('1 not');
  });
});

describe('ordinary bytes', () => {
  const place = (content: string | Uint8Array, path = ci) => {
    const { report, code } = scanned(folderWith({ [path]: content }));
    expect([code, report.problems]).toEqual([1, []]);
    return report.results.map(
      ({ location }) => `${location?.startLine}:${location?.startColumn}-${location?.endLine}:${location?.endColumn}`,
    );
  };

  it('have the same places with every line end, and with a mark at the beginning', () => {
    const expected = place(workflow());
    expect(expected).toEqual(['9:15-9:34']);
    expect(place(workflow().replaceAll('\n', '\r\n'))).toEqual(expected);
    expect(place(`\ufeff${workflow()}`)).toEqual(expected);
    expect(place(`\ufeff${workflow().replaceAll('\n', '\r\n')}`)).toEqual(expected);
    expect(place(workflow().trimEnd())).toEqual(expected);
  });

  it('count columns as editors do', () => {
    expect(
      place(workflow().replace('      - uses: ', '      - { name: "größe 数据 🙂", uses: ').replace('@v4', '@v4 }')),
    ).toEqual(['9:38-9:57']);
  });

  it('in the first line begin after the mark', () => {
    const one = '{on: push, permissions: {}, jobs: {a: {runs-on: x, steps: [{uses: a/b@v1}]}}}\n';
    expect(place(`\ufeff${one}`)).toEqual(place(one));
  });

  it('show the line they are on, without the line end', () => {
    const { out } = cli(folderWith({ [ci]: workflow().replaceAll('\n', '\r\n') }), []);
    expect(out).toContain('9 │       - uses: actions/checkout@v4\n');
    expect(out).not.toContain('\\u{d}');
  });

  it('may be none: an empty file is no problem', () => {
    expect(scanned(repository({ 'main.tf': '', CODEOWNERS: '', 'a/main.tf': '\ufeff' })).code).toBe(0);
  });
});
