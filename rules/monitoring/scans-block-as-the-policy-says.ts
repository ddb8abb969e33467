import { isApplicable, isKnown, notApplicable } from '../../src/model/fact.ts';
import { fail, on, pass, rule, unknown, type Check, type Outcome } from '../../src/rule/rule.ts';
import { waitsForScanners } from '../../src/rule/scanner-results.ts';
import { promised, says, sentence, statementsOn } from '../../src/rule/statements.ts';

export default rule({
  id: 'scans-block-as-the-policy-says',
  title: 'Scans hold up a change where a policy promises it',
  severity: 'high',
  criteria: {
    'CC7.1':
      'A weakness that a scanner finds stops the change, as the policy says, because the pipeline and the branch see to it.',
    'CC8.1': 'Changes pass the scans that the policy makes a condition of merging.',
    'CC5.3': 'What the policy says of scans is carried out by the pipeline.',
  },
  do: 'Let the scanner fail its job and require that job on the branch, or change the policy and have it approved.',
  aspects: { failing: {}, required: {} },
  on: on('workflow-job', 'branch-rules'),
  needs: ['policy-document', 'workflow-job'],
  check: (subject, { find }) => {
    const { name, at, traits } = subject;
    const policy = promised(
      find('policy-document', statementsOn('blocking-scans')),
      'no policy says that scans hold up a change',
    );
    if (!('said' in policy)) return { failing: policy, required: policy };
    const related = sentence(policy.said);
    if ('scanners' in traits) {
      const failing = traits.scanners.map(({ tool, muted, at: here }, index): Outcome => {
        const item = `${tool}${index > 0 ? ` (${index + 1})` : ''}`;
        if (!muted) return pass(here, item);
        const message = `Nothing that ${tool} finds can fail ${name} (${muted.how}), ${says(policy.said)}`;
        return fail(message, muted.at, { item, label: 'holds up nothing', related });
      });
      return { failing, required: [] };
    }
    const { branch, thisRepository: here } = traits;
    const required = (): Check => {
      if (isKnown(here, false)) return notApplicable('they govern another repository');
      if (isApplicable(here) && !here.known) return unknown(here.reason, at);
      return waitsForScanners(
        { ...subject, kind: 'branch-rules', traits },
        find('workflow-job'),
        (job, tool) => `${branch} takes changes in whatever ${job.name} finds (${tool}), ${says(policy.said)}`,
        related,
      );
    };
    return { failing: [], required: required() };
  },
});
