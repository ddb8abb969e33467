import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'name-queries-are-logged',
  title: 'Questions for names are recorded',
  severity: 'low',
  criteria: {
    'CC7.2': 'Unusual questions for names show attempts to find ways in or to carry data out.',
    'CC7.3': 'After an incident it can be told when a name was first asked for.',
  },
  do: 'Declare an aws_route53_query_log for the zone.',
  equivalents: { checkov: ['CKV2_AWS_39'] },
  on: on('dns-zone'),
  check: ({ name, traits: { queriesLogged } }) =>
    expect(queriesLogged, (on) => on, `${name} keeps no record of questions for its names.`),
});
