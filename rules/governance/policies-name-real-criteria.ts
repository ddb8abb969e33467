import { isCriterionId } from '../../src/criteria/catalogue.ts';
import { nearestCriteria } from '../../src/criteria/nearest.ts';
import { fail, on, pass, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'policies-name-real-criteria',
  title: 'Policies name only criteria that exist',
  severity: 'low',
  criteria: {
    'CC5.3': 'Ids that exist show that a policy was held against the criteria it is meant for.',
  },
  do: 'Write the id of the criterion that is meant; P1.0 to P8.0 are headings, not criteria.',
  shows: 'document',
  on: on('policy-document'),
  check: ({ name, traits: { criteriaNamed } }) =>
    criteriaNamed.map(({ text, at }) => {
      if (isCriterionId(text)) return pass(at, text);
      const near = nearestCriteria(text);
      const meant = near.length > 0 ? ` The nearest that does: ${near.join(' or ')}.` : '';
      return fail(`${name} names ${text}, which is no criterion.${meant}`, at, {
        item: text,
        label: 'no such criterion',
      });
    }),
});
