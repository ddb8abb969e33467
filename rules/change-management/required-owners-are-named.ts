import { isApplicable, isKnown } from '../../src/model/fact.ts';
import { fail, on, pass, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'required-owners-are-named',
  title: 'Where owners have to approve, owners are named',
  severity: 'high',
  criteria: {
    'CC8.1': 'The approval by owners that a branch rule asks for has owners to give it.',
  },
  do: 'Add a CODEOWNERS file in .github/ that names an owner for every path.',
  on: on('branch-rules'),
  needs: ['code-owners'],
  check: ({ name, traits: { thisRepository: here, codeOwnersApprove: asked } }, { find }) => {
    if (!isKnown(here, true) || !isApplicable(asked) || !isKnown(asked, true)) return [];
    const file = find('code-owners').find(({ traits }) => traits.file === traits.effectiveFile);
    if (file?.traits.entries.some(({ owners }) => owners.length > 0)) return pass(file.at);
    return fail(
      `${name} asks for the approval of code owners, but ${file ? `${file.name} names none` : 'no CODEOWNERS file names any'}.`,
      asked.at,
      { via: asked.via, label: 'asks nobody' },
    );
  },
});
