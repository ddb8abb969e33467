import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'metadata-needs-a-token',
  title: 'A machine’s credentials are only handed out for a session token',
  severity: 'medium',
  criteria: {
    'CC6.1': 'A flaw that makes a machine fetch an address doesn’t give its credentials away with it.',
  },
  do: 'Set metadata_options { http_tokens = "required" }, or the same as the default of the account.',
  equivalents: { checkov: ['CKV_AWS_79'], trivy: ['AVD-AWS-0028', 'AVD-AWS-0130'] },
  on: on('compute-instance'),
  check: ({ name, traits: { metadataNeedsToken } }) =>
    expect(metadataNeedsToken, (needs) => needs, `${name} hands its credentials out without a session token.`),
});
