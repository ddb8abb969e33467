import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'update-bots-are-switched-on',
  title: 'The configuration of an update bot is one that it reads',
  severity: 'medium',
  criteria: {
    'CC7.1': 'The bot that is to propose fixes of vulnerable dependencies runs, instead of only being configured.',
  },
  do: 'Keep Dependabot’s file at .github/dependabot.yml with version: 2, and leave Renovate enabled.',
  on: on('dependency-updates'),
  check: ({ traits: { bot, effective } }) =>
    expect(effective, (is) => is, `${bot} does not act on this.`, { label: 'without effect' }),
});
