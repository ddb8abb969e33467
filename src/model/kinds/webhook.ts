import { defineKind, trait } from '../kind.ts';
import type { Fact } from '../fact.ts';

export const webhook = defineKind({
  name: 'webhook',
  about: 'A call that a forge makes to another system when something happens in a repository.',
  plural: 'webhooks',
  inventory: false,
  traits: {
    url: trait<Fact<string>>('Where it goes.'),
    certificateChecked: trait<Fact<boolean>>("Whether the receiver's certificate is checked."),
    signed: trait<Fact<boolean>>('Whether a shared secret lets the receiver know who called.'),
  },
});
