import { parseHcl } from '../../parse/hcl/parse.ts';
import type { Body } from '../../parse/hcl/ast.ts';
import { parseJson } from '../../parse/json/parse.ts';
import { fileStart } from '../../model/place.ts';
import { locationOf } from '../../model/report.ts';
import type { Comment, DialectContext } from '../dialect.ts';
import { commentsOf } from './comments.ts';
import { configurationOf, headerOf, type Configuration, type SourceFile } from './configuration.ts';
import { needsLate } from './functions/late.ts';
import { bodyOfJson, valuesOfJson } from './json-syntax.ts';

/** The Terraform files of folders, each parsed once; what can't be read is told once. */
export interface Folders {
  /** Undefined where the folder holds no configuration. */
  configuration(folder: string): Configuration | undefined;
  /** A file of values: `.tfvars`, `.tfvars.json`. */
  values(path: string): Body | undefined;
  /** The lock file of a root. */
  lock(folder: string): Body | undefined;
  /** The value files that Terraform loads by itself, in its order. */
  automaticValues(folder: string): readonly string[];
  /** By the file they stand in, of all files that were read. */
  comments(): ReadonlyMap<string, readonly Comment[]>;
  /** Whether a text that was parsed names a function for which something has to be loaded. */
  needLate(): boolean;
}

const isConfiguration = /\.(?:tf|tofu)(?:\.json)?$/;

interface ReadFile {
  body: Body | undefined;
  comments: readonly Comment[];
  /** Whether it names a function for which something has to be loaded. */
  late: boolean;
}

export function foldersOf(context: DialectContext): Folders {
  const files = new Map<string, ReadFile>();
  const folders = new Map<string, ReadFolder>();
  const parse = (path: string, ofJson: typeof bodyOfJson): Body | undefined => {
    let file = files.get(path);
    if (!file) files.set(path, (file = readFile(path, ofJson, context)));
    return file.body;
  };
  const configuration = (folder: string): Configuration | undefined => {
    let read = folders.get(folder);
    if (!read) {
      folders.set(folder, (read = context.once(`folder ${folder}`, (own) => readFolder(folder, own))));
      for (const [path, file] of read.files) files.set(path, file);
    }
    return read.configuration;
  };
  return {
    configuration,
    comments: () => new Map([...files].map(([path, file]) => [path, file.comments])),
    needLate: () => [...files.values()].some(({ late }) => late),
    values: (path) => parse(path, valuesOfJson),
    lock: (folder) => {
      const path = inFolder(folder, '.terraform.lock.hcl');
      return context.folder(folder).includes(path) ? parse(path, bodyOfJson) : undefined;
    },
    automaticValues: (folder) => {
      const listed = context.folder(folder);
      // https://developer.hashicorp.com/terraform/language/values/variables#variable-definition-precedence
      const first = ['terraform.tfvars', 'terraform.tfvars.json'].map((name) => inFolder(folder, name));
      const rest = listed.filter((path) => /\.auto\.tfvars(?:\.json)?$/.test(path));
      return [...first.filter((path) => listed.includes(path)), ...rest];
    },
  };
}

export const inFolder = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`);

interface ReadFolder {
  configuration: Configuration | undefined;
  files: ReadonlyMap<string, ReadFile>;
}

function readFolder(folder: string, context: DialectContext): ReadFolder {
  const listed = context.folder(folder);
  const present = new Set(listed);
  // https://opentofu.org/docs/language/files/: where both are there, x.tofu stands in for x.tf
  const replaced = (path: string) =>
    /\.tf(?:\.json)?$/.test(path) && present.has(path.replace(/\.tf(?=$|\.json$)/, '.tofu'));
  const files = new Map(
    listed
      .filter((path) => isConfiguration.test(path) && !replaced(path))
      .map((path) => [path, readFile(path, bodyOfJson, context)]),
  );
  const sources = [...files].flatMap(([path, { body }]): SourceFile[] => (body ? [{ path, body }] : []));
  const configuration = sources.length > 0 ? configurationOf(folder, sources) : undefined;
  for (const { address, declared, first } of configuration?.repeated ?? []) {
    const at = headerOf(first);
    context.problem({
      kind: 'parse',
      message: `expected each address once: ${address} is declared in ${at.file}:${at.span.startLine} already; both are judged`,
      location: locationOf(headerOf(declared)),
      notice: true,
    });
  }
  return { configuration, files };
}

const readFile = (path: string, ofJson: typeof bodyOfJson, context: DialectContext): ReadFile =>
  context.once(`file ${path}`, (own) => fileOf(path, ofJson, own));

function fileOf(path: string, ofJson: typeof bodyOfJson, context: DialectContext): ReadFile {
  const text = context.text(path);
  if (text === undefined) return { body: undefined, comments: [], late: false };
  const late = needsLate(text);
  if (path.endsWith('.json')) return { body: jsonBody(path, text, ofJson, context), comments: [], late };
  const { tree, problems, comments } = parseHcl(text);
  for (const { kind, message, span } of problems)
    context.problem({ kind, message, location: locationOf({ file: path, span }) });
  return { body: tree, comments: commentsOf(path, tree, comments), late };
}

function jsonBody(path: string, text: string, ofJson: typeof bodyOfJson, context: DialectContext): Body | undefined {
  const { tree, problems } = parseJson(text);
  for (const { kind, message, span } of problems)
    context.problem({ kind, message, location: locationOf({ file: path, span }) });
  const body = ofJson(tree);
  if (!body && problems.length === 0)
    context.problem({
      kind: 'parse',
      message: 'expected an object with blocks such as "resource"',
      location: locationOf(fileStart(path)),
    });
  return body;
}
