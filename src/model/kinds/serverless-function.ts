import type { Fact } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';
import { encryptedWithOwnKey, publiclyReachable, secretInCode } from './shared.ts';
export const serverlessFunction = defineKind({
  name: 'serverless-function',
  about: 'Code that the platform runs when something happens: a Lambda function, a Cloud Function.',
  plural: 'functions',
  inventory: true,
  traits: {
    codeSigned: trait<Fact<boolean>>('Whether only code with a signature of a known publisher is taken.'),
    supportedUntil: trait<Fact<{ day: string; final: boolean }>>(
      'The day, as YYYY-MM-DD, after which its runtime gets no more security fixes; whether that day is final or only announced.',
    ),
    encryptedWithOwnKey,
    secretInCode,
    publiclyReachable,
  },
});
