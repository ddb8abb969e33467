import { expectEach } from '../../src/rule/each.ts';
import { on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'secrets-stay-out-of-environments',
  title: 'Secrets reach containers as files, not in the environment',
  severity: 'info',
  criteria: {
    'CC6.1': 'A secret is read by what needs it, and not by everything that sees the environment or its dumps.',
    'C1.1': 'Confidential values don’t end in logs and crash reports, which often hold the environment.',
  },
  do: 'Mount the secret as a volume and read the file.',
  equivalents: {
    checkov: ['CKV_K8S_35'],
    trivy: ['AVD-KSV-0109', 'AVD-KSV-01010'],
    kics: ['3d658f8b-d988-41a0-a841-40043121de1e'],
  },
  on: on('workload'),
  check: ({ name, traits: { containers } }) =>
    expectEach(containers, ({ secretsInEnvironment }) => secretsInEnvironment, {
      item: (container) => container.name,
      message: (container) => `Container ${container.name} of ${name} gets values of secrets in its environment.`,
      label: 'in the environment',
    }),
});
