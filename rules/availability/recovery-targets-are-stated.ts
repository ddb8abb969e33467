import { notApplicable } from '../../src/model/fact.ts';
import type { Statement, Topic } from '../../src/model/kinds/policy-document.ts';
import type { PolicyText } from '../../src/model/kinds/policy.ts';
import type { Place } from '../../src/model/place.ts';
import { passInForce } from '../../src/rule/policies.ts';
import { fail, on, rule, type Check } from '../../src/rule/rule.ts';
import { statementsOf } from '../../src/rule/statements.ts';

export default rule({
  id: 'recovery-targets-are-stated',
  title: 'The continuity plan says how fast and to which moment systems are restored',
  severity: 'medium',
  criteria: {
    'A1.2': 'Recovery can be provided for only once it is said how much may be lost and for how long.',
    'A1.3': 'A test of recovery passes or fails against a figure.',
    'CC9.1': 'How long the business can do without its systems is decided before it has to.',
  },
  do: 'State both as figures: "RTO: 4 hours", "RPO: 1 hour", for each critical system if they differ.',
  shows: 'document',
  aspects: { time: {}, point: {} },
  on: on('policy'),
  needs: ['policy-document'],
  check: ({ name, at, traits: { which, texts, statements } }, { find }) => {
    if (which !== 'continuity') return both(notApplicable('it is about something else'));
    if (texts.every(({ words }) => words < 50))
      return both(notApplicable('there is no text: expected-policies-exist and policies-are-written look at that'));
    const called = texts.length === 1 ? texts[0]!.title : name;
    const all = [...statements, ...find('policy-document', statementsOf)];
    return {
      time: stated(
        texts,
        all,
        'recovery-time',
        `${called} states no recovery time objective (RTO) in hours or days.`,
        at,
      ),
      point: stated(
        texts,
        all,
        'recovery-point',
        `${called} states no recovery point objective (RPO) in hours or days.`,
        at,
      ),
    };
  },
});

const both = (check: Check) => ({ time: check, point: check });

function stated(
  texts: readonly PolicyText[],
  statements: readonly Statement[],
  topic: Topic,
  message: string,
  at: Place,
): Check {
  const found = statements.find((statement) => statement.topic === topic);
  return found ? passInForce(texts, found.at) : fail(message, at, { label: 'no figure' });
}
