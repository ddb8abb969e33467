import type { Fact } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';

export const passwordPolicy = defineKind({
  name: 'password-policy',
  about: 'What passwords of an account’s users have to be like.',
  plural: 'password policies',
  inventory: true,
  traits: {
    minimumLength: trait<Fact<number>>('The fewest characters that a password may have.'),
    asksForLowerCase: trait<Fact<boolean>>('Whether a password needs a small letter.'),
    asksForUpperCase: trait<Fact<boolean>>('Whether a password needs a capital letter.'),
    asksForDigits: trait<Fact<boolean>>('Whether a password needs a digit.'),
    asksForSymbols: trait<Fact<boolean>>('Whether a password needs a character that is no letter and no digit.'),
    validDays: trait<Fact<number>>('After how many days a password has to be changed; 0: never.'),
    remembered: trait<Fact<number>>('How many former passwords may not be used again.'),
  },
});
