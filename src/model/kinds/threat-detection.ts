import type { Fact } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';

export const threatDetection = defineKind({
  name: 'threat-detection',
  about: 'A service that watches an account for signs of attack: GuardDuty, a Defender plan.',
  plural: 'threat detectors',
  inventory: true,
  traits: {
    watchesNewAccounts: trait<Fact<boolean>>('Whether accounts that join the organization are watched by themselves.'),
    watching: trait<Fact<boolean>>('Whether it is switched on.'),
  },
});
