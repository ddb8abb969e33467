import type { DutyId } from '../../criteria/duties.ts';
import { defineKind, trait } from '../kind.ts';

export const duty = defineKind({
  name: 'duty',
  about: 'One thing that the policies on privacy and on processing have to say.',
  plural: 'duties',
  inventory: false,
  traits: {
    duty: trait<DutyId>('Which one.'),
    saidIn: trait<string | undefined>('The title of the first policy that says it.'),
    owedBy: trait<string>('The title of the policy that has to say it.'),
  },
});
