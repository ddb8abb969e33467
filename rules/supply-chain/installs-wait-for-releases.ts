import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'installs-wait-for-releases',
  title: 'The package manager takes in no release that is hours old',
  severity: 'low',
  criteria: {
    'CC6.8': 'A malicious release has time to be found and withdrawn before anyone installs it by hand either.',
  },
  do: 'Write some days in the unit of the manager: days for npm, minutes for pnpm and Yarn, seconds for Bun.',
  aspects: { age: {}, sources: {} },
  on: on('package-installs'),
  options: {
    days: { type: 'number', default: 1, min: 1, max: 90, about: 'How many days a release has to be out.' },
  },
  check: ({ traits: { manager, newestAfterDays, foreignSourcesAllowed } }, { options }) => ({
    age: expect(
      newestAfterDays,
      (days) => days >= options.days,
      (days) =>
        `${manager} waits ${shown(days)} here, less than ${options.days} ${options.days === 1 ? 'day' : 'days'}.`,
      { label: 'the unit of this manager?' },
    ),
    sources: expect(
      foreignSourcesAllowed,
      (allowed) => !allowed,
      `${manager} lets packages bring in others from git or any address.`,
      { label: 'past the registry', do: 'Leave the setting out, or block sources that are no registry.' },
    ),
  }),
});

const shown = (days: number): string =>
  days >= 1 ? `${Math.floor(days)} days` : `${Math.round(days * 24 * 60)} minutes`;
