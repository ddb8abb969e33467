import { unknownFact, type Fact, type NotApplicable, anyOf, known, mapFact, notApplicable } from '../../model/fact.ts';
import { letsEveryoneIn, policyOf } from '../aws-policy.ts';
import { hasOwner, linked, subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Reader } from '../read.ts';
import { isWritten, namesOwnKey, some } from '../stated.ts';
import { traitsOfPart } from '../traits-of-part.ts';

const registry = 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources';
const network = notApplicable('it is reached through the cloud’s API, which checks every caller');

const secret = mapping({
  kind: 'secret-store',
  dialect: 'terraform',
  types: ['aws_secretsmanager_secret'],
  map: (resource) => {
    const own = reader(resource);
    const part = (type: string) => linked(resource, [type], 'secret_id', ['id']).parts;
    const versions = part('aws_secretsmanager_secret_version');
    const rotations = part('aws_secretsmanager_secret_rotation');
    const policies = linked(resource, ['aws_secretsmanager_secret_policy'], 'secret_arn', ['arn']).parts;
    const written = versions.map((version) =>
      isWritten(reader(version), 'secret_string', 'secret_binary', 'secret_string_wo'),
    );
    return {
      kind: 'secret-store',
      provider: 'aws',
      ...subjectOf(resource, [...versions, ...rotations, ...policies]),
      traits: {
        encryptedWithOwnKey: namesOwnKey(own, 'kms_key_id'),
        secretInCode: some(written, known(false, resource.at)),
        openNetwork: network,
        publicByPolicy: some(
          [own, ...policies.map(reader)].flatMap((stated) => {
            const policy = policyOf(stated.value('policy'));
            return policy ? [letsEveryoneIn(policy)] : [];
          }),
          known(false, resource.at),
        ),
        // https://docs.aws.amazon.com/secretsmanager/latest/userguide/manage_delete-secret.html: 0 deletes at once
        deletionProtected: mapFact(
          own.number('recovery_window_in_days', { value: 30, source: `${registry}/secretsmanager_secret` }),
          (days) => days > 0,
        ),
        accessLogged: notApplicable('the audit log of the account records its requests'),
        expires: notApplicable('it is replaced, and not let expire'),
        rotatedEveryDays: rotations[0] ? rotationDays(reader(rotations[0])) : rotationDays(own),
        rotated:
          rotations[0] !== undefined
            ? known(true, rotations[0].at)
            : anyOf(own.has('rotation_lambda_arn'), own.has('rotation_rules')),
      },
    };
  },
});

/** A schedule whose secret is kept elsewhere. */
const looseRotation = mapping({
  kind: 'secret-store',
  dialect: 'terraform',
  types: ['aws_secretsmanager_secret_rotation'],
  map: (rotation) => {
    if (hasOwner(rotation, ['aws_secretsmanager_secret'], 'secret_id', ['id'])) return undefined;
    return {
      kind: 'secret-store',
      provider: 'aws',
      ...subjectOf(rotation),
      traits: traitsOfPart('secret-store', 'the secret that it replaces is kept elsewhere', {
        accessLogged: notApplicable('the audit log of the account records its requests'),
        expires: notApplicable('it is replaced, and not let expire'),
        rotatedEveryDays: rotationDays(reader(rotation)),
      }),
    };
  },
});

/** https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_schedule.html */
function rotationDays(own: Reader): Fact<number> | NotApplicable {
  if (!own.value('rotation_rules')) return notApplicable('it is not replaced on a schedule');
  const days = own.optionalNumber('rotation_rules.automatically_after_days');
  if (!days.known) return days;
  if (days.value !== undefined) return { ...days, value: days.value };
  const schedule = own.optionalString('rotation_rules.schedule_expression');
  if (!schedule.known) return schedule;
  const found = daysOf(schedule.value ?? '');
  if (found !== undefined) return { ...schedule, value: found };
  const settledBy = 'rate(… days), or a schedule by days of the month or of the week';
  return unknownFact({ code: 'not-evaluated', subject: 'schedule_expression', settledBy }, schedule.at, schedule.via);
}

/** How many days lie between two replacements at the most; undefined where the expression can't be read. */
function daysOf(expression: string): number | undefined {
  const [, count, unit] = /^rate\((\d+) (hour|day)s?\)$/.exec(expression.trim()) ?? [];
  if (count) return unit === 'hour' ? Math.ceil(Number(count) / 24) : Number(count);
  const fields = /^cron\((.*)\)$/.exec(expression.trim())?.[1]?.split(/\s+/) ?? [];
  if (fields.length !== 6) return undefined;
  const [, , dayOfMonth, month, dayOfWeek] = fields as [string, string, string, string, string, string];
  if (month !== '*') return monthsBetween(month);
  if (dayOfWeek !== '?' && dayOfWeek !== '*') return dayOfWeek.includes('#') || dayOfWeek.endsWith('L') ? 35 : 7;
  return dayOfMonth === '*' || dayOfMonth === '?' ? 1 : 31;
}

/** `3/3` and `*` with a step, or a list of months; counted in days of the longest months. */
function monthsBetween(month: string): number | undefined {
  const step = /^(?:\*|\d+)\/(\d+)$/.exec(month)?.[1];
  if (step) return Number(step) * 31;
  const months = month.split(',').map(Number);
  if (months.some((one) => !Number.isInteger(one))) return undefined;
  const sorted = months.toSorted((a, b) => a - b);
  const gaps = sorted.map((one, i) => (sorted[i + 1] ?? sorted[0]! + 12) - one);
  return Math.max(...gaps) * 31;
}

const parameter = mapping({
  kind: 'secret-store',
  dialect: 'terraform',
  types: ['aws_ssm_parameter'],
  map: (resource) => {
    const own = reader(resource);
    const type = own.optionalString('type');
    // Settings that are no secrets are kept as plain parameters, on purpose.
    if (type.known && type.value !== 'SecureString') return undefined;
    return {
      kind: 'secret-store',
      provider: 'aws',
      ...subjectOf(resource),
      traits: {
        encryptedWithOwnKey: namesOwnKey(own, 'key_id'),
        secretInCode: isWritten(own, 'value', 'value_wo', 'insecure_value'),
        openNetwork: network,
        publicByPolicy: notApplicable('it has no policy of its own'),
        deletionProtected: notApplicable('a deleted parameter can’t be brought back'),
        accessLogged: notApplicable('the audit log of the account records its requests'),
        expires: notApplicable('it is replaced, and not let expire'),
        rotatedEveryDays: notApplicable('parameters are not replaced by the service'),
        rotated: notApplicable('parameters are not replaced by the service'),
      },
    };
  },
});

export default [secret, looseRotation, parameter];
