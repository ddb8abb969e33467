import type { FactList } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';
import type { OpenPorts } from './network-rule.ts';

export const networkAcl = defineKind({
  name: 'network-acl',
  about: 'What may pass the border of a subnet before any group of a machine is asked: a network ACL.',
  plural: 'network ACLs',
  inventory: true,
  traits: {
    admitsFromInternet: trait<FactList<OpenPorts>>(
      'The ports that it lets any address of the internet through to, before anything behind it decides.',
    ),
  },
});
