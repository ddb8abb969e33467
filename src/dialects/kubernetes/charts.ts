import { fileStart, isFilePlace, type FilePlace, type Place } from '../../model/place.ts';
import type { ObjectValue, Value } from '../../model/value.ts';
import type { Comment, DialectContext, Unresolved } from '../dialect.ts';
import { yamlFile, type Charts } from './helm/chart.ts';
import type { Given } from './helm/chart-model.ts';
import { manifestsOf } from './helm/manifests.ts';
import type { Manifest } from './manifest.ts';

export interface Judged {
  folder: string;
  /** What names of what it makes end with. */
  title: string;
  manifests: readonly Manifest[];
}

/** What a chart states, once it is rendered; what is in a packed one stands at its archive. */
export function renderer(charts: Charts, comments: Comment[], listed: (what: Unresolved) => void) {
  const said = new Set<string>();
  const real = (at: FilePlace): FilePlace => {
    const archive = charts.archiveOf(at.file);
    return archive === undefined ? at : fileStart(archive);
  };
  return (folder: string, given?: Given): readonly Manifest[] =>
    charts.render(folder, given).flatMap((output) => {
      const found = manifestsOf(output);
      for (const comment of found.comments) {
        const key = JSON.stringify([comment.text, comment.at]);
        if (!said.has(key)) comments.push({ ...comment, at: real(comment.at), covers: real(comment.covers) });
        said.add(key);
      }
      for (const what of found.unresolved) listed({ ...what, at: real(what.at) });
      return found.manifests.map((manifest) => ({
        ...manifest,
        body: placed(manifest.body, real) as ObjectValue,
        at: real(manifest.at),
        block: real(manifest.block),
        file: real(manifest.at).file,
      }));
    });
}

function placed(value: Value, real: (at: FilePlace) => FilePlace): Value {
  const move = (at: Place): Place => (isFilePlace(at) ? real(at) : at);
  const [at, via] = [move(value.at), value.via.map(move)];
  if (value.type === 'list') return { ...value, at, via, items: value.items.map((item) => placed(item, real)) };
  if (value.type !== 'object') return { ...value, at, via };
  const entries = new Map([...value.entries].map(([key, entry]) => [key, placed(entry, real)]));
  const keys = value.keys && new Map([...value.keys].map(([key, place]) => [key, move(place)]));
  return { ...value, at, via, entries, ...(keys && { keys }) };
}

const mostVariants = 12;

/**
 * Charts that nothing else takes: each with its own values, and what further files of values beside them (`values-prod.yaml`)
 * make otherwise. Values for tests of the chart (`ci/`) are left alone.
 */
export function judgedCharts(
  folders: readonly string[],
  context: DialectContext,
  render: (folder: string, given?: Given) => readonly Manifest[],
  listed: (what: Unresolved) => void,
): readonly Judged[] {
  return folders.flatMap((folder): Judged[] => {
    const manifests = render(folder);
    const known = new Set(manifests.map(({ body }) => content(body)));
    const files = valuesIn(folder, context);
    for (const file of files.slice(mostVariants))
      listed({
        name: file,
        reason: { code: 'too-large', subject: file, settledBy: 'fewer files of values for one chart' },
        at: fileStart(file),
      });
    const variants = files.slice(0, mostVariants).map((file): Judged => {
      const values = yamlFile(file, context, listed);
      const own = values ? render(folder, { values: [values] }) : [];
      const title = [folder, file.split('/').at(-1)].filter(Boolean).join(' with ');
      return { folder, title, manifests: own.filter(({ body }) => !known.has(content(body))) };
    });
    return [{ folder, title: folder, manifests }, ...variants];
  });
}

/** Files that `helm install --values` is given for an environment, by their names. */
const valuesIn = (folder: string, context: DialectContext): readonly string[] => {
  const below = folder === '' ? 'values' : `${folder}/values`;
  return [
    ...context.folder(folder).filter((path) => {
      const name = path.split('/').at(-1)!;
      return /^values[._-][\w.-]+\.ya?ml$|^[\w.-]+[._-]values\.ya?ml$/.test(name) && !/schema/.test(name);
    }),
    ...context.folder(below).filter((path) => /\.ya?ml$/.test(path)),
  ];
};

/** What a value says, without its places. */
function content(value: Value): string {
  if (value.type === 'list') return `[${value.items.map(content).join(',')}${value.complete ? '' : '…'}]`;
  if (value.type === 'object')
    return `{${[...value.entries].map(([key, entry]) => `${JSON.stringify(key)}:${content(entry)}`).join(',')}${value.complete ? '' : '…'}}`;
  if (value.type === 'unknown') return `?${value.reason.subject ?? value.reason.code}?`;
  return value.type === 'null' ? 'null' : JSON.stringify(value.value);
}
