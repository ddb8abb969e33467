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
  needs: ['policy-document'],
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
      regions:
        'said' in regions
          ? expect(everyRegion, (on) => on, `${name} records one region, ${says(regions.said)}`, {
              label: 'one region only',
              related: sentence(regions.said),
            })
          : regions,
    };
  },
});
