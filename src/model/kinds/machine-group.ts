import type { Fact } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';
import { spreadOverZones } from './shared.ts';

export const machineGroup = defineKind({
  name: 'machine-group',
  about: 'Machines that are started and replaced as a group: an Auto Scaling group.',
  plural: 'groups of machines',
  inventory: true,
  traits: {
    replacesUnhealthy: trait<Fact<boolean>>(
      'Whether a machine is replaced that still runs and no longer answers the load balancer.',
    ),
    spreadOverZones,
  },
});
