import { fail, on, pass, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'code-owners-patterns-match',
  title: 'Every pattern of CODEOWNERS matches something',
  severity: 'low',
  criteria: {
    'CC8.1': 'The list of owners follows the files as they move, so what it seems to guard is guarded.',
  },
  do: 'Correct the pattern to where the files are now, or remove the line.',
  on: on('code-owners'),
  // What lines come to hangs on all files of the tree.
  needs: ['repository'],
  check: ({ at, traits: { file, effectiveFile, entries } }) => {
    if (file !== effectiveFile) return [];
    const idle = entries.filter(({ matched }) => matched === 0);
    if (idle.length === 0) return entries.length > 0 ? pass(at) : [];
    return idle.map(({ pattern, at: line }) =>
      fail(`${pattern} matches no file of the repository.`, line, { item: pattern, label: 'matches nothing' }),
    );
  },
});
