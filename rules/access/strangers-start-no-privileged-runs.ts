import { fail, on, pass, rule } from '../../src/rule/rule.ts';

const events = ['pull_request_target', 'workflow_run'];

export default rule({
  id: 'strangers-start-no-privileged-runs',
  title: 'Proposals from outside do not start runs with secrets',
  severity: 'low',
  criteria: {
    'CC6.6': 'Proposing a change from outside starts nothing that holds the secrets of the repository.',
  },
  do: 'Use pull_request, which runs without secrets. Where secrets are needed, keep the run small: no checkout, no scripts, few rights.',
  equivalents: { zizmor: ['dangerous-triggers'] },
  on: on('workflow'),
  check: ({ name, traits: { triggers, takesNothingIn } }) => {
    const found = triggers.filter((trigger) => events.includes(trigger.name));
    return found.length === 0 || takesNothingIn
      ? pass()
      : found.map((trigger) =>
          fail(`${name} runs with the repository’s secrets on ${trigger.name}.`, trigger.at, {
            item: trigger.name,
            label: 'has secrets',
          }),
        );
  },
});
