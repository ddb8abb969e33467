import { policies, reasonsOfPolicies } from '../../src/criteria/policies.ts';
import { notApplicable } from '../../src/model/fact.ts';
import { passInForce } from '../../src/rule/policies.ts';
import { fail, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'expected-policies-exist',
  title: 'The policies that the chosen categories call for exist',
  severity: 'medium',
  criteria: reasonsOfPolicies((what) => `There is a policy to say ${what}.`),
  do: 'Write it, or say where it is with `documents` in .soc2/config.yml. Where it is kept elsewhere or not needed, accept this finding with the reason.',
  shows: 'document',
  on: on('policy'),
  about: ({ traits: { which } }) => policies[which].criteria,
  check: ({ name, traits: { texts, expectedAt } }) => {
    if (texts.length === 0)
      return fail(`${name} is missing: no document here was recognised as it.`, expectedAt ?? { absent: true }, {
        label: 'kept here, it says',
      });
    return texts.every(({ words }) => words < 20)
      ? notApplicable('there is a document for it with nothing in it: policies-are-written looks at that')
      : passInForce(texts, texts[0]!.at);
  },
});
