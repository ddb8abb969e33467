import { fail, on, pass, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'policy-links-lead-somewhere',
  title: 'Links of policies lead to documents that are there',
  severity: 'low',
  criteria: {
    'CC2.2': 'Staff reach what a policy points to: the procedure, the register, the form.',
    'CC5.3': 'What a policy counts on to be carried out is there.',
  },
  do: 'Mend the path, or add the document that it names.',
  shows: 'document',
  on: on('policy-document'),
  check: ({ name, traits: { links } }) => {
    // Each target once, where it stands first.
    const byTarget = new Map([...links].reverse().map((link) => [link.target, link]));
    return [...byTarget.values()].map(({ target, found, at }) =>
      found
        ? pass(at, target)
        : fail(`${name} links to ${target}, which is not in this repository.`, at, {
            item: target,
            label: 'no such file',
          }),
    );
  },
});
