import {
  allOf,
  type NotApplicable,
  anyOf,
  known,
  mapFact,
  notApplicable,
  unknownFact,
  type Fact,
} from '../../model/fact.ts';
import type { ObjectValue, Value } from '../../model/value.ts';
import type { Resource } from '../../dialects/dialect.ts';
import { holdsAccessKey } from '../aws-keys.ts';
import { jsonOf } from '../aws-policy.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, readerOf, unknownOf, type Reader } from '../read.ts';
import { every, some } from '../stated.ts';
import { traitsOfPart } from '../traits-of-part.ts';

const source = 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html';
const no = { value: false, source };

const tasks = mapping({
  kind: 'container-task',
  dialect: 'terraform',
  types: ['aws_ecs_task_definition'],
  map: (task) => {
    const own = reader(task);
    const { items, unknown } = containersOf(own);
    const family = own.optionalString('runtime_platform.operating_system_family');
    const windows = family.known && family.value?.startsWith('WINDOWS') === true;
    const ask = (about: (container: Reader) => Fact<boolean>): readonly Fact<boolean>[] =>
      unknown ? [unknown] : items.map(about);
    return {
      kind: 'container-task',
      provider: 'aws',
      ...subjectOf(task),
      traits: {
        measuredClosely: notApplicable('the cluster that it runs in decides it'),
        hasPublicAddress: notApplicable('the service that runs it decides it'),
        filesEncryptedOnWay: filesEncrypted(own),
        privileged: anyOf(
          mapFact(own.optionalString('pid_mode'), (mode) => mode === 'host'),
          ...ask((container) => container.bool('privileged', no)),
        ),
        rootReadOnly: windows
          ? notApplicable('Windows containers can’t have a file system that is only read')
          : every(
              ask((container) => container.bool('readonlyRootFilesystem', no)),
              known(true, task.at),
            ),
        secretInCode: some(
          ask((container) => holdsAccessKey([container.value('environment')], task.at)),
          known(false, task.at),
        ),
      },
    };
  },
});

/** The containers, or why they are not known. */
function containersOf(own: Reader): { items: readonly Reader[]; unknown?: Fact<never> } {
  const value = own.value('container_definitions');
  const tree = value && jsonOf(value);
  if (tree?.type === 'unknown') return { items: [], unknown: unknownOf(tree) };
  if (tree?.type === 'list' && tree.complete && tree.items.every(isObject))
    return { items: tree.items.filter(isObject).map((item) => readerOf(item)) };
  const strange = tree?.type === 'list' ? tree.items.find((item) => item.type === 'unknown') : undefined;
  if (strange?.type === 'unknown') return { items: [], unknown: unknownOf(strange) };
  const reason = tree?.type === 'list' ? tree.reason : undefined;
  return {
    items: [],
    unknown: unknownFact(
      reason ?? { code: 'wrong-type', settledBy: 'a list of containers in JSON' },
      tree?.at ?? own.at,
      tree?.via ?? [],
    ),
  };
}

const isObject = (value: Value): value is ObjectValue => value.type === 'object';

/** Whether file systems of EFS are mounted by TLS: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSVolumeConfiguration.html */
function filesEncrypted(own: Reader): Fact<boolean> | NotApplicable {
  const mounts = own.blocks('volume').items.flatMap((volume) => volume.blocks('efs_volume_configuration').items);
  const facts = mounts.map((mount) =>
    mapFact(
      mount.string('transit_encryption', {
        value: 'DISABLED',
        source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSVolumeConfiguration.html',
      }),
      (mode) => mode === 'ENABLED',
    ),
  );
  return facts.length > 0 ? every(facts, known(true, own.at)) : notApplicable('it mounts no shared file system');
}

/** What keeps tasks running, and puts them into a network. */
const services = mapping({
  kind: 'container-task',
  dialect: 'terraform',
  types: ['aws_ecs_service'],
  map: (service) => ({
    kind: 'container-task',
    provider: 'aws',
    ...subjectOf(service),
    traits: traitsOfPart('container-task', 'the task that it runs says so', {
      hasPublicAddress: reader(service).value('network_configuration')
        ? reader(service).bool('network_configuration.assign_public_ip', {
            value: false,
            source: 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_service',
          })
        : notApplicable('its tasks use the address of the machine they run on'),
    }),
  }),
});

/** Where tasks run. Container insights measure every minute: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cloudwatch-container-insights.html */
const clusters = mapping({
  kind: 'container-task',
  dialect: 'terraform',
  types: ['aws_ecs_cluster'],
  map: (cluster) => ({
    kind: 'container-task',
    provider: 'aws',
    ...subjectOf(cluster),
    traits: traitsOfPart('container-task', 'the tasks that run in it say so', { measuredClosely: insights(cluster) }),
  }),
});

/** Off unless the cluster, or a setting of the account, switches it on. */
function insights(cluster: Resource): Fact<boolean> {
  const settings = reader(cluster)
    .blocks('setting')
    .items.filter((one) => {
      const name = one.optionalString('name');
      return name.known && name.value === 'containerInsights';
    });
  const stated = settings.map((one) =>
    mapFact(one.optionalString('value'), (value) => value === 'enabled' || value === 'enhanced'),
  );
  const account = cluster.program
    .ofType('aws_ecs_account_setting_default')
    .map(reader)
    .filter((one) => one.body.entries.get('name')?.type === 'string')
    .map((one) =>
      allOf(
        mapFact(one.optionalString('name'), (name) => name === 'containerInsights'),
        mapFact(one.optionalString('value'), (value) => value === 'enabled' || value === 'enhanced'),
      ),
    );
  return some([...(stated.length > 0 ? stated : account)], known(false, cluster.at));
}

export default [tasks, services, clusters];
