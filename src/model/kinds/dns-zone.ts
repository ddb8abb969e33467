import type { Fact } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';

export const dnsZone = defineKind({
  name: 'dns-zone',
  about: 'The names of a domain, and what they lead to.',
  plural: 'zones of names',
  inventory: true,
  traits: {
    queriesLogged: trait<Fact<boolean>>('Whether it is recorded who asks for which name.'),
    soundSignatures: trait<Fact<boolean>>('Whether signatures use no hash that can be forged.'),
    answersSigned: trait<Fact<boolean>>('Whether answers are signed, so that they can’t be forged.'),
  },
});
