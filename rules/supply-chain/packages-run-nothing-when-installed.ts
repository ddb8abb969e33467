import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'packages-run-nothing-when-installed',
  title: 'Packages run a script when they are installed only where they were chosen for that',
  severity: 'low',
  criteria: {
    'CC6.8':
      'A package that was taken over can’t run code on the machines of developers and pipelines by being installed.',
  },
  do: 'Switch scripts off (ignore-scripts, enableScripts: false) or name those that may (allowScripts, allowBuilds, trustedDependencies).',
  on: on('package-installs'),
  check: ({ traits: { manager, anyScriptRuns } }) =>
    expect(anyScriptRuns, (runs) => !runs, `${manager} runs the install scripts of every package here.`, {
      label: 'scripts of any package run',
    }),
});
