import { isApplicable } from '../../src/model/fact.ts';
import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'publishing-is-a-decision',
  title: 'A repository is public only where that is written',
  severity: 'medium',
  criteria: {
    'C1.1': 'Code does not become readable by everyone because somebody left a line out.',
    'CC6.1': 'Who may read a repository is stated with it, and reviewed with it.',
  },
  do: 'Write the visibility: "private" or "internal", or "public" where that is meant.',
  on: on('hosted-repository'),
  check: ({ name, traits: { public: open } }) =>
    expect(
      isApplicable(open) && open.known ? { ...open, value: open.value && open.origin === 'default' } : open,
      (byDefault) => !byDefault,
      `${name} is public, as nothing says otherwise.`,
      { label: 'public by default' },
    ),
});
