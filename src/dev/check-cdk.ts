// Synthesizes our own programs of test/dialects/programs/cdk with the AWS CDK and compares the templates with those that are kept
// beside them: npm run check:cdk. With `-- update` it keeps what comes out now. The CDK is installed into a cache of its own.
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

/** What the templates are made with. */
const versions = { 'aws-cdk-lib': '2.276.0', constructs: '10.8.1' };

const folder = 'test/dialects/programs/cdk';
const cache = resolve('node_modules/.cache/soc2-lint/cdk');

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type Fields = { [key: string]: Json };

function install(): void {
  mkdirSync(cache, { recursive: true });
  const wanted = JSON.stringify({ private: true, type: 'module', dependencies: versions });
  const path = join(cache, 'package.json');
  if (existsSync(join(cache, 'node_modules')) && existsSync(path) && readFileSync(path, 'utf8') === wanted) return;
  writeFileSync(path, wanted);
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: cache, stdio: 'inherit' });
}

/** The templates of a program by the names of its stacks, with these feature flags. */
async function synthesized(program: string, flags: Fields): Promise<ReadonlyMap<string, Fields>> {
  const name = basename(program, '.ts');
  const script = join(cache, `${name}.mjs`);
  const out = join(cache, 'out', name);
  await build({
    entryPoints: [program],
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
  rmSync(out, { recursive: true, force: true });
  // Constructs are led back to their paths, and what is deployed is not put together.
  const context = {
    ...flags,
    'aws:cdk:enable-path-metadata': true,
    'aws:cdk:bundling-stacks': [],
    // Programs that are wrong on purpose are synthesized too.
    '@aws-cdk/core:validateAgainstDefaultRules': false,
  };
  const env = { ...process.env, CDK_OUTDIR: out, CDK_CONTEXT_JSON: JSON.stringify(context) };
  execFileSync(process.execPath, [script], { cwd: cache, env, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
  // Stacks inside of the stack hold what the library needs for its own work.
  const files = readdirSync(out).filter((file) => file.endsWith('.template.json') && !file.includes('.nested.'));
  return new Map(files.map((file) => [file.replace('.template.json', ''), read(join(out, file)) as Fields]));
}

const read = (path: string): Json => JSON.parse(readFileSync(path, 'utf8')) as Json;

/** What of a template says something: no assets, no checks of the library's own version. */
const kept = ({ Resources }: Fields): Fields => ({
  Resources: Object.fromEntries(
    Object.entries((Resources ?? {}) as { [id: string]: Fields })
      .filter(([, { Type }]) => Type !== 'AWS::CDK::Metadata')
      .map(([id, { Type = '', Properties = {}, Metadata = {}, DeletionPolicy }]): [string, Fields] => [
        id,
        {
          Type,
          Properties: withoutAssets(Properties),
          ...(DeletionPolicy !== undefined && { DeletionPolicy }),
          Metadata: { 'aws:cdk:path': (Metadata as Fields)['aws:cdk:path'] ?? '' },
        },
      ]),
  ),
});

/** Names of files are hashes of what is in them, and inline code is long. */
function withoutAssets(value: Json): Json {
  if (typeof value === 'string') return value.replace(/\b[0-9a-f]{64}\b/g, '0'.repeat(64)).slice(0, 2000);
  if (Array.isArray(value)) return value.map(withoutAssets);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutAssets(inner)]));
}

/** A resource a line, so that what changes can be read. */
const written = ({ Resources }: Fields, made: string): string =>
  `{ "Metadata": ${JSON.stringify({ made })},\n"Resources": {\n${Object.entries(Resources as Fields)
    .map(([id, resource]) => `${JSON.stringify(id)}: ${JSON.stringify(resource)}`)
    .join(',\n')}\n} }\n`;

install();
const flags = read(join(cache, 'node_modules/aws-cdk-lib/recommended-feature-flags.json')) as Fields;
writeFlags();
const update = process.argv.includes('update');
const only = process.argv.slice(2).filter((argument) => argument !== 'update');
for (const file of readdirSync(folder).filter((name) => name.endsWith('.ts'))) {
  if (only.length > 0 && !only.includes(basename(file, '.ts'))) continue;
  for (const [kind, context] of [
    ['template', {}],
    ['flags.template', flags],
  ] as const)
    for (const [, template] of await synthesized(join(folder, file), context)) {
      const path = join(folder, `${basename(file, '.ts')}.${kind}.json`);
      const made = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
      const now = written(kept(template), made.join(', '));
      const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
      if (update) writeFileSync(path, now);
      else if (now !== before) {
        console.log(`${path} is not what the CDK makes now`);
        process.exitCode = 1;
      }
    }
}

/** The flags that `cdk init` writes into a new project, for those who read the programs. */
function writeFlags(): void {
  const path = join(folder, 'recommended-flags.json');
  if (process.argv.includes('update')) writeFileSync(path, `${JSON.stringify({ context: flags }, null, 1)}\n`);
}
