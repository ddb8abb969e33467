import { nothing, referenceTo, unknown, whyUnknown, type Item } from '../../programs/items.ts';
import { callOf, duration, type Construct, type Stated } from '../construct.ts';
import { policyOf } from '../policy.ts';
import type { Services } from './service.ts';

/** https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_backup.BackupVault.html */
function vault(construct: Construct): Stated[] {
  const lock = construct.get('lockConfiguration');
  const own = construct.with(lock);
  const policy = construct.get('accessPolicy');
  return [
    construct.itself('AWS::Backup::BackupVault', {
      BackupVaultName: construct.get('backupVaultName'),
      EncryptionKeyArn: construct.get('encryptionKey'),
      AccessPolicy: policy && policyOf(policy),
      LockConfiguration:
        lock &&
        construct.object(
          {
            MinRetentionDays: duration(own.get('minRetention'), 'days'),
            MaxRetentionDays: duration(own.get('maxRetention'), 'days'),
            ChangeableForDays: duration(own.get('changeableFor'), 'days'),
          },
          lock.at,
        ),
    }),
  ];
}

/** Plans keep in a vault of their own where they are given none. */
function plan(construct: Construct): Stated[] {
  const rules = construct.get('backupPlanRules');
  const given = construct.get('backupVault') ?? construct.told('usesVault')[0]?.args[0];
  const ready = construct.told('addRule', 'usesVault').length > 0 || (rules?.type === 'list' && rules.items.length > 0);
  return [
    ...(given && given.type !== 'undefined'
      ? []
      : ready
        ? [construct.further('AWS::Backup::BackupVault', 'Vault', {})]
        : []),
    ...construct.told('addSelection').map(({ args: [id, props], at }): Stated => {
      const own = construct.with(props);
      const resources = own.get('resources');
      const items = resources?.type === 'list' ? resources.items : [];
      const tags = items.flatMap((item) => tagOf(construct, item) ?? []);
      const named = items.flatMap((item) => (tagOf(construct, item) ? [] : [resourceOf(item)]));
      const list = resources && resources.type !== 'list' ? unknown(whyUnknown(resources), resources.at) : undefined;
      return construct.further(
        'AWS::Backup::BackupSelection',
        id?.type === 'string' ? id.value : 'Selection',
        {
          BackupSelection: construct.object(
            {
              Resources: list ?? (named.length > 0 ? construct.list(named, at) : undefined),
              ListOfTags: tags.length > 0 ? construct.list(tags, at) : undefined,
            },
            at,
          ),
        },
        at,
      );
    }),
  ];
}

function tagOf(construct: Construct, item: Item): Item | undefined {
  const call = callOf(item);
  if (!call?.name.endsWith('.fromTag')) return undefined;
  return construct.object(
    {
      ConditionType: construct.text('STRINGEQUALS', call.at),
      ConditionKey: call.args[0],
      ConditionValue: call.args[1],
    },
    call.at,
  );
}

/** What is backed up: by its ARN, or as the construct that it is. */
function resourceOf(item: Item): Item {
  const call = callOf(item);
  const [what] = call?.args ?? [];
  if (!what) return unknown(whyUnknown(item), item.at);
  if (call!.name.endsWith('.fromConstruct')) return unknown(whyUnknown(item), item.at);
  return what.type === 'instance' ? referenceTo(what, 'arn', call!.at) : (what ?? nothing(item.at));
}

export const backups: Services = {
  'backup.BackupVault': vault,
  'backup.BackupPlan': plan,
};
