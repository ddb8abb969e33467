import { notApplicable, type Fact, type NotApplicable } from '../../src/model/fact.ts';
import type { Statement } from '../../src/model/kinds/policy-document.ts';
import { expect, on, rule, type Check } from '../../src/rule/rule.ts';
import { says, sentence, statementsOn, strictest } from '../../src/rule/statements.ts';

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
        `${name} can't go back to any point in time`,
      ),
      // Restoring a backup after a zone has failed takes longer than an hour as a rule.
      time: held(
        find('policy-document', statementsOn('recovery-time')),
        2,
        spreadOverZones,
        `${name} stands in one zone`,
      ),
    };
  },
});

/** Where the strictest target is shorter than what backups alone can keep, the setting has to be on. */
function held(
  statements: readonly Statement[],
  hours: number,
  setting: Fact<boolean> | NotApplicable,
  message: string,
): Check {
  const target = strictest(statements, 'no policy states this target');
  if (!('said' in target)) return target;
  if (target.value >= hours) return notApplicable('the target leaves time to restore a backup');
  return expect(setting, (on) => on, `${message}, ${says(target.said)}`, {
    label: 'can’t keep the target',
    related: sentence(target.said),
  });
}
