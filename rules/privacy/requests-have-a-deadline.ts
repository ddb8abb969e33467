import { notApplicable } from '../../src/model/fact.ts';
import { passInForce } from '../../src/rule/policies.ts';
import { fail, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'requests-have-a-deadline',
  title: 'The privacy policy says how soon a request about personal data is answered',
  severity: 'low',
  criteria: {
    'P5.1': 'People get to see their data in a time that is promised to them.',
    'P5.2': 'A correction that is asked for is made in a time that is promised.',
  },
  do: 'State a period, like "We answer requests within 30 days".',
  shows: 'document',
  on: on('policy'),
  check: ({ at, traits: { which, texts, statements } }) => {
    if (which !== 'privacy') return notApplicable('it is about something else');
    if (texts.every(({ words }) => words < 50))
      return notApplicable('there is no text: expected-policies-exist and policies-are-written look at that');
    const deadline = statements.find(({ topic }) => topic === 'request-deadline');
    return deadline
      ? passInForce(texts, deadline.at)
      : fail(`${texts[0]!.title} doesn't say how soon requests are answered.`, at, { label: 'no deadline' });
  },
});
