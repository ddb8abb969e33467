import { byDefault, known, mapFact, notApplicable, type Fact, type NotApplicable } from '../../model/fact.ts';
import { grantTypes, grantsOf, openGrant } from '../google-grants.ts';
import { hasOwner, subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Reader } from '../read.ts';
import { traitsOfPart } from '../traits-of-part.ts';

const page = 'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/kms_crypto_key';

const key = mapping({
  kind: 'encryption-key',
  dialect: 'terraform',
  types: ['google_kms_crypto_key'],
  map: (resource) => {
    const own = reader(resource);
    const { grants, open } = grantsOf(resource, 'crypto_key_id', ['id', 'name']);
    return {
      kind: 'encryption-key',
      provider: 'google',
      ...subjectOf(resource, grants),
      traits: {
        expires: notApplicable('it works until somebody switches it off'),
        usable: notApplicable('each of its versions is switched on or off by itself'),
        policyStated: notApplicable('bindings say who may use it'),
        publicByPolicy: open,
        rotationDays: rotation(own),
        // Destroying the resource destroys all versions of the key, and the provider can't bring them back.
        destroyPrevented: own.bool('lifecycle.prevent_destroy', {
          value: false,
          source: 'https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle#prevent_destroy',
        }),
        daysUntilDestroyed: own.value('destroy_scheduled_duration')
          ? inDays(own, 'destroy_scheduled_duration')
          : byDefault(30, resource.at, 'https://cloud.google.com/kms/docs/destroy-restore'),
      },
    };
  },
});

function rotation(own: Reader): Fact<number> | NotApplicable {
  const purpose = own.string('purpose', { value: 'ENCRYPT_DECRYPT', source: page });
  if (purpose.known && purpose.value !== 'ENCRYPT_DECRYPT')
    return notApplicable('only symmetric keys can be replaced by the service');
  return own.value('rotation_period') ? inDays(own, 'rotation_period') : known(0, own.at);
}

/** `7776000s`: seconds, with or without fractions. */
const inDays = (own: Reader, path: string): Fact<number> =>
  mapFact(own.optionalString(path), (text) => Math.floor((Number.parseFloat(text ?? '') || 0) / 86400));

const ring = mapping({
  kind: 'encryption-key',
  dialect: 'terraform',
  types: ['google_kms_key_ring'],
  map: (resource) => {
    const { grants, open } = grantsOf(resource, 'key_ring_id', ['id', 'name']);
    return {
      kind: 'encryption-key',
      provider: 'google',
      ...subjectOf(resource, grants),
      traits: traitsOfPart('encryption-key', 'its keys decide it', { publicByPolicy: open }),
    };
  },
});

const keyGrants = grantTypes('google_kms_crypto_key');

const looseGrants = mapping({
  kind: 'encryption-key',
  dialect: 'terraform',
  types: [...keyGrants, ...grantTypes('google_kms_key_ring')],
  map: (grant) => {
    const [attribute, type] = keyGrants.includes(grant.type)
      ? ['crypto_key_id', 'google_kms_crypto_key']
      : ['key_ring_id', 'google_kms_key_ring'];
    if (hasOwner(grant, [type!], attribute!, ['name', 'id', attribute!])) return undefined;
    return {
      kind: 'encryption-key',
      provider: 'google',
      ...subjectOf(grant),
      traits: traitsOfPart('encryption-key', 'it is a grant on something that is kept elsewhere', {
        publicByPolicy: openGrant(grant),
      }),
    };
  },
});

export default [key, ring, looseGrants];
