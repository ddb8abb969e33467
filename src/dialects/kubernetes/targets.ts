import type { Value } from '../../model/value.ts';
import type { Manifest } from './manifest.ts';
import { textAt } from './patch.ts';

/** Whether an object is one of those that a target names: https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/patches/ */
export function isMeant({ kind, body, formerNames = [] }: Manifest, target: Value): boolean {
  const [group, version] = groupOf(textAt(body, 'apiVersion') ?? '');
  const fits = (key: string, ...texts: readonly string[]): boolean => {
    const wanted = textAt(target, key);
    return wanted === undefined || wanted === '' || texts.some((text) => matches(wanted, text));
  };
  const namespace = textAt(body, 'metadata', 'namespace') ?? '';
  return (
    fits('kind', kind) &&
    fits('group', group) &&
    fits('version', version) &&
    fits('name', textAt(body, 'metadata', 'name') ?? '', ...formerNames) &&
    fits('namespace', namespace, ...(namespace === '' ? ['default'] : [])) &&
    selects(textAt(target, 'labelSelector'), body, 'labels') &&
    selects(textAt(target, 'annotationSelector'), body, 'annotations')
  );
}

const groupOf = (apiVersion: string): [string, string] => {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? ['', apiVersion] : [apiVersion.slice(0, slash), apiVersion.slice(slash + 1)];
};

/** `a=b`, `a!=b`, `a`, `!a`, `a in (b, c)`, several with commas: https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors */
function selects(selector: string | undefined, body: Value, list: string): boolean {
  return (selector ?? '')
    .split(/,(?![^(]*\))/)
    .map((part) => part.trim())
    .filter(Boolean)
    .every((part) => {
      const set = /^(\S+)\s+(in|notin)\s+\(([^)]*)\)$/.exec(part);
      if (set) {
        const there = textAt(body, 'metadata', list, set[1]!);
        const named = there !== undefined && set[3]!.split(',').some((value) => value.trim() === there);
        return (set[2] === 'in') === named;
      }
      const [, not = '', name = '', how = '', value = ''] = /^(!?)([^!=\s]+)\s*(!=|==?)?\s*(.*)$/.exec(part) ?? [];
      const there = textAt(body, 'metadata', list, name);
      if (how === '') return (there === undefined) === (not === '!');
      return (there === value) === (how !== '!=');
    });
}

/** Targets are patterns for whole names. One that could take long is read as the name itself. */
function matches(pattern: string, name: string): boolean {
  if (pattern === name) return true;
  const repeats = pattern.match(/[*+{]/g)?.length ?? 0;
  if (pattern.length > 200 || name.length > 260 || repeats > 2 || /\)[*+{?]/.test(pattern)) return false;
  try {
    return new RegExp(`^(?:${pattern})$`).test(name);
  } catch {
    return false;
  }
}
