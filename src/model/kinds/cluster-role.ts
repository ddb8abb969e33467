import type { Fact } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';
import { inDefaultNamespace } from './shared.ts';

/** Rights in a cluster that lead to all others, or to what is kept secret. */
export interface Powers {
  /** Everything of a sort: any verb, any resource or any group of them. */
  everything: Fact<boolean>;
  /** To give out roles that one doesn’t have. */
  bind: Fact<boolean>;
  /** To write into a role what one may not do oneself. */
  escalate: Fact<boolean>;
  /** To act as somebody else. */
  impersonate: Fact<boolean>;
  /** To run commands in containers, or to reach the machines they run on. */
  exec: Fact<boolean>;
  /** To read all secrets, not only some by name. */
  secrets: Fact<boolean>;
  /** To change what judges every change. */
  admission: Fact<boolean>;
  /** To say where requests to a service go, and so to take those of others. */
  redirect: Fact<boolean>;
  /** To approve certificates, by which one can be anybody. */
  certificates: Fact<boolean>;
}

export const clusterRole = defineKind({
  name: 'cluster-role',
  about: 'A set of rights in a cluster that can be given to people and workloads.',
  plural: 'roles in clusters',
  inventory: false,
  traits: {
    powers: trait<Powers>('Which of the far-reaching rights it has.'),
    inDefaultNamespace,
  },
});
