import { notApplicable } from '../../src/model/fact.ts';
import { passInForce } from '../../src/rule/policies.ts';
import { fail, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'retention-periods-are-stated',
  title: 'The retention policy says how long data is kept',
  severity: 'medium',
  criteria: {
    'P4.2': 'Personal data can be kept for as long as needed only where somebody has said how long that is.',
    'C1.2': 'A period that is written down says when confidential data is due to be destroyed.',
  },
  do: 'Add a schedule: what is kept, for how long, and what happens then.',
  shows: 'document',
  on: on('policy'),
  check: ({ name, at, traits: { which, texts, statements } }) => {
    if (which !== 'retention') return notApplicable('it is about something else');
    if (texts.every(({ words }) => words < 50))
      return notApplicable('there is no text: expected-policies-exist and policies-are-written look at that');
    const period = statements.find(({ topic }) => topic === 'retention-period');
    return period
      ? passInForce(texts, period.at)
      : fail(`${texts[0]?.title ?? name} states no period: neither days, months nor years.`, at, {
          label: 'no period',
        });
  },
});
