import { anyOf, known, type Fact } from '../../model/fact.ts';
import type { Reader } from '../read.ts';

/** Whether anyone has to approve: reviewers by id in lists (Terraform), or a list of reviewers (settings files). */
export function reviewers(own: Reader, ...lists: readonly string[]): Fact<boolean> {
  const blocks = own.blocks('reviewers');
  if (lists.length === 0 || blocks.items.length === 0) return own.has('reviewers');
  const named = blocks.items.flatMap((block) => lists.map((name) => block.has(name)));
  return named.length > 0 ? anyOf(...(named as [Fact<boolean>, ...Fact<boolean>[]])) : known(false, own.at);
}

/** Whether protected branches, or chosen ones, are the only ones that may deploy. */
export const branchLimit = (own: Reader, source: string): Fact<boolean> =>
  anyOf(
    own.bool('deployment_branch_policy.protected_branches', { value: false, source }),
    own.bool('deployment_branch_policy.custom_branch_policies', { value: false, source }),
    own.has('deployment_branch_policy.custom_branches'),
  );
