import { isApplicable, isKnown } from '../../src/model/fact.ts';
import { expect, on, rule, unknown } from '../../src/rule/rule.ts';

export default rule({
  id: 'code-owners-approve',
  title: 'Owners named in CODEOWNERS have to approve',
  severity: 'medium',
  criteria: {
    'CC8.1': 'A change to an owned path can not be merged before one of its owners has approved it.',
    'CC6.3': 'Who may let a change through is decided by who answers for the path.',
  },
  do: 'Switch on the review by code owners in the branch’s protection or ruleset (require_code_owner_review).',
  equivalents: { scorecard: ['requiresCodeOwnersReview'] },
  on: on('code-owners'),
  needs: ['branch-rules'],
  check: ({ name, at, traits: { file, effectiveFile } }, { find }) => {
    if (file !== effectiveFile) return [];
    const rules = find('branch-rules');
    const own = rules.filter(({ traits }) => isKnown(traits.thisRepository, true));
    if (own.length > 0)
      return own.map((branch) =>
        expect(
          branch.traits.codeOwnersApprove,
          (is) => is,
          `${name} names owners, but ${branch.traits.branch} takes changes without their approval.`,
          { item: branch.name, label: 'owners need not approve', related: [{ name, at }] },
        ),
      );
    const open = rules.map(({ traits }) => traits.thisRepository).find((here) => isApplicable(here) && !here.known);
    return unknown(
      open && isApplicable(open) && !open.known
        ? open.reason
        : {
            code: 'not-in-repository',
            subject: 'whether owners have to approve',
            settledBy: 'branch rules kept as code (a ruleset, .github/settings.yml, Terraform)',
          },
      at,
    );
  },
});
