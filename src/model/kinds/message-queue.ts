import { defineKind } from '../kind.ts';
import {
  activityLogged,
  encryptedAtRest,
  encryptedWithOwnKey,
  grantsEveryAction,
  minimumTlsVersion,
  publicByPolicy,
  publiclyReachable,
  requiresTls,
  secretInCode,
  sharedKeysAccepted,
} from './shared.ts';

export const messageQueue = defineKind({
  name: 'message-queue',
  about: 'What hands messages on: a queue, a topic, a stream, a broker.',
  plural: 'message queues',
  inventory: true,
  traits: {
    activityLogged,
    grantsEveryAction,
    encryptedAtRest,
    encryptedWithOwnKey,
    publicByPolicy,
    publiclyReachable,
    sharedKeysAccepted,
    secretInCode,
    requiresTls,
    minimumTlsVersion,
  },
});
