import { notApplicable } from '../../src/model/fact.ts';
import { expect, having, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'keys-and-secrets-expire',
  title: 'Keys and secrets have a last day',
  severity: 'low',
  criteria: {
    'CC6.1': 'A key or secret that was forgotten, or that leaked unnoticed, stops working by itself.',
    'CC6.2': 'What somebody took along doesn’t open anything for good.',
  },
  do: 'State an expiration_date, or a rotation_policy with expire_after for a key, and renew it before that day.',
  aspects: {
    keys: {
      checkov: ['CKV_AZURE_40'],
      trivy: ['AVD-AZU-0014'],
      kics: ['4d080822-5ee2-49a4-8984-68f3d4c890fc'],
    },
    secrets: {
      checkov: ['CKV_AZURE_41'],
      trivy: ['AVD-AZU-0017'],
      kics: ['dfa20ffa-f476-428f-a490-424b41e91c7f'],
    },
  },
  on: having('expires'),
  check: ({ kind, name, traits: { expires } }) => {
    const ends = expect(expires, (on) => on, `${name} works for good.`);
    return kind === 'encryption-key'
      ? { keys: ends, secrets: notApplicable('it is a key') }
      : { keys: notApplicable('it keeps secrets'), secrets: ends };
  },
});
