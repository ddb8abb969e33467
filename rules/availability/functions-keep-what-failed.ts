import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'functions-keep-what-failed',
  title: 'Events that a function could not work off are kept',
  severity: 'info',
  criteria: {
    'PI1.3':
      'An event that fails again and again is put aside and can be worked off later, and is not lost in silence.',
    'A1.2': 'After an outage what came in meanwhile can be brought in again.',
  },
  do: 'Add dead_letter_config, or a destination for failures, to functions whose callers don’t wait.',
  equivalents: { checkov: ['CKV_AWS_116'] },
  on: on('serverless-function'),
  check: ({ name, traits: { failuresKept } }) =>
    expect(failuresKept, (on) => on, `${name} loses events that it fails at, where nobody waits for its answer.`),
});
