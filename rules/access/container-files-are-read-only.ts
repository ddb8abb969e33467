import { everyContainer } from '../../src/rule/containers.ts';
import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'container-files-are-read-only',
  title: 'Containers can not write to their own file system',
  severity: 'low',
  criteria: {
    'CC6.8': 'Software that gets into a container finds no place to install itself.',
  },
  do: 'Make the root file system of every container read-only (readonlyRootFilesystem or readOnlyRootFilesystem: true), and mount a volume for what has to be written.',
  equivalents: {
    checkov: ['CKV_AWS_336', 'CKV_K8S_22'],
    trivy: ['AVD-KSV-0014'],
    kics: ['a9c2f49d-0671-4fc9-9ece-f4e261e128d0'],
    'kube-linter': ['no-read-only-root-fs'],
  },
  on: on('container-task', 'workload'),
  check: ({ name, traits }) =>
    'containers' in traits
      ? everyContainer(
          traits.containers,
          (of) => of.rootReadOnly,
          (names) => `${name} lets ${names} write to the own file system.`,
        )
      : expect(traits.rootReadOnly, (on) => on, `${name} has a container that can write to its own file system.`),
});
