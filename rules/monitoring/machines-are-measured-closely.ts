import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'machines-are-measured-closely',
  title: 'Machines are measured every minute',
  severity: 'info',
  criteria: {
    'A1.1': 'A load that comes close to the limit shows within minutes.',
    'CC7.2': 'A sudden change of load is there to be noticed.',
  },
  do: 'Set monitoring = true, or monitoring { enabled = true } in a template.',
  equivalents: { checkov: ['CKV_AWS_126'], kics: ['23b70e32-032e-4fa6-ba5c-82f56b9980e6'] },
  on: on('compute-instance'),
  check: ({ name, traits: { measuredClosely } }) =>
    expect(measuredClosely, (on) => on, `${name} is measured every five minutes only.`),
});
