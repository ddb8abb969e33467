import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'functions-answer-inside',
  title: 'Functions are called from inside of the network, or through its entry',
  severity: 'low',
  criteria: {
    'CC6.1': 'A permission that was given too widely is of no use to somebody outside of the network.',
    'CC6.6': 'Requests from the internet pass the load balancer, where they can be filtered and recorded.',
  },
  do: 'Let in what comes from inside, or through the load balancer: ALLOW_INTERNAL_ONLY, ALLOW_INTERNAL_AND_GCLB.',
  equivalents: { checkov: ['CKV_GCP_124'] },
  on: on('serverless-function'),
  check: ({ name, traits: { publiclyReachable } }) =>
    expect(publiclyReachable, (open) => !open, `${name} has an address that any network reaches.`),
});
