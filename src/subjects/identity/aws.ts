import { mapFact, known, notApplicable } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';
import { traitsOfPart } from '../traits-of-part.ts';
import { holds, isOwned } from './holds.ts';

const users = mapping({
  kind: 'identity',
  dialect: 'terraform',
  types: ['aws_iam_user'],
  map: (user) => {
    const keys = holds(user, 'aws_iam_access_key', 'user', ['name']);
    const profile = holds(user, 'aws_iam_user_login_profile', 'user', ['name']);
    return {
      kind: 'identity',
      provider: 'aws',
      ...subjectOf(user, [...keys.parts, ...profile.parts]),
      traits: {
        keptInAccount: known(true, user.at),
        isRootKey: notApplicable('it is a user of its own'),
        hasLastingKey: keys.fact,
        hasOwnPassword: profile.fact,
      },
    };
  },
});

/** Somebody in the directory of the identity center, who signs in there for every account. */
const people = mapping({
  kind: 'identity',
  dialect: 'terraform',
  types: ['aws_identitystore_user'],
  map: (user) => ({
    kind: 'identity',
    provider: 'aws',
    ...subjectOf(user),
    traits: traitsOfPart('identity', 'the directory decides how one signs in', {
      keptInAccount: known(false, user.at),
    }),
  }),
});

/** Keys and profiles of users that are not in this program. */
const loose = mapping({
  kind: 'identity',
  dialect: 'terraform',
  types: ['aws_iam_access_key', 'aws_iam_user_login_profile'],
  map: (part) => {
    if (isOwned(part, 'user')) return undefined;
    const isKey = part.type === 'aws_iam_access_key';
    return {
      kind: 'identity',
      provider: 'aws',
      ...subjectOf(part),
      traits: {
        keptInAccount: notApplicable('its user is kept elsewhere'),
        isRootKey: isKey
          ? mapFact(reader(part).optionalString('user'), (user) => user === 'root')
          : notApplicable('it is a password'),
        hasLastingKey: isKey ? known(true, part.at) : notApplicable('it is a password'),
        hasOwnPassword: isKey ? notApplicable('it is a key') : known(true, part.at),
      },
    };
  },
});

export default [users, people, loose];
