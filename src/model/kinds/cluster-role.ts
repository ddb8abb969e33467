import { defineKind, trait } from '../kind.ts';
import type { Fact } from '../fact.ts';

export const clusterRole = defineKind({
  name: 'cluster-role',
  about: 'What may be done in a cluster: a list of verbs and resources that can be granted.',
  plural: 'roles of a cluster',
  inventory: false,
  traits: {
    wildcard: trait<Fact<boolean>>('Whether it allows every verb, every resource or every group of the interface.'),
    bindsRoles: trait<Fact<boolean>>('Whether who has it can bind roles, beyond what they may do themselves.'),
    escalatesRoles: trait<Fact<boolean>>('Whether who has it can write roles with more rights than they have.'),
    changesAdmission: trait<Fact<boolean>>('Whether who has it can change what is asked before objects are accepted.'),
    approvesCertificates: trait<Fact<boolean>>(
      'Whether who has it can approve requests for certificates of the cluster.',
    ),
  },
});
