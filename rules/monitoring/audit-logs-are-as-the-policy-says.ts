import { isKnown, notApplicable } from '../../src/model/fact.ts';
import type { Subject } from '../../src/model/subject.ts';
import { expect, on, rule } from '../../src/rule/rule.ts';
import { promised, says, sentence, statementsOn } from '../../src/rule/statements.ts';

export default rule({
  id: 'audit-logs-are-as-the-policy-says',
  title: 'The audit log records what a policy says that it records',
  severity: 'high',
  criteria: {
    'CC7.2': 'What is done in the accounts is on record as the policy promises, in every region that it names.',
    'CC5.3': 'The policy on audit logs is carried out by the settings of the log.',
  },
  do: 'Switch the audit log on, for every region, or change the policy and have it approved.',
  aspects: { running: {}, regions: {} },
  on: on('audit-log'),
  needs: ['policy-document', 'audit-log'],
  check: ({ name, traits: { running, everyRegion } }, { find }) => {
    const all = find('policy-document', statementsOn('audit-logging'));
    const policy = promised(all, 'no policy says that everything is recorded');
    const regions = promised(
      all.filter(({ of }) => of === 'every-region'),
      'no policy says that every region is recorded',
    );
    return {
      running:
        'said' in policy
          ? expect(running, (on) => on, `${name} is switched off, ${says(policy.said)}`, {
              label: 'switched off',
              related: sentence(policy.said),
            })
          : policy,
      // One record of every region is enough: others may be for one region only.
      regions:
        'said' in regions && isKnown(everyRegion, false) && find('audit-log', ofEveryRegion).length > 0
          ? notApplicable('another audit log records every region')
          : 'said' in regions
            ? expect(everyRegion, (on) => on, `${name} records one region, ${says(regions.said)}`, {
                label: 'one region only',
                related: sentence(regions.said),
              })
            : regions,
    };
  },
});

const ofEveryRegion = ({ traits: { running, everyRegion } }: Subject<'audit-log'>) =>
  isKnown(everyRegion, true) && !isKnown(running, false) ? [true] : [];
