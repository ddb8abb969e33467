import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'functions-run-inside-the-network',
  title: 'Functions run inside of a network of one’s own',
  severity: 'info',
  criteria: {
    'CC6.6': 'What a function connects to, and what may come back, passes the borders that the network has.',
  },
  do: 'Add vpc_config to functions that work with private data; accept the others with the reason that they reach public services only.',
  equivalents: { checkov: ['CKV_AWS_117'] },
  on: on('serverless-function'),
  check: ({ name, traits: { insideNetwork } }) =>
    expect(insideNetwork, (on) => on, `${name} runs outside of the network, where no border of yours stands.`),
});
