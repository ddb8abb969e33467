import type { Fact } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';

export const configurationRecord = defineKind({
  name: 'configuration-record',
  about: 'A service that records how resources are set up, and each change of that.',
  plural: 'records of configuration',
  inventory: true,
  traits: {
    started: trait<Fact<boolean>>('Whether it records.'),
    everyType: trait<Fact<boolean>>('Whether it records resources of every type.'),
  },
});
