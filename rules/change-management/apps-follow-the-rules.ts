import { isApplicable } from '../../src/model/fact.ts';
import { expect, on, pass, rule, unknown } from '../../src/rule/rule.ts';

export default rule({
  id: 'apps-follow-the-rules',
  title: 'No app has a standing way around the branch rules',
  severity: 'low',
  criteria: {
    'CC8.1': 'A change that a machine makes is reviewed and tested like that of a person.',
    'CC6.3': 'Whoever gets hold of the token of an app does not get to write to released branches with it.',
  },
  do: 'Let the app open pull requests instead, or limit its bypass to them.',
  on: on('branch-rules'),
  check: ({ name, traits: { branch, bypasses } }) => {
    if (!isApplicable(bypasses)) return bypasses;
    const apps = bypasses.items.filter((item) => !item.known || item.value.what === 'app');
    if (apps.length === 0)
      return bypasses.complete ? pass(bypasses.at) : unknown(bypasses.reason ?? unclear, bypasses.at);
    return apps.map((item) =>
      expect(
        item,
        ({ mode }) => mode !== 'always',
        ({ who }) => `${name} lets ${who.startsWith('app') ? who : `the app ${who}`} push to ${branch} past its rules.`,
        { ...(item.known && { item: item.value.who }), label: 'a standing bypass of an app' },
      ),
    );
  },
});

const unclear = {
  code: 'not-evaluated',
  subject: 'who goes around the rules',
  settledBy: 'a list that is written out',
} as const;
