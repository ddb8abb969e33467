import { policies, reasonsOfPolicies } from '../../src/criteria/policies.ts';
import { notApplicable } from '../../src/model/fact.ts';
import { passInForce } from '../../src/rule/policies.ts';
import { fail, on, rule, unknown } from '../../src/rule/rule.ts';

export default rule({
  id: 'policies-have-their-sections',
  title: 'Policies say all that such a policy has to say',
  severity: 'medium',
  criteria: reasonsOfPolicies((what) => `With nothing left out, the policy says ${what}.`),
  do: 'Add the section, or a sentence that says it; where it stands in another document, link to that one.',
  shows: 'document',
  on: on('policy'),
  about: ({ traits: { which } }) => policies[which].criteria,
  check: ({ name, at, traits: { texts, sections } }) => {
    if (texts.every(({ words }) => words < 50))
      return notApplicable('there is no text to look through: policies-are-written looks at that');
    if (!texts.some(({ sure }) => sure))
      return unknown(
        {
          code: 'ambiguous-words',
          subject: `whether "${texts[0]!.title}" is the ${name.toLowerCase()}`,
          settledBy: 'a title that names the policy',
        },
        at,
      );
    const missing = sections.filter(({ found }) => !found);
    if (missing.length === 0) return passInForce(texts, at);
    const called = texts.length === 1 ? `"${texts[0]!.title}"` : `${name} (in ${texts.length} documents)`;
    return missing.map((section) =>
      fail(`${called} says nothing about ${section.name}.`, at, {
        item: section.name,
        label: `no word about ${section.name}`,
      }),
    );
  },
});
