import type { Value } from '../../../model/value.ts';
import { camel, each, is, respelled, type Body } from '../body.ts';
import { list } from '../values.ts';
import { as, itemsAt, type Terms } from './term.ts';

/** The names under which images have their root disk: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/device_naming.html */
const isRoot = (device: Value): boolean => {
  const name = device.type === 'object' ? device.entries.get('device_name') : undefined;
  return name?.type === 'string' && /^\/dev\/(?:xvda|sda1?)$/.test(name.value);
};

const flatDevice = each((device) => {
  const ebs = device.get('ebs');
  if (ebs?.type === 'object') for (const [key, value] of ebs.entries) device.set(key, value);
});

/** Root and further disks stand in one list here. */
function disks(body: Body): void {
  const mappings = body.get('block_device_mappings');
  if (mappings?.type === 'unknown') body.set('ebs_block_device', mappings);
  if (mappings?.type !== 'list') return;
  const devices = mappings.items.map(flatDevice);
  const root = devices.find(isRoot);
  if (root) body.set('root_block_device', list([root], root.at));
  const further = devices.filter((device) => device !== root);
  if (further.length > 0) body.set('ebs_block_device', list(further, mappings.at, mappings.reason));
}

/** What stands in one property of the resource, as if it stood in the resource itself. */
function flatten(body: Body, path: string): void {
  const inner = body.get(path);
  if (inner?.type === 'object') for (const [key, value] of inner.entries) body.set(key, value);
}

const functionTerm = {
  type: 'aws_lambda_function',
  edit: (body: Body) => void body.copy('code.image_uri', 'image_uri').copy('memory_size', 'memory_size'),
};

export const compute: Terms = {
  'AWS::EC2::Instance': {
    type: 'aws_instance',
    edit: (body) => {
      disks(body);
      const [first] = itemsAt(body, 'network_interfaces');
      if (first?.type === 'object')
        for (const name of ['associate_public_ip_address', 'subnet_id'])
          if (!body.get(name)) body.set(name, first.entries.get(name));
    },
  },
  'AWS::EC2::LaunchTemplate': { type: 'aws_launch_template', edit: (body) => flatten(body, 'launch_template_data') },
  'AWS::AutoScaling::LaunchConfiguration': {
    type: 'aws_launch_configuration',
    edit: (body) => {
      disks(body);
      body.copy('instance_monitoring', 'enable_monitoring');
    },
  },
  'AWS::AutoScaling::AutoScalingGroup': {
    type: 'aws_autoscaling_group',
    edit: (body) =>
      void body.copy('target_group_arns', 'target_group_arns').copy('load_balancer_names', 'load_balancers'),
  },
  'AWS::EC2::Volume': as('aws_ebs_volume'),
  'AWS::Lambda::Function': functionTerm,
  'AWS::Lambda::EventInvokeConfig': as('aws_lambda_function_event_invoke_config'),
  'AWS::CodeDeploy::DeploymentGroup': as('aws_codedeploy_deployment_group'),
  'AWS::DLM::LifecyclePolicy': as('aws_dlm_lifecycle_policy'),
  'AWS::Lambda::Permission': as('aws_lambda_permission'),
  'AWS::Lambda::Url': {
    type: 'aws_lambda_function_url',
    edit: (body) => void body.copy('auth_type', 'authorization_type').copy('target_function_arn', 'function_name'),
  },
  'AWS::ECS::TaskDefinition': {
    type: 'aws_ecs_task_definition',
    edit: (body) =>
      void body
        .copy('volumes', 'volume')
        .copy('container_definitions', 'container_definitions', (value) =>
          respelled(value, (name) => camel(name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()))),
        ),
  },
  'AWS::ECS::Cluster': { type: 'aws_ecs_cluster', edit: (body) => void body.copy('cluster_settings', 'setting') },
  'AWS::ECS::Service': {
    type: 'aws_ecs_service',
    edit: (body) => {
      flatten(body, 'network_configuration');
      body.copy('awsvpc_configuration.assign_public_ip', 'network_configuration.assign_public_ip', is('ENABLED'));
    },
  },
  'AWS::EKS::Cluster': {
    type: 'aws_eks_cluster',
    edit: (body) =>
      void body
        .copy('resources_vpc_config', 'vpc_config')
        .copy('logging.cluster_logging.enabled_types', 'enabled_cluster_log_types', (types) =>
          types.type !== 'list'
            ? types
            : {
                ...types,
                items: types.items.map((item) => (item.type === 'object' ? (item.entries.get('type') ?? item) : item)),
              },
        ),
  },
  // The CDK makes it by a function of its own, which is given the parameters of the interface.
  'Custom::AWSCDK-EKS-Cluster': {
    type: 'aws_eks_cluster',
    edit: (body) => {
      flatten(body, 'config');
      body
        .copy('resources_vpc_config', 'vpc_config')
        .copy('logging.cluster_logging', 'enabled_cluster_log_types', enabledTypes);
    },
  },
  'AWS::EKS::Nodegroup': {
    type: 'aws_eks_node_group',
    edit: (body) => void body.copy('remote_access.source_security_groups', 'remote_access.source_security_group_ids'),
  },
  'AWS::SageMaker::NotebookInstance': as('aws_sagemaker_notebook_instance'),
  'AWS::SageMaker::EndpointConfig': {
    type: 'aws_sagemaker_endpoint_configuration',
    edit: (body) => void body.copy('kms_key_id', 'kms_key_arn'),
  },
};

/** Kinds of logs by whether they are kept. */
const enabledTypes = (value: Value): Value => {
  if (value.type !== 'list') return value;
  const items = value.items.flatMap((item) => {
    if (item.type !== 'object') return [item];
    const [on, types] = [item.entries.get('enabled'), item.entries.get('types')];
    return on?.type === 'bool' && on.value && types?.type === 'list' ? types.items : [];
  });
  return list(items, value.at, value.reason);
};
