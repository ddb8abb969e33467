import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'functions-have-a-ceiling',
  title: 'It is stated how many runs of a function there may be at once',
  severity: 'info',
  criteria: {
    'A1.1': 'One function that is flooded can’t take the capacity of all the others in the account.',
  },
  do: 'Set reserved_concurrent_executions.',
  equivalents: { checkov: ['CKV_AWS_115'] },
  on: on('serverless-function'),
  check: ({ name, traits: { runsLimited } }) =>
    expect(runsLimited, (on) => on, `${name} can take up all runs that the account may have at once.`),
});
