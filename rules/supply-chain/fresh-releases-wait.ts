import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'fresh-releases-wait',
  title: 'Releases are some days old before they are taken in',
  severity: 'low',
  criteria: {
    'CC6.8': 'A malicious release has time to be found and withdrawn before it gets into the code.',
  },
  do: 'Set cooldown.default-days (Dependabot) or minimumReleaseAge (Renovate) to some days; fixes of vulnerabilities don’t wait.',
  equivalents: { zizmor: ['dependabot-cooldown'] },
  on: on('dependency-updates'),
  options: {
    days: { type: 'number', default: 3, min: 1, max: 90, about: 'How many days a release has to be out.' },
  },
  check: ({ name, traits: { waitingDays } }, { options }) =>
    expect(
      waitingDays,
      (days) => days >= options.days,
      (days) => `${name}: releases are taken in after ${Math.floor(days)} days, before ${options.days} have gone by.`,
      { label: 'taken in at once' },
    ),
});
