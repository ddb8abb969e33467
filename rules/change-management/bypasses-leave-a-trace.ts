import { isApplicable } from '../../src/model/fact.ts';
import { expect, on, pass, rule, unknown } from '../../src/rule/rule.ts';

export default rule({
  id: 'bypasses-leave-a-trace',
  title: 'Nobody has a standing way around the branch rules',
  severity: 'medium',
  criteria: {
    'CC8.1': 'People who may go around the rules do so in a pull request, where it is seen, and not by a silent push.',
    'CC6.3': 'No role below administrators keeps a permanent exemption from review.',
  },
  do: 'Remove the entry, or set its bypass mode to pull_request.',
  on: on('branch-rules'),
  check: ({ name, traits: { branch, bypasses } }) => {
    if (!isApplicable(bypasses)) return bypasses;
    const people = bypasses.items.filter((item) => !item.known || item.value.what === 'people');
    if (people.length === 0)
      return bypasses.complete ? pass(bypasses.at) : unknown(bypasses.reason ?? unclear, bypasses.at);
    return people.map((item) =>
      expect(
        item,
        ({ mode }) => mode !== 'always',
        ({ who }) => `${name} lets ${who} go around the rules of ${branch} at any time.`,
        {
          ...(item.known && { item: item.value.who }),
          label: 'a standing bypass',
        },
      ),
    );
  },
});

const unclear = {
  code: 'not-evaluated',
  subject: 'who goes around the rules',
  settledBy: 'a list that is written out',
} as const;
