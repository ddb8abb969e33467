import type { Fact } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';

export const configurationRecord = defineKind({
  name: 'configuration-record',
  about: 'A service that records how resources are set up, and each change of that.',
  plural: 'records of configuration',
  inventory: true,
  traits: {
    started: trait<Fact<boolean>>('Whether it records.'),
    globalTypes: trait<Fact<boolean>>('Whether it records what belongs to no region: users, roles, policies.'),
    collectsEveryRegion: trait<Fact<boolean>>('Whether it collects the records of every region.'),
    everyType: trait<Fact<boolean>>('Whether it records resources of every type.'),
  },
});
