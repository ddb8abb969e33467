import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'update-bots-run-no-foreign-code',
  title: 'An update bot runs no code of packages',
  severity: 'medium',
  criteria: {
    'CC6.8': 'Code of a package that nobody has looked at does not run with the rights of the bot.',
  },
  do: 'Remove insecure-external-code-execution: allow, or ignoreScripts: false.',
  equivalents: { zizmor: ['dependabot-execution'] },
  on: on('dependency-updates'),
  check: ({ name, traits: { runsManifestCode } }) =>
    expect(runsManifestCode, (runs) => !runs, `${name}: packages may run code of theirs.`, {
      label: 'runs foreign code',
    }),
});
