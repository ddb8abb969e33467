import type { Fact } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';
import { encryptedWithOwnKey, publiclyReachable, secretInCode, supportedUntil } from './shared.ts';
export const serverlessFunction = defineKind({
  name: 'serverless-function',
  about: 'Code that the platform runs when something happens: a Lambda function, a Cloud Function.',
  plural: 'functions',
  inventory: true,
  traits: {
    codeSigned: trait<Fact<boolean>>('Whether only code with a signature of a known publisher is taken.'),
    failuresKept: trait<Fact<boolean>>('Whether events that it could not work off are kept somewhere.'),
    runsLimited: trait<Fact<boolean>>('Whether it is stated how many of it may run at once.'),
    insideNetwork: trait<Fact<boolean>>('Whether it runs inside of a network of one’s own.'),
    supportedUntil,
    encryptedWithOwnKey,
    secretInCode,
    publiclyReachable,
  },
});
