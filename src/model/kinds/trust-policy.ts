import type { Fact } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';

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
  },
});
