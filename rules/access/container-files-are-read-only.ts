import { not } from '../../src/model/fact.ts';
import { expectEach } from '../../src/rule/each.ts';
import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'container-files-are-read-only',
  title: 'Containers can not write to their own file system',
  severity: 'low',
  criteria: {
    'CC6.8': 'Software that gets into a container finds no place to install itself.',
  },
  do: 'Set readonlyRootFilesystem (readOnlyRootFilesystem in Kubernetes) to true for every container, and mount a volume for what has to be written.',
  equivalents: {
    checkov: ['CKV_AWS_336', 'CKV_K8S_22'],
    trivy: ['AVD-KSV-0014'],
    kics: ['a9c2f49d-0671-4fc9-9ece-f4e261e128d0'],
  },
  on: on('container-task', 'workload'),
  check: (subject) => {
    const { name, traits } = subject;
    if (!('containers' in traits))
      return expect(traits.rootReadOnly, (on) => on, `${name} has a container that can write to its own file system.`);
    return expectEach(traits.containers, ({ rootReadOnly }) => not(rootReadOnly), {
      item: (container) => container.name,
      message: (container) => `Container ${container.name} of ${name} can write to its own file system.`,
      label: 'can be written',
    });
  },
});
