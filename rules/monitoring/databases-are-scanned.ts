import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'databases-are-scanned',
  title: 'Databases are scanned for weak settings again and again',
  severity: 'low',
  criteria: {
    'CC3.2': 'Weak spots of where the data is are found and rated without waiting for someone to look.',
    'CC7.1': 'A change that opens a setting or hands out a right is noticed at the next scan.',
  },
  do: 'Set express_vulnerability_assessment_enabled = true on the server, or recurring_scans { enabled = true } in its assessment.',
  equivalents: { checkov: ['CKV2_AZURE_3'] },
  on: on('database'),
  check: ({ name, traits: { weaknessesLookedFor } }) =>
    expect(weaknessesLookedFor, (on) => on, `${name} is not scanned for weak settings on a schedule.`),
});
