import { notApplicable, type Fact, type NotApplicable } from '../../src/model/fact.ts';
import type { Statement } from '../../src/model/kinds/policy-document.ts';
import { expect, on, rule, unknown, type Check } from '../../src/rule/rule.ts';
import { statementsOn } from '../../src/rule/statements.ts';

export default rule({
  id: 'recovery-is-as-the-policy-says',
  title: 'Databases can be recovered as fast and as far as the continuity policy promises',
  severity: 'medium',
  criteria: {
    'A1.2': 'The settings of the databases make the promised targets of recovery possible.',
    'CC5.3': 'What the policy on continuity lays down is carried out by the settings of the databases.',
  },
  do: 'Switch on recovery to any point in time, and a standby in another zone, or promise what backups can keep.',
  aspects: { time: {}, point: {} },
  on: on('database'),
  needs: ['policy-document'],
  check: ({ name, traits: { pointInTimeRecovery, spreadOverZones } }, { find }) => {
    return {
      // Backups that are made once a day lose up to a day.
      point: held(
        find('policy-document', statementsOn('recovery-point')),
        24,
        pointInTimeRecovery,
        (said) => `${name} can't go back to any point in time, and ${said.document} says: "${said.quote}"`,
      ),
      // Restoring a backup after a zone has failed takes longer than an hour as a rule.
      time: held(
        find('policy-document', statementsOn('recovery-time')),
        2,
        spreadOverZones,
        (said) => `${name} stands in one zone, and ${said.document} says: "${said.quote}"`,
      ),
    };
  },
});

/** Where the strictest target is shorter than what backups alone can keep, the setting has to be on. */
function held(
  said: readonly Statement[],
  hours: number,
  setting: Fact<boolean> | NotApplicable,
  message: (said: Statement) => string,
): Check {
  const [first] = said;
  if (!first) return notApplicable('no policy states this target');
  const open = said.find(({ value }) => !value.known);
  if (open && !open.value.known) return unknown(open.value.reason, open.value.at);
  const strictest = said.reduce((a, b) => (valueOf(b) < valueOf(a) ? b : a), first);
  if (valueOf(strictest) >= hours) return notApplicable('the target leaves time to restore a backup');
  return expect(setting, (on) => on, message(strictest), {
    label: 'can’t keep the target',
    related: [{ name: strictest.document, at: strictest.at }],
  });
}

const valueOf = ({ value }: Statement): number => (value.known ? value.value : Infinity);
