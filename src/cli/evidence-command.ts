import { realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { dayNamed, oneOf } from '../config/names.ts';
import { UsageError } from '../config/usage-error.ts';
import { manifestFile, manifestOf, sha256, statementFile, statementOf } from '../evidence/manifest.ts';
import { differencesOf } from '../evidence/verify.ts';
import { gatherEvidence } from '../io/evidence.ts';
import { entriesOf, evidenceFolder, outputFolder, writeFolder } from '../io/write-evidence.ts';
import { visible, visibleJson } from '../report/escape.ts';
import { count } from '../report/words.ts';
import { version } from '../version.ts';
import { parse } from './args.ts';
import { periodOf, periodOptions, rulesWith, type PeriodValues } from './period.ts';

const options = { ...periodOptions, manifest: { type: 'string' } } as const;

type Values = PeriodValues & { readonly manifest?: string | undefined };

/** `soc2-lint evidence create|verify OUT`. */
export async function evidenceCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, options);
  const [action = '', out, ...more] = positionals;
  const wanted = oneOf('the action of evidence', action, ['create', 'verify'] as const);
  if (out === undefined) throw new UsageError(`evidence ${wanted} needs a folder: soc2-lint evidence ${wanted} OUT`);
  return wanted === 'create' ? create(out, more, values) : verify(out, more, values);
}

async function create(out: string, folders: readonly string[], values: Values): Promise<number> {
  if (values.manifest !== undefined) throw new UsageError('--manifest is for evidence verify');
  if (folders.length > 1) throw new UsageError('evidence create takes one folder to write and one to scan');
  const root = folderNamed(folders[0] ?? '.');
  const period = periodOf(values);
  const asOf = values['as-of'] === undefined ? undefined : dayNamed('--as-of', values['as-of']);
  const folder = outputFolder(out, root);
  const { origin, files, predicate } = await gatherEvidence({
    root,
    cwd: process.cwd(),
    rules: await rulesWith(values),
    version,
    ...(period && { period }),
    ...(asOf !== undefined && { asOf }),
    ...(values.config !== undefined && { config: values.config }),
    ...(values.plugin && { plugins: values.plugin }),
    ...(values['pull-requests'] !== undefined && { pullRequests: values['pull-requests'] }),
  });
  const manifest = visibleJson(manifestOf(origin, files));
  try {
    // The manifest first: a folder in which something is missing is still known as one of ours.
    writeFolder(folder, [
      { path: manifestFile, bytes: manifest },
      { path: statementFile, bytes: statementOf(manifest, predicate) },
      ...files,
    ]);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`can't write ${out}: ${(error as Error).message.split(',')[0]}`);
  }
  if (origin.repository.dirty)
    process.stderr.write('note: there are uncommitted changes: the commit alone does not give the same evidence\n');
  for (const reason of origin.complete.reasons) process.stderr.write(`problem: ${visible(reason)}\n`);
  process.stdout.write(`${count(files.length + 2, 'file')} in ${visible(out)}\n${sha256(manifest)}  ${manifestFile}\n`);
  return origin.complete.scan && origin.complete.history !== false ? 0 : 3;
}

function verify(out: string, more: readonly string[], values: Values): number {
  if (more.length > 0) throw new UsageError('evidence verify takes one folder');
  for (const name of Object.keys(periodOptions) as (keyof typeof periodOptions)[])
    if (values[name] !== undefined) throw new UsageError(`--${name} is for evidence create`);
  if (values.manifest !== undefined && !/^[0-9a-f]{64}$/.test(values.manifest))
    throw new UsageError(`--manifest ${values.manifest}: expected a sha256, 64 digits of 0-9a-f`);
  const entries = entriesOf(evidenceFolder(out));
  const differences = differencesOf(entries, values.manifest);
  for (const { what, path, why } of differences) process.stdout.write(`${what.padEnd(7)}  ${visible(path)}: ${why}\n`);
  const bytes = entries.find(({ path }) => path === manifestFile)?.bytes;
  const said =
    differences.length === 0 ? 'nothing is changed, missing or added' : count(differences.length, 'difference');
  process.stdout.write(`${count(entries.filter(({ kind }) => kind !== 'folder').length, 'file')}: ${said}\n`);
  if (bytes) process.stdout.write(`${sha256(bytes)}  ${manifestFile}\n`);
  if (differences.length === 0 && values.manifest === undefined)
    process.stdout.write(
      'Whether the whole folder was made anew only a signature tells, or this hash kept elsewhere: --manifest SHA256\n',
    );
  return differences.length === 0 ? 0 : 1;
}

function folderNamed(name: string): string {
  if (!statSync(resolve(name), { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`there is no folder ${name}`);
  return realpathSync(resolve(name));
}
