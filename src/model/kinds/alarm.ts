import type { Fact } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';

export const alarm = defineKind({
  name: 'alarm',
  about: 'A condition that is watched, and what happens when it comes true.',
  plural: 'alarms',
  inventory: true,
  traits: {
    reachesSomeone: trait<Fact<boolean>>('Whether something is told or done when it goes off.'),
  },
});
