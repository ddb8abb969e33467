import { byDefault, known, unknownFact, type Fact } from '../../model/fact.ts';
import type { Reader } from '../read.ts';

/** The programs of a control plane: https://kubernetes.io/docs/concepts/overview/components/ */
export const parts = ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'etcd', 'kubelet'] as const;
export type Part = (typeof parts)[number];

export interface Flags {
  part: Part;
  /** The second number of the version that its image names: 33 of v1.33.0. */
  minor: number | undefined;
  /** Whether a text that a flag is set to is right; what holds where it isn't set comes last. */
  is(names: readonly string[], right: (text: string) => boolean, otherwise: boolean): Fact<boolean>;
}

/** How a container starts such a program; undefined where it starts another. */
export function flagsOf(container: Reader, part: Part): Flags | undefined {
  const lists = ['command', 'args'].map((name) => container.strings(name));
  const all = lists.flatMap(({ items }) => items);
  if (!all.some((word) => word.known && new RegExp(`(?:^|/)${part}$`).test(word.value))) return undefined;
  const open = lists.find(({ complete }) => !complete);
  const image = container.optionalString('image');
  const minor = /:v1\.(\d+)\./.exec((image.known && image.value) || '')?.[1];

  function find(name: string): Fact<string> | undefined {
    for (const [i, word] of all.entries()) {
      if (!word.known) continue;
      const [flag, text] = parted(word.value);
      if (flag !== name) continue;
      if (text !== undefined) return { ...word, value: text };
      const next = all[i + 1];
      return next && !(next.known && next.value.startsWith('-')) ? next : { ...word, value: 'true' };
    }
    return undefined;
  }

  return {
    part,
    minor: minor === undefined ? undefined : Number(minor),
    is(names, right, otherwise) {
      const found = names.flatMap((name) => find(name) ?? [])[0];
      if (found) return found.known ? { ...found, value: right(found.value) } : found;
      const hidden = all.find((word) => !word.known);
      if (hidden && !hidden.known) return hidden;
      if (open)
        return unknownFact(open.reason ?? { code: 'not-evaluated', settledBy: 'all words of the command' }, open.at);
      // https://kubernetes.io/docs/tasks/administer-cluster/kubelet-config-file/
      const file = find('--config') ?? (part === 'etcd' ? find('--config-file') : undefined);
      if (file)
        return unknownFact(
          { code: 'not-in-repository', subject: names[0]!, settledBy: 'what its own file of settings says' },
          file.at,
        );
      const source = `https://kubernetes.io/docs/reference/command-line-tools-reference/${part}/`;
      return part === 'etcd' || !otherwise
        ? known(otherwise, container.at)
        : byDefault(otherwise, container.at, source);
    },
  };
}

/** `--a=b` in two; etcd also takes one dash. */
function parted(word: string): [string, string | undefined] {
  const flag = word.replace(/^-(?=[a-z])/, '--');
  const index = flag.indexOf('=');
  return index < 0 ? [flag, undefined] : [flag.slice(0, index), flag.slice(index + 1)];
}
