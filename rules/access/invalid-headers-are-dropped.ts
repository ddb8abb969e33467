import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'invalid-headers-are-dropped',
  title: 'Header lines that break the rules are not handed on',
  severity: 'low',
  criteria: {
    'CC6.6': 'Requests that are made to be read differently on both sides of the border don’t get through it.',
  },
  do: 'Set drop_invalid_header_fields = true.',
  equivalents: { kics: ['6e3fd2ed-5c83-4c68-9679-7700d224d379'], checkov: ['CKV_AWS_131'], trivy: ['AVD-AWS-0052'] },
  on: on('traffic-entry'),
  check: ({ name, traits: { dropsInvalidHeaders } }) =>
    expect(dropsInvalidHeaders, (on) => on, `${name} hands on header lines that break the rules.`),
});
