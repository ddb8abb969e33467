import type { Fact } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';

export const threatDetection = defineKind({
  name: 'threat-detection',
  about: 'A service that watches an account for signs of attack: GuardDuty, a Defender plan.',
  plural: 'threat detectors',
  inventory: true,
  traits: {
    watchesNewAccounts: trait<Fact<boolean>>('Whether accounts that join the organization are watched by themselves.'),
    leavesSignsOut: trait<Fact<boolean>>('Whether signs of attack that it knows are left out of what it looks for.'),
    watching: trait<Fact<boolean>>('Whether it is switched on.'),
  },
});
