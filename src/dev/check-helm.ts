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
import { difference, documents, nameOf, type Plain } from './compare-objects.ts';

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
