import { anyItem, isApplicable } from '../../src/model/fact.ts';
import { expect, fail, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'files-and-forge-agree',
  title: 'The forge holds what the files of the repository state',
  severity: 'medium',
  criteria: {
    'CC8.1': 'The rules on changes that can be read and reviewed in the repository are the ones that hold.',
    'CC4.1': 'A setting that was changed past its file is noticed.',
  },
  do: 'Apply the file again, or change it to what is meant to hold.',
  on: on('branch-rules', 'deployment-environment'),
  check: ({ name, traits: { notHeld } }) => {
    if (!isApplicable(notHeld)) return notHeld;
    const found = notHeld.items.flatMap((item) => (item.known ? [item] : []));
    if (found.length === 0)
      return expect(
        anyItem(notHeld, () => true),
        (differs) => !differs,
        `${name} differs from what files state.`,
      );
    return found.map((item) =>
      fail(`This states ${item.value}; the forge, asked itself, does not hold that (${name}).`, item.at, {
        item: item.value,
        label: 'stated, not held',
      }),
    );
  },
});
