import { locationOf } from '../../model/report.ts';
import type { FilePlace } from '../../model/place.ts';
import { blockAfter } from './comments.ts';
import { parseTypeScript, type SourceFile, type SourceNode } from '../../parse/typescript/parse.ts';
import {
  program,
  type Comment,
  type DialectContext,
  type DialectOutput,
  type Resource,
  type Unresolved,
} from '../dialect.ts';
import { speaksToLinters } from '../linter-comments.ts';
import { callValue, construct, makerOf } from './calls.ts';
import { Environment } from './environment.ts';
import { reason, unknown, type Instance, type Item, type Namespace } from './items.ts';
import type { Library } from './library.ts';
import { evaluate } from './expressions.ts';
import { Machine, placeOf, type Frame } from './machine.ts';
import { memberOf } from './members.ts';
import { execute } from './statements.ts';

/** A language that programs state resources in. */
export interface ProgramLanguage {
  dialect: string;
  library(): Library;
  /** The resources that what was made stands for. */
  resources(
    instances: readonly Instance[],
    unresolved: (what: Unresolved) => void,
  ): readonly Omit<Resource, 'program' | 'dialect' | 'model'>[];
}

/**
 * Reads programs without running them: each file that no other one imports is where a program begins. What none of them uses is
 * looked at by itself, with arguments that nobody knows.
 */
export function readPrograms(
  paths: readonly string[],
  context: DialectContext,
  language: ProgramLanguage,
): DialectOutput {
  const comments: Comment[] = [];
  const unresolved: Unresolved[] = [];
  const resources: Resource[] = [];
  const sources = sourcesOf(context, comments);
  const seen = new Set<string>();
  const told = new Set<string>();
  const tell = (what: Unresolved): void => {
    const key = `${what.name} ${what.at.file}`;
    if (told.has(key)) return;
    told.add(key);
    unresolved.push(what);
  };
  const programs = [...paths, ...callersOf(paths, sources, context)];
  for (const path of beginnings(programs, sources, context)) {
    const own: Resource[] = [];
    const owner = program(language.dialect, path, own);
    const machine = runOf(path, programs, sources, context, language, tell);
    for (const made of language.resources(machine.instances, tell)) {
      // Two programs may use the same code: what it states is judged once.
      const key = `${made.type} ${made.name} ${JSON.stringify(made.block)}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const resource = { ...made, dialect: language.dialect, model: undefined, program: owner };
      own.push(resource);
      resources.push(resource);
    }
  }
  return { resources, comments, unresolved };
}

interface Sources {
  /** A file as it is parsed; undefined where it isn't in the tree. */
  file(path: string): SourceFile | undefined;
  /** The path that a file means by a name; undefined where it is a package. */
  resolve(from: string, specifier: string): string | undefined;
}

function sourcesOf(context: DialectContext, comments: Comment[]): Sources {
  const files = new Map<string, SourceFile | undefined>();
  const read = (path: string): SourceFile | undefined => {
    const text = context.text(path);
    if (text === undefined) return undefined;
    const file = parseTypeScript(text, path);
    for (const { kind, message, span } of file.problems)
      context.problem({ kind, message, location: locationOf({ file: path, span }) });
    for (const comment of file.comments)
      if (speaksToLinters(comment.text))
        comments.push({
          text: comment.text,
          at: { file: path, span: comment.span },
          covers: { file: path, span: blockAfter(file.statements, comment.span) },
        });
    return file;
  };
  return {
    file: (path) => {
      if (!files.has(path)) files.set(path, read(path));
      return files.get(path);
    },
    resolve: (from, specifier) => resolved(from, specifier, context),
  };
}

const endings = ['', '.ts', '.tsx', '.mts', '.cts', '.js', '.mjs', '.cjs', '/index.ts', '/index.js'];

function resolved(from: string, specifier: string, context: DialectContext): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const parts = from.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  const base = parts.join('/');
  const candidates = [...endings.map((ending) => base + ending), base.replace(/\.([cm]?)js$/, '.$1ts')];
  return candidates.find((candidate) => {
    const folder = candidate.split('/').slice(0, -1).join('/');
    return /\.[cm]?[jt]sx?$/.test(candidate) && context.folder(folder).includes(candidate);
  });
}

/**
 * Files that import one of a program and nothing of the library: the one that puts its parts together may be one of them. They stand
 * in a folder above it.
 */
function callersOf(paths: readonly string[], sources: Sources, context: DialectContext): readonly string[] {
  const found = new Set<string>();
  const known = new Set(paths);
  const folders = new Set(
    paths.flatMap((path) => {
      const parts = path.split('/').slice(0, -1);
      return parts.map((_, i) => parts.slice(0, i + 1).join('/')).concat('');
    }),
  );
  const near = [...folders]
    .flatMap((folder) => context.folder(folder))
    .filter((path) => isSource(path) && !known.has(path));
  for (const path of [...new Set(near)].slice(0, mostCallers))
    if (importsOf(sources.file(path)).some((specifier) => known.has(sources.resolve(path, specifier) ?? '')))
      found.add(path);
  return [...found];
}

const mostCallers = 500;
const isSource = (path: string): boolean => /\.[cm]?[jt]sx?$/.test(path) && !/\.d\.[cm]?ts$/.test(path);

/** Files that no other one of the same role imports. */
function beginnings(paths: readonly string[], sources: Sources, context: DialectContext): readonly string[] {
  const imported = new Set<string>();
  for (const path of paths)
    for (const specifier of importsOf(sources.file(path))) {
      const target = sources.resolve(path, specifier);
      if (target !== undefined && target !== path && context.roleOf(target) === context.roleOf(path))
        imported.add(target);
    }
  const first = paths.filter((path) => !imported.has(path));
  // Files that import each other in a circle: one of them begins.
  return first.length > 0 || paths.length === 0 ? first : paths.slice(0, 1);
}

function importsOf(file: SourceFile | undefined): string[] {
  return (file?.statements ?? []).flatMap((statement) => {
    if (statement.type === 'ImportDeclaration' || statement.type === 'ExportAllDeclaration')
      return [statement.source.value];
    if (statement.type === 'ExportNamedDeclaration' && statement.source) return [statement.source.value];
    if (statement.type !== 'VariableDeclaration') return [];
    return statement.declarations.flatMap(({ init }) => {
      const [argument] = init?.type === 'CallExpression' ? init.arguments : [];
      const required =
        init?.type === 'CallExpression' && init.callee.type === 'Identifier' && init.callee.name === 'require';
      return required && argument?.type === 'StringLiteral' ? [argument.value] : [];
    });
  });
}

function runOf(
  root: string,
  claimed: readonly string[],
  sources: Sources,
  context: DialectContext,
  language: ProgramLanguage,
  tell: (what: Unresolved) => void,
): Machine {
  const modules = new Map<string, { scope: Environment; frame: Frame; exports: Namespace }>();
  const role = context.roleOf(root);
  const machine: Machine = new Machine(
    { evaluate, execute, call: callValue, member: memberOf, maker: makerOf },
    {
      library: language.library(),
      roleOf: (file) => (role === 'system' ? context.roleOf(file) : role),
      unresolved: (name, at, settledBy) => tell({ name, at, reason: reason('remote-module', name, settledBy) }),
      load: (from, specifier, at): Item => {
        const path = sources.resolve(from, specifier);
        if (path !== undefined) return loaded(path);
        if (specifier.startsWith('.')) return unknown(reason('does-not-exist', specifier, 'a file of this name'), at);
        const known = machine.library;
        return known.owns(specifier)
          ? known.symbol(specifier, at)
          : { type: 'symbol', package: specifier, path: [], at };
      },
    },
  );
  const loaded = (path: string): Namespace => {
    const there = modules.get(path);
    if (there) return there.exports;
    const scope = new Environment();
    const frame: Frame = { machine, file: path, scope, self: undefined, home: undefined, results: { perhaps: [] } };
    const file = sources.file(path);
    const exports = exportsOf(path, file, scope, machine);
    modules.set(path, { scope, frame, exports });
    if (file) {
      for (const statement of file.statements) importInto(scope, statement, path, machine);
      execute(file.statements, frame);
    }
    return exports;
  };
  const overflown = overflows(() => {
    loaded(root);
    for (const [path, { frame }] of modules) if (claimed.includes(path)) unusedOf(sources.file(path), frame);
  });
  if (overflown || machine.exhausted)
    tell({ name: root, at: startOf(root), reason: { code: 'too-large', settledBy: 'a smaller program' } });
  return machine;
}

/** Whether the stack of the machine that this runs on doesn't hold it: what was made until then stays. */
function overflows(work: () => void): boolean {
  try {
    work();
    return false;
  } catch (error) {
    if (error instanceof RangeError) return true;
    throw error;
  }
}

const startOf = (file: string): FilePlace => ({
  file,
  span: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 },
});

type Statement = SourceFile['statements'][number];

function importInto(scope: Environment, statement: Statement, path: string, machine: Machine): void {
  const at = placeOf({ file: path }, statement);
  if (
    statement.type === 'TSImportEqualsDeclaration' &&
    statement.moduleReference.type === 'TSExternalModuleReference'
  ) {
    scope.declare(statement.id.name, machine.load(path, statement.moduleReference.expression.value, at), 0);
    return;
  }
  if (statement.type !== 'ImportDeclaration' || statement.importKind === 'type') return;
  const from = machine.load(path, statement.source.value, at);
  for (const specifier of statement.specifiers) {
    const place = placeOf({ file: path }, specifier);
    const { name } = specifier.local;
    if (specifier.type === 'ImportNamespaceSpecifier') scope.declare(name, from, 0);
    else if (specifier.type === 'ImportDefaultSpecifier')
      scope.declare(name, from.type === 'namespace' ? memberOf(from, 'default', place, machine) : from, 0);
    else {
      const { imported } = specifier;
      const key = imported.type === 'Identifier' ? imported.name : imported.value;
      // A name of a file that imports this one is bound when it is read: it may not be there yet.
      scope.declare(name, memberOf(from, key, place, machine), 0);
    }
  }
}

/** What a file gives to those that import it, looked up when it is asked for. */
function exportsOf(path: string, file: SourceFile | undefined, scope: Environment, machine: Machine): Namespace {
  const renamed = new Map<string, () => Item | undefined>();
  const passed: (() => Item)[] = [];
  for (const statement of file?.statements ?? []) {
    const at = placeOf({ file: path }, statement);
    if (statement.type === 'ExportAllDeclaration') passed.push(() => machine.load(path, statement.source.value, at));
    if (statement.type !== 'ExportNamedDeclaration') continue;
    const { source } = statement;
    for (const specifier of statement.specifiers) {
      const exported = specifier.exported.type === 'Identifier' ? specifier.exported.name : specifier.exported.value;
      if (specifier.type === 'ExportNamespaceSpecifier' && source)
        renamed.set(exported, () => machine.load(path, source.value, at));
      else if (specifier.type === 'ExportSpecifier')
        renamed.set(exported, () =>
          source
            ? memberOf(machine.load(path, source.value, at), specifier.local.name, at, machine)
            : scope.find(specifier.local.name)?.value,
        );
    }
  }
  return {
    type: 'namespace',
    at: startOf(path),
    names: () => [...scope.variables.keys(), ...renamed.keys()],
    member: (name) => {
      const own = renamed.get(name)?.() ?? scope.variables.get(name)?.value;
      if (own) return own;
      for (const load of passed) {
        const from = load();
        const found = from.type === 'namespace' ? from.member(name) : undefined;
        if (found) return found;
      }
      return undefined;
    },
  };
}

/** Classes and functions that nobody uses here: used once, with arguments that nobody knows. */
function unusedOf(file: SourceFile | undefined, frame: Frame): void {
  const { machine } = frame;
  for (const statement of file?.statements ?? []) {
    const declared =
      statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportDefaultDeclaration'
        ? statement.declaration
        : statement.type === 'TSExportAssignment'
          ? statement.expression
          : statement;
    if (!declared || machine.exhausted) continue;
    for (const { name, node } of namesOf(declared)) {
      if (machine.used.has(node)) continue;
      const item = frame.scope.find(name)?.value;
      const at = placeOf(frame, node);
      const open = (what: string): Item =>
        unknown(reason('no-value', what, 'a caller in this repository that gives it'), at);
      const parameters = parametersOf(node).map((parameter) => open(parameter));
      if (item?.type === 'function') item.call(parameters, at);
      else if (item?.type === 'class' && item.base && !('abstract' in node && node.abstract))
        construct(item, parameters, at, at, machine);
    }
  }
}

function namesOf(declared: SourceNode): { name: string; node: SourceNode }[] {
  const node = declared as Statement;
  if (/^(?:ArrowFunction|Function|Class)Expression$/.test(node.type)) return [{ name: 'default', node }];
  if ((node.type === 'FunctionDeclaration' || node.type === 'ClassDeclaration') && node.id)
    return [{ name: node.id.name, node }];
  if (node.type !== 'VariableDeclaration') return [];
  return node.declarations.flatMap(({ id, init }) =>
    id.type === 'Identifier' && init && /^(?:ArrowFunction|Function|Class)Expression$/.test(init.type)
      ? [{ name: id.name, node: init }]
      : [],
  );
}

/** What the parameters of a function or a constructor are called. */
function parametersOf(node: SourceNode): string[] {
  const of = node as Statement;
  const written =
    of.type === 'ClassDeclaration'
      ? of.body.body.find((part) => part.type === 'ClassMethod' && part.kind === 'constructor')
      : of;
  const list = written && 'params' in written ? (written.params as { type: string; name?: string }[]) : [];
  return list.map(({ type, name }, i) => (type === 'Identifier' && name ? name : `parameter ${i + 1}`));
}
