import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'own-packages-come-from-home',
  title: 'A package of one’s own can’t be taken from a public registry by its name',
  severity: 'medium',
  criteria: {
    'CC6.8': 'Nobody can get code into the build by publishing it under the name of an internal package.',
  },
  do: 'Ask one index that holds both (or proxies the public one); in NuGet, map packages to their sources.',
  on: on('package-source'),
  check: ({ name, traits: { mixedWithPublic } }) =>
    expect(mixedWithPublic, (mixed) => !mixed, `${name} asks several registries, and any may answer for a package.`, {
      label: 'whoever has the higher version',
    }),
});
