import type { Value } from '../model/value.ts';
import { entryOf, namespaceOf, neighbours, podOf, type ClusterObject } from './kubernetes-object.ts';
import { asString } from './read.ts';

/** Whether something holds of two objects; `maybe` where the files don't tell. */
type Answer = 'yes' | 'no' | 'maybe';

const all = (answers: readonly Answer[]): Answer =>
  answers.includes('no') ? 'no' : answers.includes('maybe') ? 'maybe' : 'yes';

/** Whether a selector picks pods with these labels: https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors */
export function selects(selector: Value | undefined, labels: Value | undefined): Answer {
  const at = selector?.type === 'list' ? selector.items[0] : selector;
  if (!at || at.type === 'null') return 'yes';
  if (at.type !== 'object') return 'maybe';
  const pairs = entryOf(at, 'matchLabels');
  const expressions = entryOf(at, 'matchExpressions');
  return all([
    ...(pairs?.type === 'object'
      ? [...pairs.entries].map(([name, wanted]) => compared(labelOf(labels, name), [wanted], 'In'))
      : pairs
        ? ['maybe' as const]
        : []),
    ...(expressions?.type === 'list'
      ? expressions.items.map((expression) => expressed(expression, labels))
      : expressions?.type === 'object'
        ? [expressed(expressions, labels)]
        : expressions
          ? ['maybe' as const]
          : []),
    ...(at.complete ? [] : ['maybe' as const]),
  ]);
}

type Label = Value | 'none' | 'unknown';

function labelOf(labels: Value | undefined, name: string): Label {
  if (labels === undefined || labels.type === 'null') return 'none';
  if (labels.type !== 'object') return 'unknown';
  return labels.entries.get(name) ?? (labels.complete ? 'none' : 'unknown');
}

function expressed(expression: Value, labels: Value | undefined): Answer {
  const [key, operator] = ['key', 'operator'].map((name) => entryOf(expression, name));
  const name = key && asString(key);
  const how = operator && asString(operator);
  if (name === undefined || how === undefined) return 'maybe';
  const values = entryOf(expression, 'values');
  return compared(labelOf(labels, name), values?.type === 'list' ? values.items : [], how);
}

function compared(label: Label, wanted: readonly Value[], how: string): Answer {
  if (label === 'unknown') return 'maybe';
  if (how === 'Exists') return label === 'none' ? 'no' : 'yes';
  if (how === 'DoesNotExist') return label === 'none' ? 'yes' : 'no';
  if (how !== 'In' && how !== 'NotIn') return 'maybe';
  if (label === 'none') return how === 'In' ? 'no' : 'yes';
  const text = asString(label);
  const texts = wanted.map((value) => asString(value));
  if (text === undefined) return 'maybe';
  if (texts.includes(text)) return how === 'In' ? 'yes' : 'no';
  return texts.includes(undefined) ? 'maybe' : how === 'In' ? 'no' : 'yes';
}

/** Objects that pick the pods of a workload, and whether it is sure that they do. */
export function selectorsOf(
  workload: ClusterObject,
  kind: string,
  path: string,
): readonly { object: ClusterObject; sure: boolean }[] {
  const { metadata } = podOf(workload);
  const labels = entryOf(metadata, 'labels');
  return neighbours(workload, [kind]).flatMap((object) => {
    const answer = all([inSame(object, workload), selects(object.own.value(path), labels)]);
    return answer === 'no' ? [] : [{ object, sure: answer === 'yes' }];
  });
}

/** Manifests that name no namespace are in one where they are applied together: by a chart, a kustomization, or from one folder. */
const applyTogether = (a: ClusterObject, b: ClusterObject): boolean =>
  a.resource.dialect !== 'kubernetes' ||
  (a.resource.program.root !== '' && a.resource.program === b.resource.program) ||
  folderOf(a) === folderOf(b);

const folderOf = ({ resource }: ClusterObject): string => resource.at.file.replace(/[^/]*$/, '');

/** Where only one of them names a namespace, the other gets its own where it is applied. */
function inSame(a: ClusterObject, b: ClusterObject): Answer {
  const [one, other] = [namespaceOf(a), namespaceOf(b)];
  if (a.namespace?.type === 'unknown' || b.namespace?.type === 'unknown') return one === other && one ? 'yes' : 'maybe';
  if (one === undefined && other === undefined) return applyTogether(a, b) ? 'yes' : 'maybe';
  if (one === other) return 'yes';
  return one === undefined || other === undefined ? 'maybe' : 'no';
}
