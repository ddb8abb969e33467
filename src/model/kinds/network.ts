import type { Fact } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';
import { recordsKeptDays } from './shared.ts';

export const network = defineKind({
  name: 'network',
  about: 'A private network or a part of one: a VPC, a virtual network, a subnetwork.',
  plural: 'networks',
  inventory: true,
  traits: {
    givesPublicAddresses: trait<Fact<boolean>>('Whether whatever starts in it is given an address of the internet.'),
    defaultGroupEmpty: trait<Fact<boolean>>('Whether what names no security group gets one that admits nothing.'),
    guarded: trait<Fact<boolean>>('Whether a group of network rules stands before all that is in it.'),
    recordsKeptDays,
    flowLogged: trait<Fact<boolean>>('Whether the connections that are made in it are recorded.'),
  },
});
