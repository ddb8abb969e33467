import { policies, reasonsOfPolicies } from '../../src/criteria/policies.ts';
import { notApplicable } from '../../src/model/fact.ts';
import { passInForce } from '../../src/rule/policies.ts';
import { fail, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'policies-are-written',
  title: 'Policies have a text, not only a heading',
  severity: 'medium',
  criteria: reasonsOfPolicies((what) => `There is a text, not only a heading, that can say ${what}.`),
  do: 'Write the policy, or remove the empty document so that nobody counts on it.',
  shows: 'document',
  on: on('policy'),
  about: ({ traits: { which } }) => policies[which].criteria,
  options: {
    words: { type: 'number', default: 50, min: 1, max: 1000, about: 'How many words make more than a stub.' },
  },
  check: ({ name, traits: { texts } }, { options: { words: least } }) => {
    if (texts.length === 0) return notApplicable('it is missing: expected-policies-exist looks at that');
    // A stub beside a written document of the same policy leaves no gap.
    const longest = texts.reduce((a, b) => (b.words > a.words ? b : a));
    if (longest.words >= least) return passInForce(texts, longest.at);
    const claims =
      longest.claims > 0 ? `, and claims ${longest.claims} ${longest.claims === 1 ? 'criterion' : 'criteria'}` : '';
    return fail(
      `${name} is a stub: "${longest.title}" has ${longest.words} ${longest.words === 1 ? 'word' : 'words'} of text${claims}.`,
      longest.at,
      { label: 'hardly any text' },
    );
  },
});
