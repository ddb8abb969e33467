import { fail, on, pass, rule } from '../../src/rule/rule.ts';

const same = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((one) => b.includes(one));

export default rule({
  id: 'code-owners-lines-take-effect',
  title: 'No line of CODEOWNERS is undone by a later one',
  severity: 'medium',
  criteria: {
    'CC8.1': 'The reviewers that a line names are the ones who are asked, as no later line takes the same paths.',
  },
  do: 'Put the broader pattern first: the last line that matches decides, and owners do not add up.',
  on: on('code-owners'),
  // What lines come to hangs on all files of the tree.
  needs: ['repository'],
  check: ({ at, traits: { file, effectiveFile, entries } }) => {
    if (file !== effectiveFile || entries.length === 0) return [];
    const undone = entries.flatMap((entry) => {
      const by = entry.shadowedBy;
      // A narrower line after a broader one is meant, also where there is nothing else to match yet.
      if (!by || (by.matched <= entry.matched && by.pattern !== entry.pattern) || same(by.owners, entry.owners))
        return [];
      return fail(
        `${entry.pattern} has no effect: ${by.pattern} below it takes all of its files${
          by.owners.length > 0 ? ` for ${by.owners.join(' ')}` : ' and leaves them without owner'
        }.`,
        entry.at,
        { item: entry.pattern, label: 'undone below', related: [{ name: by.pattern, at: by.at }] },
      );
    });
    return undone.length > 0 ? undone : pass(at);
  },
});
