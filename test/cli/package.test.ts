import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { bundleInto } from '../../src/dev/bundle-into.ts';
import { packageFolder } from '../bundle.ts';
import { typesInto } from '../../src/dev/types-into.ts';
import { emptyFolder, repository, workflow, write } from '../run.ts';

const root = resolve('.');
const stage = emptyFolder();
const project = emptyFolder();
const env = {
  PATH: process.env['PATH'],
  HOME: stage,
  npm_config_offline: 'true',
  npm_config_audit: 'false',
  npm_config_fund: 'false',
  npm_config_update_notifier: 'false',
};
const run = (command: string, args: readonly string[], cwd: string) =>
  spawnSync(command, args, { cwd, env, encoding: 'utf8' });

/** The package as it would be published, packed and installed in an empty project without a network. */
beforeAll(async () => {
  for (const name of [
    ...packageJson.files.map((pattern) => pattern.split('/')[0]!),
    'package.json',
    'LICENSE',
    'README.md',
  ])
    if (name !== 'dist' && existsSync(name)) cpSync(name, join(stage, name), { recursive: true });
  await bundleInto(join(stage, 'dist'));
  typesInto(join(stage, 'dist/types'));
  const tarball = execFileSync('npm', ['pack', '--silent', '--pack-destination', project], {
    cwd: stage,
    env,
    encoding: 'utf8',
  }).trim();
  write(project, { 'package.json': '{ "name": "project", "private": true, "type": "module" }\n' });
  execFileSync('npm', ['install', '--silent', join(project, tarball)], { cwd: project, env, stdio: 'pipe' });
}, 120_000);

describe('the package', () => {
  it('is well formed: publint has nothing to say', () => {
    const { status, stdout } = run(
      process.execPath,
      [join(root, 'node_modules/publint/src/cli.js'), 'run', '--strict', '.'],
      stage,
    );
    expect([status, stdout]).toEqual([0, expect.stringContaining('All good!')]);
  });

  it('brings nothing but itself, and no sources', () => {
    expect(readdirSync(join(project, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['soc2-lint']);
    const files = readdirSync(join(project, 'node_modules/soc2-lint'), { recursive: true, encoding: 'utf8' });
    expect(files.filter((path) => path.endsWith('.ts') && !/^dist\/types\/.*\.d\.ts$/.test(path))).toEqual([]);
    expect(files.filter((path) => /^(test|src|fixtures|bench)\b/.test(path))).toEqual([]);
  });

  it('runs no script when it is installed, which pre-commit depends on', () => {
    for (const name of ['prepare', 'prepack', 'build', 'install', 'preinstall', 'postinstall'])
      expect(Object.keys(packageJson.scripts)).not.toContain(name);
  });

  it('has the command, with its pages', () => {
    expect(run('npx', ['soc2-lint', '--version'], project)).toMatchObject({
      status: 0,
      stdout: `${packageJson.version}\n`,
    });
    expect(run('npx', ['soc2-lint', 'explain', 'actions-are-pinned'], project).stdout).toContain(
      '# Foreign pipeline code',
    );
  });

  it('has types for a rule of one’s own, which then runs', () => {
    write(project, {
      'own.ts': `import { expect, on, rule, type Rule } from 'soc2-lint/rule';

const own: Rule = rule({
  id: 'permissions-are-stated-here',
  title: 'Permissions are stated',
  severity: 'low',
  criteria: { 'CC6.3': 'The pipeline may do what is stated and no more.' },
  do: 'State them.',
  on: on('action-reference'),
  check: ({ name, traits: { pinned } }) => expect(pinned, (is) => is, \`\${name} is not pinned.\`),
});
export default own;
`,
      'wrong.ts': `import { on, rule, pass } from 'soc2-lint/rule';
export default rule({ id: 'x', title: 'X', severity: 'low', criteria: { 'CC9.9': 'No.' }, do: 'X.', on: on('workflow'), check: () => pass() });
`,
      'library.ts': `import { scan, loadConfig, render, ruleIndex, type Report } from 'soc2-lint';
const files = { list: () => ['a'], read: () => undefined };
const loaded = await loadConfig({ text: () => undefined }, ruleIndex.entries);
const { report } = await scan({ ...loaded, files, facts: {}, rules: ruleIndex, asOf: null, select: {}, problems: [] });
const checked: Report = report;
console.log(checked.coverage.length, typeof render);
`,
    });
    const tsc = (...more: string[]) =>
      run(
        process.execPath,
        [
          join(root, 'node_modules/typescript/bin/tsc'),
          ...'--strict --exactOptionalPropertyTypes --module nodenext --target es2023 --lib es2023,dom'.split(' '),
          ...more,
        ],
        project,
      ).stdout;
    expect(tsc('own.ts', 'library.ts')).toBe('');
    expect(tsc('--noEmit', 'wrong.ts')).toMatch(/CC9\.9'* does not exist in type/);
    const folder = repository({ '.github/workflows/ci.yml': workflow() });
    const { stdout } = run(
      'npx',
      ['soc2-lint', folder, '--plugin', 'own.js', '--rules', 'permissions-are-stated-here', '--format', 'json'],
      project,
    );
    expect(JSON.parse(stdout).results).toEqual([expect.objectContaining({ rule: 'permissions-are-stated-here' })]);
    expect(run(process.execPath, ['library.js'], project).stdout).toBe('61 function\n');
  }, 120_000);

  it('has its schemas where editors and tools look for them', () => {
    const said = run(
      process.execPath,
      [
        '-e',
        "for (const n of ['report.schema.json', 'schema/config.schema.json', 'package.json']) console.log(require.resolve('soc2-lint/' + n))",
      ],
      project,
    );
    expect(
      said.stdout
        .trim()
        .split('\n')
        .map((path) => JSON.parse(readFileSync(path, 'utf8')))
        .every(Boolean),
    ).toBe(true);
  });

  it('is the same bytes when it is made again', () => {
    const bundled = readdirSync(packageFolder, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /^dist\/.*\.\w+$/.test(path),
    );
    expect(bundled.length).toBeGreaterThan(10);
    for (const file of bundled)
      expect(readFileSync(join(packageFolder, file)).equals(readFileSync(join(stage, file))), file).toBe(true);
  });
});

describe('a run', () => {
  /** The chunks that a run loads, by their names without hashes. */
  function loaded(args: readonly string[], folder: string): string[] {
    const coverage = emptyFolder();
    spawnSync(process.execPath, [join(stage, 'dist/cli.js'), ...args], {
      cwd: folder,
      env: { ...env, NODE_V8_COVERAGE: coverage },
    });
    const [file] = readdirSync(coverage);
    const { result } = JSON.parse(readFileSync(join(coverage, file!), 'utf8')) as { result: { url: string }[] };
    return result
      .filter(({ url }) => url.startsWith('file:'))
      .map(({ url }) => url.slice(url.lastIndexOf('/') + 1).replace(/(-[A-Z0-9]{8})?\.js$/, ''));
  }

  it('loads only what it needs', () => {
    const folder = repository({ '.github/workflows/ci.yml': workflow() });
    expect(loaded(['--version'], folder).filter((name) => name !== 'chunk')).toEqual(['cli', 'start', 'version']);
    const one = loaded(['.github/workflows/ci.yml'], folder);
    expect(one).toEqual(expect.arrayContaining(['github-actions.mappings', 'text']));
    for (const name of one)
      expect(name).not.toMatch(
        /schema|check|terraform|json|sarif|markdown|ignore|help|init|explain|rules-command|baseline-command|plugin/,
      );
  });
});
