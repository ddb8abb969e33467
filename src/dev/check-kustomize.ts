// Compares what kustomizations come to with what kustomize makes of them: npm run check:kustomize -- KUSTOMIZE FOLDER..., with the
// program and folders in which each kustomization is built. What isn't known here may be anything there.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { kubernetes } from '../dialects/kubernetes/index.ts';
import type { DialectContext } from '../dialects/dialect.ts';
import { folderOf } from '../engine/files.ts';
import { filesOnDisk } from '../io/files.ts';
import { list } from '../io/list.ts';
import type { Value } from '../model/value.ts';
import { difference, documents, isMap, nameOf, type Plain } from './compare-objects.ts';

/** What isn't known is said as check-helm says it. */
function plain(value: Value): Plain {
  if (value.type === 'unknown') return '\uE000';
  if (value.type === 'null') return null;
  if (value.type === 'list') return value.items.map(plain);
  if (value.type !== 'object') return value.value;
  const entries = [...value.entries].map(([key, entry]): [string, Plain] => [key, plain(entry)]);
  return Object.fromEntries(value.complete ? entries : [...entries, ['\uE000', '\uE000']]);
}

/** Secrets as they are stored. */
function stored(object: Plain): Plain {
  if (!isMap(object) || object['kind'] !== 'Secret' || !isMap(object['stringData'] ?? null)) return object;
  const { stringData, ...rest } = object;
  const data = Object.entries(stringData as { [key: string]: Plain }).map(([key, text]) => [
    key,
    typeof text === 'string' && !text.includes('\uE000') ? Buffer.from(text).toString('base64') : text,
  ]);
  return { type: 'Opaque', ...rest, data: Object.fromEntries(data) as Plain };
}

/** Names that end with a sum of the content, without it. */
function withoutSums(text: string): string {
  const names = new Set(text.match(/[\w.-]+-[bcdfghkmt2456789]{10}\b/g));
  return [...names].reduce((all, name) => all.replaceAll(name, name.replace(/-[^-]*$/, '')), text);
}

async function check(kustomize: string, folder: string): Promise<number> {
  const files = filesOnDisk(folder, () => paths);
  const paths = (await list(folder)).paths;
  const context: DialectContext = {
    files,
    folder: folderOf(files),
    text: (path) => (paths.includes(path) ? readFileSync(`${folder}/${path}`, 'utf8') : undefined),
    problem: ({ message, location }) => console.log(`  problem ${location?.file}:${location?.startLine} ${message}`),
    roleOf: () => 'system',
    varFiles: [],
    isDocument: () => false,
    once: (_key, make) => make(context),
  };
  const claimed = paths.filter((path) => kubernetes.claims(path, () => false) !== 'no');
  const { resources, unresolved } = await (await kubernetes.load()).read(claimed, context);
  for (const { name, at } of unresolved) console.log(`  unresolved ${at.file}:${at.span.startLine} ${name}`);
  let wrong = 0;
  for (const root of new Set(resources.map(({ program }) => program.root))) {
    if (!paths.some((path) => /^kustomization\.ya?ml$/.test(path.slice(root.length).replace(/^\//, '')))) continue;
    const ours = resources.filter(({ program }) => program.root === root).map(({ body }) => stored(plain(body)));
    let text: string;
    try {
      text = execFileSync(kustomize, ['build', '--enable-helm', `${folder}/${root}`], {
        encoding: 'utf8',
        stdio: 'pipe',
      });
    } catch (error) {
      console.log(`  ${root}: kustomize: ${String((error as { stderr?: string }).stderr).split('\n')[0]}`);
      continue;
    }
    const rest = documents(withoutSums(text));
    const lines = ours.flatMap((object) => {
      const index = rest.findIndex((there) => nameOf(there) === nameOf(object));
      const there = index < 0 ? undefined : rest.splice(index, 1)[0];
      return there === undefined ? [`${nameOf(object)} is only here`] : difference(object, there, nameOf(object));
    });
    lines.push(...rest.map((object) => `${nameOf(object)} is only there`));
    for (const line of lines.slice(0, 20)) console.log(`  ${root}: ${line}`);
    console.log(`  ${root}: ${ours.length} objects, ${lines.length} differences`);
    wrong += lines.length;
  }
  return wrong;
}

const [kustomize = 'kustomize', ...folders] = process.argv.slice(2);
let wrong = 0;
for (const folder of folders) {
  console.log(folder);
  wrong += await check(kustomize, folder);
}
process.exitCode = wrong > 0 ? 1 : 0;
