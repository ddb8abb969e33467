import type { Resource } from '../../dialects/dialect.ts';
import { anyOf, mapFact, notApplicable, type Fact, type NotApplicable } from '../../model/fact.ts';
import { letsEveryoneIn, policyOf } from '../aws-policy.ts';
import { linked, subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Default, type Reader } from '../read.ts';
import { some } from '../stated.ts';
import { known } from '../../model/fact.ts';

const page = 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/kms_key';
const stated = <T>(value: T): Default<T> => ({ value, source: page });

export default mapping({
  kind: 'encryption-key',
  dialect: 'terraform',
  types: ['aws_kms_key', 'aws_kms_external_key'],
  map: (key) => {
    const own = reader(key);
    const policies = linked(key, ['aws_kms_key_policy'], 'key_id', ['key_id']).parts;
    return {
      kind: 'encryption-key',
      provider: 'aws',
      ...subjectOf(key, policies),
      traits: {
        expires: notApplicable('it works until somebody switches it off'),
        usable: own.bool('is_enabled', stated(true)),
        policyStated: anyOf(own.has('policy'), known(policies.length > 0, policies[0]?.at ?? key.at)),
        publicByPolicy: some(
          [own, ...policies.map(reader)].flatMap((part) => {
            const policy = policyOf(part.value('policy'));
            return policy ? [letsEveryoneIn(policy)] : [];
          }),
          known(false, key.at),
        ),
        rotationDays: rotation(key, own),
        destroyPrevented: notApplicable('the wait before it is destroyed is judged instead'),
        daysUntilDestroyed: own.number('deletion_window_in_days', stated(30)),
      },
    };
  },
});

// Only symmetric keys whose material AWS makes are replaced by AWS:
// https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html
function rotation(key: Resource, own: Reader): Fact<number> | NotApplicable {
  if (key.type === 'aws_kms_external_key' || own.value('custom_key_store_id'))
    return notApplicable('its material is not made by the key service, which can’t replace it');
  const shape = anyOf(
    mapFact(
      own.string('customer_master_key_spec', stated('SYMMETRIC_DEFAULT')),
      (spec) => spec !== 'SYMMETRIC_DEFAULT',
    ),
    mapFact(own.string('key_usage', stated('ENCRYPT_DECRYPT')), (usage) => usage !== 'ENCRYPT_DECRYPT'),
  );
  if (shape.known && shape.value) return notApplicable('only symmetric keys can be replaced by the service');
  const on = own.bool('enable_key_rotation', stated(false));
  if (!on.known || !on.value) return mapFact(on, () => 0);
  const days = own.number('rotation_period_in_days', stated(365));
  return days.known && days.origin === 'default' ? { ...on, value: days.value } : days;
}
