import { anyOf, known, notApplicable } from '../../model/fact.ts';
import { grantsOf } from '../google-grants.ts';
import { linked, subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';
import { isNamed, isWritten, some } from '../stated.ts';

export default mapping({
  kind: 'secret-store',
  dialect: 'terraform',
  types: ['google_secret_manager_secret'],
  map: (secret) => {
    const own = reader(secret);
    const versions = linked(secret, ['google_secret_manager_secret_version'], 'secret', ['secret_id', 'id']).parts;
    const { grants, open } = grantsOf(secret, 'secret_id', ['secret_id']);
    const replicas = own.blocks('replication.user_managed.replicas').items;
    return {
      kind: 'secret-store',
      provider: 'google',
      ...subjectOf(secret, [...versions, ...grants]),
      traits: {
        encryptedWithOwnKey: anyOf(
          isNamed(own, 'replication.auto.customer_managed_encryption.kms_key_name'),
          ...replicas.map((replica) => isNamed(replica, 'customer_managed_encryption.kms_key_name')),
        ),
        secretInCode: some(
          versions.map((version) => isWritten(reader(version), 'secret_data', 'secret_data_wo')),
          known(false, secret.at),
        ),
        openNetwork: notApplicable('it is reached through the cloud’s API, which checks every caller'),
        publicByPolicy: open,
        deletionProtected: notApplicable('the service destroys secrets at once, unless versions are given a delay'),
        accessLogged: notApplicable('the audit log of the account records its requests'),
        expires: notApplicable('it is replaced, and not let expire'),
        rotatedEveryDays: notApplicable('the service sends notices when it is time, and replaces nothing'),
        rotated: notApplicable('the service sends notices when it is time, and replaces nothing'),
      },
    };
  },
});
