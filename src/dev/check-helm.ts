// Compares what charts come to with what Helm makes of them: npm run check:helm -- HELM FOLDER..., with the program and the
// charts' folders. What isn't known here may be anything there.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { folderOf } from '../engine/files.ts';
import { roleOf } from '../engine/roles.ts';
import { filesOnDisk } from '../io/files.ts';
import { list } from '../io/list.ts';
import type { DialectContext } from '../dialects/dialect.ts';
import { chartsOf } from '../dialects/kubernetes/helm/chart.ts';
import { joined } from '../dialects/kubernetes/helm/tokens.ts';
import { parseYaml } from '../parse/yaml/parse.ts';
import type { Node } from '../parse/tree.ts';

type Plain = string | number | boolean | null | Plain[] | { [key: string]: Plain };

const plain = (node: Node | undefined): Plain => {
  if (!node) return null;
  if (node.type === 'sequence') return node.items.map(plain);
  if (node.type === 'scalar') return node.value;
  return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, plain(value)]));
};

const documents = (text: string): Plain[] =>
  parseYaml(text)
    .tree.map(({ root }) => plain(root))
    .filter((document) => document !== null && document !== '');

function difference(ours: Plain, theirs: Plain | undefined, path: string): string[] {
  if (typeof ours === 'string' && ours.includes('\uE000')) return [];
  if (Array.isArray(ours) && Array.isArray(theirs))
    return ours.length === theirs.length || ours.some((item) => typeof item === 'string' && item.includes('\uE000'))
      ? ours.flatMap((item, i) => difference(item, theirs[i], `${path}[${i}]`))
      : [`${path}: ${ours.length} items, ${theirs.length} there`];
  if (isMap(ours) && isMap(theirs)) {
    const open = Object.keys(ours).some((key) => key.includes('\uE000'));
    return [...new Set([...Object.keys(ours), ...(open ? [] : Object.keys(theirs))])]
      .filter((key) => !key.includes('\uE000'))
      .flatMap((key) => difference(ours[key] ?? null, theirs[key] ?? null, `${path}.${key}`));
  }
  return JSON.stringify(ours) === JSON.stringify(theirs)
    ? []
    : [`${path}: ${JSON.stringify(ours)}, there ${JSON.stringify(theirs)}`];
}

const isMap = (value: Plain | undefined): value is { [key: string]: Plain } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const nameOf = (document: Plain): string => {
  const metadata = isMap(document) ? (document['metadata'] ?? null) : null;
  return isMap(document)
    ? `${String(document['kind'])}/${isMap(metadata) ? String(metadata['name']) : ''}`
    : 'document';
};

async function check(helm: string, folder: string): Promise<number> {
  const files = filesOnDisk(folder, () => paths);
  const paths = (await list(folder)).paths;
  const unresolved: string[] = [];
  const context: DialectContext = {
    files,
    folder: folderOf(files),
    text: (path) => (paths.includes(path) ? readFileSync(`${folder}/${path}`, 'utf8') : undefined),
    problem: () => {},
    roleOf: (path) => roleOf(path),
    varFiles: [],
    isDocument: () => false,
    once: (_key, make) => make(context),
  };
  const charts = chartsOf(context, ({ name, reason }) => void unresolved.push(`${name}: ${reason.settledBy}`));
  const ours = new Map<string, Plain[]>();
  for (const { file, pieces } of charts.render('')) {
    const found = documents(joined(pieces, []));
    if (found.length > 0) ours.set(file.path, [...(ours.get(file.path) ?? []), ...found]);
  }
  for (const line of unresolved) console.log(`  unresolved ${line}`);
  let text: string;
  try {
    text = execFileSync(helm, ['template', folder, '--kube-version', '1.33.0'], { encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    console.log(`  Helm: ${String((error as { stderr?: string }).stderr).split('\n')[0]}`);
    return 0;
  }
  const theirs = new Map<string, Plain[]>();
  for (const part of text.split(/^---$/m)) {
    const path = /^# Source: [^/]+\/(.*)$/m.exec(part)?.[1];
    if (path !== undefined && !path.startsWith('crds/'))
      theirs.set(path, [...(theirs.get(path) ?? []), ...documents(part)]);
  }
  const wrong = [...new Set([...ours.keys(), ...theirs.keys()])].flatMap((path) => {
    const [mine = [], other = []] = [ours.get(path), theirs.get(path)];
    const rest = [...other];
    const lines = mine.flatMap((document) => {
      if (typeof document === 'string' && document.includes('\uE000')) return [];
      const index = rest.findIndex(
        (there) => nameOf(there) === nameOf(document) || nameOf(document).includes('\uE000'),
      );
      const there = index < 0 ? undefined : rest.splice(index, 1)[0];
      return there === undefined ? [`${path}: ${nameOf(document)} is only here`] : difference(document, there, path);
    });
    return [...lines, ...rest.map((document) => `${path}: ${nameOf(document)} is only there`)];
  });
  for (const line of wrong) console.log(`  ${line}`);
  console.log(`  ${[...ours.values()].flat().length} documents, ${wrong.length} differences`);
  return wrong.length;
}

const [helm = 'helm', ...folders] = process.argv.slice(2);
let wrong = 0;
for (const folder of folders) {
  console.log(basename(folder));
  wrong += await check(helm, folder);
}
process.exitCode = wrong > 0 ? 1 : 0;
