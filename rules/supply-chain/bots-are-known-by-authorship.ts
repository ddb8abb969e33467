import { fail, on, pass, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'bots-are-known-by-authorship',
  title: 'Bots are not recognised by who acted last',
  severity: 'high',
  criteria: {
    'CC6.1': 'A stranger can not pass for a bot that is trusted, and get at the rights of its runs.',
  },
  do: 'Compare github.event.pull_request.user.login with the bot’s name instead.',
  equivalents: { zizmor: ['bot-conditions'] },
  on: on('workflow-job'),
  check: ({ name, traits: { spoofableConditions } }) =>
    !spoofableConditions
      ? []
      : spoofableConditions.length === 0
        ? pass()
        : spoofableConditions.map(({ what, at, item }) =>
            fail(`${name} trusts a run that a bot seems to have started (${what}).`, at, { item }),
          ),
});
