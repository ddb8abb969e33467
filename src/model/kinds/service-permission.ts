import type { Fact } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';

export const servicePermission = defineKind({
  name: 'service-permission',
  about: 'That a service of the platform may call something on somebody’s behalf.',
  plural: 'permissions of services',
  inventory: true,
  traits: {
    boundToSource: trait<Fact<boolean>>('Whether it says on behalf of which resource or account the service may call.'),
  },
});
