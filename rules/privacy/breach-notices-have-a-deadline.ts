import { notApplicable } from '../../src/model/fact.ts';
import { passInForce } from '../../src/rule/policies.ts';
import { fail, on, rule } from '../../src/rule/rule.ts';
import { statementsOf } from '../../src/rule/statements.ts';

export default rule({
  id: 'breach-notices-have-a-deadline',
  title: 'The incident response plan says how soon people and authorities are told',
  severity: 'medium',
  criteria: {
    'P6.6': 'Notice of a breach comes in time where the plan says by when it has to go out.',
    'CC7.4': 'Telling those concerned is part of the response, with a time of its own.',
    'CC2.3': 'Outsiders are told of what concerns them, and how soon is laid down.',
  },
  do: 'State a period, like "Customers concerned are told within 72 hours".',
  shows: 'document',
  on: on('policy'),
  needs: ['policy-document'],
  check: ({ at, traits: { which, texts, statements } }, { find }) => {
    if (which !== 'incident-response') return notApplicable('it is about something else');
    if (texts.every(({ words }) => words < 50))
      return notApplicable('there is no text: expected-policies-exist and policies-are-written look at that');
    // A plan for breaches, or the privacy policy, may say it in its place.
    const elsewhere = find('policy-document', statementsOf);
    const notice = [...statements, ...elsewhere].find(({ topic }) => topic.endsWith('-notice'));
    return notice
      ? passInForce(texts, notice.at)
      : fail(`${texts[0]!.title} doesn't say how soon customers or authorities are told of an incident.`, at, {
          label: 'no deadline for a notice',
        });
  },
});
