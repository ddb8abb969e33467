import { anyOf, known, mapFact, notApplicable, type Fact } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Reader } from '../read.ts';
import { isNamed } from '../stated.ts';

export default mapping({
  kind: 'encryption-key',
  dialect: 'terraform',
  types: ['azurerm_key_vault_key'],
  map: (key) => ({
    kind: 'encryption-key',
    provider: 'azure',
    ...subjectOf(key),
    traits: {
      expires: anyOf(isNamed(reader(key), 'expiration_date'), isNamed(reader(key), 'rotation_policy.expire_after')),
      usable: notApplicable('the code has no switch for it'),
      policyStated: notApplicable('its vault decides who may use it'),
      publicByPolicy: notApplicable('its vault decides who may use it'),
      rotationDays: rotation(reader(key)),
      destroyPrevented: notApplicable('its vault keeps what is deleted'),
      daysUntilDestroyed: notApplicable('its vault decides how long it can be brought back'),
    },
  }),
});

/** A rotation some days after creation, or some days before an expiry that is counted from creation. */
function rotation(own: Reader): Fact<number> {
  const after = own.optionalString('rotation_policy.automatic.time_after_creation');
  if (!after.known) return after;
  if (after.value !== undefined) return mapFact(after, (period) => days(period ?? '') ?? 0);
  const before = own.optionalString('rotation_policy.automatic.time_before_expiry');
  if (!before.known || before.value === undefined) return before.known ? known(0, own.at) : before;
  const expiry = own.optionalString('rotation_policy.expire_after');
  return mapFact(expiry, (period) => Math.max(0, (days(period ?? '') ?? 0) - (days(before.value ?? '') ?? 0)));
}

/** ISO 8601 durations of years, months, weeks and days. */
function days(period: string): number | undefined {
  const parts = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(period);
  if (!parts) return undefined;
  const [years = 0, months = 0, weeks = 0, rest = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  return years * 365 + months * 30 + weeks * 7 + rest;
}
