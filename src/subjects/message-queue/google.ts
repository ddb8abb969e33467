import { byDefault, notApplicable } from '../../model/fact.ts';
import { grantTypes, grantsOf, openGrant } from '../google-grants.ts';
import { hasOwner, subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';
import { isNamed } from '../stated.ts';
import { traitsOfPart } from '../traits-of-part.ts';

const api = notApplicable('it is reached through the cloud’s API, which checks every caller');

const topic = mapping({
  kind: 'message-queue',
  dialect: 'terraform',
  types: ['google_pubsub_topic'],
  map: (resource) => {
    const { grants, open } = grantsOf(resource, 'topic', ['name', 'id']);
    return {
      kind: 'message-queue',
      provider: 'google',
      ...subjectOf(resource, grants),
      traits: {
        activityLogged: notApplicable('what it logs is set apart from it'),
        grantsEveryAction: notApplicable('it is granted by roles'),
        encryptedAtRest: byDefault(true, resource.at, 'https://cloud.google.com/pubsub/docs/encryption'),
        encryptedWithOwnKey: isNamed(reader(resource), 'kms_key_name'),
        publicByPolicy: open,
        publiclyReachable: api,
        sharedKeysAccepted: notApplicable('every request is signed by an identity'),
        secretInCode: notApplicable('it has no password'),
        requiresTls: api,
        minimumTlsVersion: notApplicable('the service decides the TLS version'),
      },
    };
  },
});

const looseGrants = mapping({
  kind: 'message-queue',
  dialect: 'terraform',
  types: grantTypes('google_pubsub_topic'),
  map: (grant) =>
    hasOwner(grant, ['google_pubsub_topic'], 'topic', ['name'])
      ? undefined
      : {
          kind: 'message-queue',
          provider: 'google',
          ...subjectOf(grant),
          traits: traitsOfPart('message-queue', 'it is a grant on something that is kept elsewhere', {
            publicByPolicy: openGrant(grant),
          }),
        },
});

export default [topic, looseGrants];
