import type { Fact } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';

export const apiEntry = defineKind({
  name: 'api-entry',
  about: 'What can be called from outside: a method or route of an API, the address of a function.',
  plural: 'methods, routes and addresses of functions',
  inventory: true,
  traits: {
    asksWhoCalls: trait<Fact<boolean>>('Whether the platform lets only callers in that show who they are.'),
  },
});
