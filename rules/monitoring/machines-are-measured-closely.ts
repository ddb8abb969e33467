import { expect, having, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'machines-are-measured-closely',
  title: 'Machines and clusters are measured every minute',
  severity: 'info',
  criteria: {
    'A1.1': 'A load that comes close to the limit shows within minutes.',
    'CC7.2': 'A sudden change of load is there to be noticed.',
  },
  do: 'Set monitoring = true, monitoring { enabled = true } in a template, or the setting containerInsights of a cluster.',
  equivalents: {
    trivy: ['AVD-AWS-0034'],
    checkov: ['CKV_AWS_65', 'CKV_AWS_126'],
    kics: ['97cb0688-369a-4d26-b1f7-86c4c91231bc', '23b70e32-032e-4fa6-ba5c-82f56b9980e6'],
  },
  on: having('measuredClosely'),
  check: ({ name, traits: { measuredClosely } }) =>
    expect(measuredClosely, (on) => on, `${name} is not measured every minute.`),
});
