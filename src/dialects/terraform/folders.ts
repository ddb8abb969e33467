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
  comments: Comment[];
  /** Whether a text that was parsed names a function for which something has to be loaded. */
  needLate(): boolean;
}

const isConfiguration = /\.(?:tf|tofu)(?:\.json)?$/;

export function foldersOf(context: DialectContext): Folders {
  const comments: Comment[] = [];
  const configurations = new Map<string, Configuration | undefined>();
  const bodies = new Map<string, Body | undefined>();
  let isLateNeeded = false;

  const parse = (path: string, ofJson: typeof bodyOfJson): Body | undefined => {
    if (bodies.has(path)) return bodies.get(path);
    const text = context.text(path);
    if (text !== undefined && needsLate(text)) isLateNeeded = true;
    const body =
      text === undefined ? undefined : path.endsWith('.json') ? json(path, text, ofJson) : native(path, text);
    bodies.set(path, body);
    return body;
  };
  const native = (path: string, text: string): Body => {
    const { tree, problems, comments: found } = parseHcl(text);
    for (const { kind, message, span } of problems)
      context.problem({ kind, message, location: locationOf({ file: path, span }) });
    for (const comment of commentsOf(path, tree, found)) comments.push(comment);
    return tree;
  };
  const json = (path: string, text: string, ofJson: typeof bodyOfJson): Body | undefined => {
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
  };
  const configuration = (folder: string): Configuration | undefined => {
    if (configurations.has(folder)) return configurations.get(folder);
    const listed = context.folder(folder);
    const present = new Set(listed);
    // https://opentofu.org/docs/language/files/: where both are there, x.tofu stands in for x.tf
    const replaced = (path: string) =>
      /\.tf(?:\.json)?$/.test(path) && present.has(path.replace(/\.tf(?=$|\.json$)/, '.tofu'));
    const files = listed
      .filter((path) => isConfiguration.test(path) && !replaced(path))
      .flatMap((path): SourceFile[] => {
        const body = parse(path, bodyOfJson);
        return body ? [{ path, body }] : [];
      });
    const found = files.length > 0 ? configurationOf(folder, files) : undefined;
    configurations.set(folder, found);
    for (const { address, declared, first } of found?.repeated ?? []) {
      const at = headerOf(first);
      context.problem({
        kind: 'parse',
        message: `expected each address once: ${address} is declared in ${at.file}:${at.span.startLine} already; both are judged`,
        location: locationOf(headerOf(declared)),
        notice: true,
      });
    }
    return found;
  };
  return {
    configuration,
    comments,
    needLate: () => isLateNeeded,
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
