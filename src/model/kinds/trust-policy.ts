import type { Fact, FactList } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';

/** Pipelines that are let in, by the subject of their token. */
export interface TrustedPipelines {
  /** `owner/name`, with wildcards. */
  repository: string;
  /** What follows: `environment:production`, `ref:refs/heads/main`, `pull_request`, `*`. */
  context: string;
  /** Whether that repository is the scanned one, where it is known which that is. */
  here?: boolean;
}

export const trustPolicy = defineKind({
  name: 'trust-policy',
  about: 'Who may take on an identity: the trust policy of a role, a federated credential, an identity provider.',
  plural: 'trust policies',
  inventory: true,
  traits: {
    trustsEveryone: trait<Fact<boolean>>('Whether any caller of the platform may take it on.'),
    trustsWholeAccounts: trait<Fact<boolean>>(
      'Whether everyone whom another account lets may take it on, without a condition.',
    ),
    trustsForeignPipelines: trait<Fact<boolean>>('Whether a pipeline of a stranger’s repository may take it on.'),
    trustsEveryRepository: trait<Fact<boolean>>('Whether pipelines of more than named repositories may take it on.'),
    trustsEveryRef: trait<Fact<boolean>>('Whether a pipeline may take it on for any branch, tag or pull request.'),
    trustedPipelines: trait<FactList<TrustedPipelines>>('The pipelines that are let in, as the policy names them.'),
    identityName: trait<Fact<string | undefined>>('The name by which a pipeline asks for it, as far as it is written.'),
  },
});
