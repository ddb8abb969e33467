import { known, notApplicable } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { holds, isOwned } from './holds.ts';

const noOwnUsers = notApplicable('people are kept in a directory');
const noRoot = notApplicable('there is no user who may do everything by birth');

const noPassword = notApplicable('a service account has no password');

const accounts = mapping({
  kind: 'identity',
  dialect: 'terraform',
  types: ['google_service_account'],
  map: (account) => {
    const keys = holds(account, 'google_service_account_key', 'service_account_id', ['account_id']);
    return {
      kind: 'identity',
      provider: 'google',
      ...subjectOf(account, keys.parts),
      traits: { keptInAccount: noOwnUsers, isRootKey: noRoot, hasLastingKey: keys.fact, hasOwnPassword: noPassword },
    };
  },
});

const loose = mapping({
  kind: 'identity',
  dialect: 'terraform',
  types: ['google_service_account_key'],
  map: (key) =>
    isOwned(key, 'service_account_id')
      ? undefined
      : {
          kind: 'identity',
          provider: 'google',
          ...subjectOf(key),
          traits: {
            keptInAccount: noOwnUsers,
            isRootKey: noRoot,
            hasLastingKey: known(true, key.at),
            hasOwnPassword: noPassword,
          },
        },
});

export default [accounts, loose];
