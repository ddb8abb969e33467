import type { FilePlace, Span } from '../../model/place.ts';
import { child, entriesOf, entryOf, itemsOf, scalarOf, textOf } from '../../parse/look.ts';
import type { SourceComment } from '../../parse/parsed.ts';
import type { Node } from '../../parse/tree.ts';
import { combinationsOf } from './matrix.ts';
import type { Job, LocalAction, Script, Step, Text, TokenPermissions, Trigger, Use, Workflow } from './model.ts';

/** Turns trees of one file into its model. Keys with values of another type than GitHub takes are left out. */
export function modelOf(file: string, comments: readonly SourceComment[]) {
  const place = (span: Span): FilePlace => ({ file, span });
  const text = (node: Node | undefined): Text | undefined => {
    const value = textOf(node);
    return value === undefined ? undefined : { text: value, at: place(node!.span) };
  };
  const texts = (node: Node | undefined): ReadonlyMap<string, Text> =>
    new Map(entriesOf(node).flatMap(({ key, value }) => (text(value) ? [[key.text, text(value)!]] : [])));
  const block = (key: Node, value: Node): FilePlace =>
    place({
      ...key.span,
      endLine: Math.max(key.span.endLine, value.span.endLine),
      endColumn: value.span.endLine >= key.span.endLine ? value.span.endColumn : key.span.endColumn,
    });

  /** From its key on: what is written below `if: |` is about that line. */
  const condition = (node: Node | undefined): Text | undefined => {
    const entry = entryOf(node, 'if');
    const written = text(entry?.value);
    return entry && written && { ...written, at: block(entry.key, entry.value) };
  };
  const script = (node: Node | undefined): Script | undefined => {
    const value = scalarOf(node);
    const written = text(node);
    return (
      value &&
      written && {
        ...written,
        lines: value.lineStarts ?? [{ line: value.span.startLine, column: value.span.startColumn }],
      }
    );
  };
  const scripts = (node: Node | undefined): ReadonlyMap<string, Script> =>
    new Map(entriesOf(node).flatMap(({ key, value }) => (script(value) ? [[key.text, script(value)!]] : [])));
  const optional = <K extends string, T>(key: K, value: T | undefined) =>
    (value === undefined ? {} : { [key]: value }) as { [P in K]?: T };
  const use = (node: Node | undefined): Use | undefined => {
    const written = text(node);
    if (!written) return undefined;
    const value = { ...written, text: written.text.trim() };
    const comment = comments.find(({ span, ownLine }) => !ownLine && span.startLine === value.at.span.startLine)?.text;
    return { ...value, ...(comment !== undefined && { comment }) };
  };

  const permissions = (node: Node | undefined): TokenPermissions | undefined => {
    const entry = entryOf(node, 'permissions');
    if (!entry) return undefined;
    const word = textOf(entry.value);
    const scopes = entriesOf(entry.value).map(
      ({ key, value }) => [key.text, { level: textOf(value) ?? '', at: block(key, value) }] as const,
    );
    return {
      at: block(entry.key, entry.value),
      ...(word === 'read-all' && { all: 'read' as const }),
      ...(word === 'write-all' && { all: 'write' as const }),
      scopes: new Map(scopes),
    };
  };

  const step = (node: Node, index: number): Step => {
    const run = scalarOf(child(node, 'run'));
    const uses = use(child(node, 'uses'));
    const label =
      textOf(child(node, 'name')) ??
      textOf(child(node, 'id')) ??
      uses?.text ??
      run?.text.split('\n')[0]?.slice(0, 40) ??
      '';
    return {
      ...optional('id', textOf(child(node, 'id'))),
      name: `${index + 1} (${label})`,
      at: place((node.type === 'mapping' ? node.entries[0]?.key : node)?.span ?? node.span),
      block: place(node.span),
      ...optional('uses', uses),
      ...optional('run', script(child(node, 'run'))),
      ...optional('shell', textOf(child(node, 'shell'))),
      ...optional('folder', textOf(child(node, 'working-directory'))),
      ...optional('condition', condition(node)),
      with: scripts(child(node, 'with')),
      ...optional('inputsBy', text(child(node, 'with'))),
      env: texts(child(node, 'env')),
      ...optional('continueOnError', text(child(node, 'continue-on-error'))),
      timed: entryOf(node, 'timeout-minutes') !== undefined,
    };
  };

  const job = ({ key, value }: { key: Node; value: Node }): Job => {
    const container = child(value, 'container');
    const services = entriesOf(child(value, 'services')).map((entry) => entry.value);
    const images = [container, ...services].flatMap((node) => text(node) ?? text(child(node, 'image')) ?? []);
    const passwords = [container, ...services].flatMap((node) => text(child(node, 'credentials', 'password')) ?? []);
    const environment = child(value, 'environment');
    const secrets = entryOf(value, 'secrets');
    const runsOn = child(value, 'runs-on');
    const matrix = child(value, 'strategy', 'matrix');
    return {
      id: textOf(key) ?? '',
      ...optional('name', text(child(value, 'name'))),
      at: place(key.span),
      block: block(key, value),
      needs: itemsOf(child(value, 'needs')).flatMap((node) => textOf(node) ?? []),
      ...optional('condition', condition(value)),
      ...optional('permissions', permissions(value)),
      ...optional('environment', text(environment) ?? text(child(environment, 'name'))),
      runsOn: [...itemsOf(runsOn?.type === 'mapping' ? child(runsOn, 'labels') : runsOn)].flatMap(
        (node) => text(node) ?? [],
      ),
      images,
      registryPasswords: passwords,
      ...optional('uses', use(child(value, 'uses'))),
      ...(secrets && textOf(secrets.value) === 'inherit' && { secretsInherited: block(secrets.key, secrets.value) }),
      with: scripts(child(value, 'with')),
      env: texts(child(value, 'env')),
      steps: stepsOf(child(value, 'steps')).map(step),
      ...optional('matrix', matrix && combinationsOf(matrix)),
      ...optional('continueOnError', text(child(value, 'continue-on-error'))),
      ...optional('timeoutMinutes', text(child(value, 'timeout-minutes'))),
    };
  };

  const triggers = (node: Node | undefined): Trigger[] => {
    const simple = (name: Node): Trigger => ({
      name: textOf(name) ?? '',
      at: place(name.span),
      byPaths: false,
      branches: [],
      tags: [],
      types: [],
    });
    if (!node) return [];
    if (node.type !== 'mapping') return itemsOf(node).map(simple);
    return node.entries.map(({ key, value }) => ({
      name: key.text,
      at: place(key.span),
      byPaths: entryOf(value, 'paths') !== undefined || entryOf(value, 'paths-ignore') !== undefined,
      branches: itemsOf(child(value, 'branches')).flatMap((item) => textOf(item) ?? []),
      tags: itemsOf(child(value, 'tags')).flatMap((item) => textOf(item) ?? []),
      types: itemsOf(child(value, 'types')).flatMap((item) => textOf(item) ?? []),
    }));
  };

  return {
    workflow: (root: Node): Workflow => ({
      file,
      ...optional('name', textOf(child(root, 'name'))),
      start: place(entriesOf(root)[0]?.key.span ?? root.span),
      at: place(entryOf(root, 'on')?.key.span ?? root.span),
      block: place(root.span),
      triggers: triggers(child(root, 'on')),
      ...optional('permissions', permissions(root)),
      env: texts(child(root, 'env')),
      jobs: entriesOf(child(root, 'jobs'))
        .filter(({ value }) => value.type === 'mapping')
        .map(job),
      locked: new Set(),
    }),
    action: (root: Node): LocalAction => ({
      file,
      at: place(entryOf(root, 'runs')?.key.span ?? root.span),
      block: place(root.span),
      using: textOf(child(root, 'runs', 'using')) ?? '',
      ...optional('image', text(child(root, 'runs', 'image'))),
      steps: stepsOf(child(root, 'runs', 'steps')).map(step),
      locked: new Set(),
    }),
  };
}

/** Steps in the order of the file; those that run beside each other (`parallel:`) count like the others. */
const stepsOf = (list: Node | undefined): Node[] =>
  itemsOf(list)
    .flatMap((node) => (entryOf(node, 'parallel') ? itemsOf(child(node, 'parallel')) : [node]))
    .filter((node) => node.type === 'mapping');
