import type { Fact } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';

export const firewall = defineKind({
  name: 'firewall',
  about: 'What looks at requests or packets and lets them in or not: a web ACL, a network firewall.',
  plural: 'firewalls',
  inventory: true,
  traits: {
    decisionsLogged: trait<Fact<boolean>>('Whether what it lets in and turns away is recorded.'),
  },
});
