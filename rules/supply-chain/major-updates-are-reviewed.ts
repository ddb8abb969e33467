import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'major-updates-are-reviewed',
  title: 'Major versions are not merged by a bot alone',
  severity: 'medium',
  criteria: {
    'CC8.1': 'A change of foreign code that may break or do anything is approved by a person before it is merged.',
  },
  do: 'Limit automerge to minor and patch versions (matchUpdateTypes).',
  on: on('dependency-updates'),
  check: ({ name, traits: { mergesByItself } }) =>
    expect(mergesByItself, (does) => !does, `${name}: major versions are merged without a person.`, {
      label: 'merges majors',
    }),
});
