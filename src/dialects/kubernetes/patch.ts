import type { ListValue, ObjectValue, Value } from '../../model/value.ts';

/** What tells the items of a list apart where patches are merged into them. */
const keys: { readonly [list: string]: string } = {
  containers: 'name',
  initContainers: 'name',
  ephemeralContainers: 'name',
  volumes: 'name',
  env: 'name',
  imagePullSecrets: 'name',
  volumeMounts: 'mountPath',
  volumeDevices: 'devicePath',
  hostAliases: 'ip',
  topologySpreadConstraints: 'topologyKey',
  secrets: 'name',
  // Ports of containers and of services are told apart by other keys.
  ports: 'containerPort',
};

/**
 * A patch laid over an object: maps by key, the lists above by their items, other lists replaced; null and
 * `$patch: delete` take away. https://kubernetes.io/docs/tasks/manage-kubernetes-objects/update-api-object-kubectl-patch/
 */
export function strategic(below: Value, patch: Value, name = '', depth = 0): Value {
  if (depth > 60) return patch;
  if (below.type === 'list' && patch.type === 'list') return listPatched(below, patch, name, depth);
  if (below.type !== 'object' || patch.type !== 'object') return patch;
  if (directive(patch) === 'replace') return patch;
  const entries = new Map(below.entries);
  for (const [key, value] of patch.entries) {
    if (key.startsWith('$')) continue;
    const there = entries.get(key);
    if (value.type === 'null' || directive(value) === 'delete') entries.delete(key);
    else entries.set(key, there ? strategic(there, value, key, depth + 1) : value);
  }
  return { ...below, entries };
}

function listPatched(below: ListValue, patch: ListValue, name: string, depth: number): Value {
  const isOfService = name === 'ports' && patch.items.some((item) => textAt(item, 'containerPort') === undefined);
  const key = isOfService ? 'port' : keys[name];
  // `- $patch: replace` among them: the others are all there is.
  if (patch.items.some((item) => item.type === 'object' && item.entries.size === 1 && directive(item) === 'replace'))
    return { ...patch, items: patch.items.filter((item) => directive(item) !== 'replace') };
  if (key === undefined || !patch.items.every((item) => item.type === 'object')) return patch;
  // Kustomize puts what a patch names before the rest.
  const rest = [...below.items];
  const named: Value[] = [];
  for (const item of patch.items) {
    const index = rest.findIndex(
      (other) => textAt(other, key) !== undefined && textAt(other, key) === textAt(item, key),
    );
    const [there] = index < 0 ? [] : rest.splice(index, 1);
    if (directive(item) !== 'delete') named.push(there ? strategic(there, item, '', depth + 1) : item);
  }
  return { ...below, items: [...named, ...rest], complete: below.complete && patch.complete };
}

const directive = (value: Value): string | undefined => textAt(value, '$patch');

export function textAt(value: Value | undefined, ...path: readonly string[]): string | undefined {
  let at = value;
  for (const key of path) at = at?.type === 'object' ? at.entries.get(key) : undefined;
  return at?.type === 'string' || at?.type === 'number' ? String(at.value) : undefined;
}

/** One operation of a JSON patch; undefined where its path is not there: https://www.rfc-editor.org/rfc/rfc6902 */
export function operated(below: ObjectValue, operation: Value): ObjectValue | undefined {
  const [op, path] = [textAt(operation, 'op'), textAt(operation, 'path')];
  const value = operation.type === 'object' ? operation.entries.get('value') : undefined;
  if (path === undefined || !path.startsWith('/') || !/^(?:add|replace|remove|test|copy|move)$/.test(op ?? ''))
    return undefined;
  if (op === 'test') return below;
  if (op === 'copy' || op === 'move') {
    const from = stepsOf(textAt(operation, 'from') ?? '');
    const there = from && valueAt(below, from);
    const left = op === 'move' && from ? changedAt(below, from, 'remove', undefined) : below;
    const moved = there && left && changedAt(left, stepsOf(path)!, 'add', there);
    return moved?.type === 'object' ? moved : undefined;
  }
  const changed = changedAt(below, stepsOf(path)!, op!, value);
  return changed?.type === 'object' ? changed : undefined;
}

const stepsOf = (path: string): readonly string[] | undefined =>
  path.startsWith('/')
    ? path
        .slice(1)
        .split('/')
        .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    : undefined;

const valueAt = (value: Value, steps: readonly string[]): Value | undefined =>
  steps.reduce<Value | undefined>(
    (at, step) =>
      at?.type === 'object' ? at.entries.get(step) : at?.type === 'list' ? at.items[Number(step)] : undefined,
    value,
  );

function changedAt(
  at: Value,
  [step = '', ...rest]: readonly string[],
  op: string,
  value: Value | undefined,
): Value | undefined {
  if (at.type === 'object') {
    const entries = new Map(at.entries);
    const there = entries.get(step);
    if (rest.length === 0) {
      if (op === 'remove') entries.delete(step);
      else if (value) entries.set(step, value);
      return { ...at, entries };
    }
    const inner = there && changedAt(there, rest, op, value);
    return inner && { ...at, entries: entries.set(step, inner) };
  }
  if (at.type !== 'list') return undefined;
  const items = [...at.items];
  const index = step === '-' ? items.length : Number(step);
  if (!Number.isInteger(index) || index < 0 || index > items.length) return undefined;
  if (rest.length > 0) {
    const inner = items[index] && changedAt(items[index], rest, op, value);
    if (!inner) return undefined;
    items[index] = inner;
  } else if (op === 'remove') items.splice(index, 1);
  else if (value) items.splice(index, op === 'add' ? 0 : 1, value);
  return { ...at, items };
}
