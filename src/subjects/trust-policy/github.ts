import type { TrustedPipelines } from '../../model/kinds/trust-policy.ts';

/** The issuer of the tokens that GitHub Actions gives to a run. */
export const githubIssuer = 'token.actions.githubusercontent.com';

/** How far a pattern of the token's subject narrows: https://docs.github.com/en/actions/reference/security/oidc */
export type Reach = 'anyone' | 'owner' | 'repository' | 'ref';

// Parts of a customised subject that belong to one owner; others (`ref`, `workflow`, `environment`) anybody can have.
const ofOwner =
  /^(?:repository|job_workflow_ref|repo):[^/*?:]+\/|^(?:repository_owner|repository_owner_id|enterprise|enterprise_id|repository_id):[^*?:]+/;

/** `wildcards`: whether `*` and `?` stand for others, as they do in AWS' StringLike. */
export function reachOf(subject: string, wildcards: boolean): Reach {
  if (!ofOwner.test(subject)) return 'anyone';
  if (!subject.startsWith('repo:')) return wildcards && /^repository_owner|^enterprise/.test(subject) ? 'owner' : 'ref';
  const rest = subject.slice(subject.indexOf('/') + 1);
  const colon = rest.indexOf(':');
  const repository = colon < 0 ? rest : rest.slice(0, colon);
  const context = colon < 0 ? '' : rest.slice(colon + 1);
  if (wildcards && /[*?]/.test(repository)) return 'owner';
  // Pull requests run with code that nobody has merged.
  if (context === 'pull_request' || (wildcards && /^\*+$/.test(context))) return 'repository';
  return 'ref';
}

/** `repo:acme/shop:environment:production` in its parts; undefined for a subject that names no repository. */
export function pipelinesIn(
  subject: string,
  here: { owner: string; name: string } | undefined,
): TrustedPipelines | undefined {
  const [, repository, context] = /^repo:([^:]+)(?::(.*))?$/.exec(subject) ?? [];
  if (repository === undefined) return undefined;
  const own = here && repository.toLowerCase() === `${here.owner}/${here.name}`.toLowerCase();
  return { repository, context: context ?? '*', ...(own !== undefined && { here: own }) };
}

const order: readonly Reach[] = ['anyone', 'owner', 'repository', 'ref'];
/** Whether a reach lets in at least as many as another. */
export const atLeast = (reach: Reach, other: Reach): boolean => order.indexOf(reach) <= order.indexOf(other);
