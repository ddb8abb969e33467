import type { Fact } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';

export const clusterControlPlane = defineKind({
  name: 'cluster-control-plane',
  about: 'The interface of a cluster that is run by oneself.',
  plural: 'control planes of one’s own',
  inventory: true,
  traits: {
    anonymousAllowed: trait<Fact<boolean>>('Whether it answers requests of people that nobody knows.'),
    requestsRecorded: trait<Fact<boolean>>('Whether it writes down who asked for what.'),
    storeEncrypted: trait<Fact<boolean>>('Whether secrets are encrypted before they are stored.'),
  },
});
