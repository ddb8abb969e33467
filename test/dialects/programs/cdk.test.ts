import { describe, expect, it } from 'vitest';
import { cdk } from '../../../src/dialects/cdk/index.ts';
import { plain, readWith } from '../read.ts';

const stack = (body: string, more = ''): string => `import * as cdk from "aws-cdk-lib";
import { aws_s3 as s3, aws_ec2 as ec2, aws_iam as iam, aws_rds as rds, aws_sqs as sqs, aws_logs as logs, aws_kms as kms, aws_elasticloadbalancingv2 as elb } from "aws-cdk-lib";
import * as lambda from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
${more}
export class Main extends cdk.Stack {
  constructor(scope: Construct, id: string, props?: cdk.StackProps) {
    super(scope, id, props);
${body}
  }
}
new Main(new cdk.App(), "Main");
`;

const readStack = (body: string, more?: string) => readWith(cdk, { 'app.ts': stack(body, more) });

describe('which resources a program of the CDK makes', () => {
  it('names them by their path in the tree', async () => {
    const { names, get } = await readStack(
      `new Store(this, "Store"); new sqs.CfnQueue(this, "Raw", { kmsMasterKeyId: "alias/x" });`,
      `class Store extends Construct { constructor(scope: Construct, id: string) { super(scope, id); new s3.Bucket(this, "Data", { versioned: true }); } }`,
    );
    expect(names).toEqual(['Main/Store/Data', 'Main/Raw']);
    expect(plain(get('Main/Store/Data').body.entries.get('versioning'))).toEqual({ enabled: true });
    expect(plain(get('Main/Raw').body.entries.get('kms_master_key_id'))).toBe('alias/x');
    expect(get('Main/Store/Data').calls).toHaveLength(2);
  });

  it('knows what the library writes where nothing is written', async () => {
    const { get } = await readStack(`
    new logs.LogGroup(this, "Logs");
    new ec2.SecurityGroup(this, "Group", { vpc: undefined as any });
    new rds.DatabaseInstance(this, "Db", { engine: rds.DatabaseInstanceEngine.POSTGRES, removalPolicy: cdk.RemovalPolicy.RETAIN, backupRetention: cdk.Duration.days(7) } as any);
    new kms.Key(this, "Key", { enableKeyRotation: true });`);
    expect(plain(get('Main/Logs').body.entries.get('retention_in_days'))).toBe(731);
    expect(plain(get('Main/Group').body.entries.get('egress'))).toMatchObject([
      { cidr_blocks: ['0.0.0.0/0'], protocol: '-1' },
    ]);
    const { entries } = get('Main/Db').body;
    expect(plain(entries.get('deletion_protection'))).toBe(true);
    expect(plain(entries.get('backup_retention_period'))).toBe(7);
    expect(plain(entries.get('publicly_accessible'))).toBe('?default-depends-on-account');
    expect(plain(get('Main/Key').body.entries.get('policy'))).toMatchObject({ Statement: [{ Action: 'kms:*' }] });
  });

  it('reads buckets with their policy and their block', async () => {
    const { names, get } = await readStack(`
    const key = new kms.Key(this, "Key");
    const bucket = new s3.Bucket(this, "B", { encryption: s3.BucketEncryption.KMS, encryptionKey: key, enforceSSL: true, blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL });
    bucket.addToResourcePolicy(new iam.PolicyStatement({ actions: ["s3:GetObject"], resources: [bucket.arnForObjects("*")], principals: [new iam.AnyPrincipal()] }));`);
    expect(names).toEqual(['Main/Key', 'Main/B', 'Main/B.public_access_block_configuration', 'Main/B/Policy']);
    expect(plain(get('Main/B.public_access_block_configuration').body)).toMatchObject({
      block_public_acls: true,
      restrict_public_buckets: true,
    });
    const policy = get('Main/B/Policy').body.entries;
    expect(policy.get('bucket')?.references).toEqual([{ address: 'Main/B', path: ['id'] }]);
    expect(plain(policy.get('policy'))).toMatchObject({
      Statement: [
        { Effect: 'Allow', Principal: { AWS: '*' }, Action: ['s3:GetObject'] },
        { Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
      ],
    });
  });

  it('lists aspects of the program’s own, which may change everything', async () => {
    const { unresolved } = await readStack(
      'cdk.Aspects.of(this).add(new Strict());',
      'class Strict implements cdk.IAspect { visit(node: any) {} }',
    );
    expect(unresolved.map(({ name }) => name)).toEqual(['aspect Strict']);
  });

  it('takes a block of public access as an object too', async () => {
    const { get } = await readStack(
      `new s3.Bucket(this, "B", { blockPublicAccess: { blockPublicAcls: true, blockPublicPolicy: false } as any });`,
    );
    expect(plain(get('Main/B.public_access_block_configuration').body)).toMatchObject({
      block_public_acls: true,
      block_public_policy: false,
    });
  });

  it('reads what constructs are told by methods', async () => {
    const { get, names } = await readStack(`
    const group = new ec2.SecurityGroup(this, "Group", { vpc: ec2.Vpc.fromLookup(this, "V", {}), allowAllOutbound: false });
    group.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(22), "from anywhere");
    group.connections.allowFromAnyIpv4(ec2.Port.tcpRange(80, 90));
    const role = new iam.Role(this, "Role", { assumedBy: new iam.ServicePrincipal("lambda.amazonaws.com") });
    role.addToPolicy(new iam.PolicyStatement({ actions: ["*"], resources: ["*"] }));
    role.addManagedPolicy(iam.ManagedPolicy.fromAwsManagedPolicyName("AdministratorAccess"));
    const balancer = new elb.ApplicationLoadBalancer(this, "Lb", { vpc: undefined as any, internetFacing: true });
    balancer.addListener("Web", { port: 80 });
    const fn = new lambda.Function(this, "Fn", { runtime: lambda.Runtime.NODEJS_20_X, handler: "a.b", code: lambda.Code.fromAsset("x") });
    fn.addFunctionUrl({ authType: lambda.FunctionUrlAuthType.NONE });`);
    expect(plain(get('Main/Group').body.entries.get('ingress'))).toMatchObject([
      { cidr_blocks: ['0.0.0.0/0'], protocol: 'tcp', from_port: 22, to_port: 22 },
      { cidr_blocks: ['0.0.0.0/0'], from_port: 80, to_port: 90 },
    ]);
    expect(plain(get('Main/Group').body.entries.get('egress'))).toMatchObject([
      { cidr_blocks: ['255.255.255.255/32'] },
    ]);
    expect(plain(get('Main/Role/DefaultPolicy').body.entries.get('policy'))).toMatchObject({
      Statement: [{ Effect: 'Allow', Action: ['*'], Resource: ['*'] }],
    });
    expect(names).toContain('Main/Role.managed_policy_arns[0]');
    expect(plain(get('Main/Role').body.entries.get('assume_role_policy'))).toMatchObject({
      Statement: [{ Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } }],
    });
    expect(plain(get('Main/Lb/Web').body.entries.get('protocol'))).toBe('HTTP');
    expect(plain(get('Main/Lb').body.entries.get('internal'))).toBe(false);
    expect(plain(get('Main/Fn').body.entries.get('runtime'))).toBe('nodejs20.x');
    expect(plain(get('Main/Fn/FunctionUrl').body.entries.get('authorization_type'))).toBe('NONE');
  });

  it('takes what is written over the resource under a construct', async () => {
    const { get } = await readStack(`
    const bucket = new s3.Bucket(this, "B");
    const raw = bucket.node.defaultChild as s3.CfnBucket;
    raw.addPropertyOverride("VersioningConfiguration.Status", "Enabled");
    raw.accessControl = "PublicRead";`);
    expect(plain(get('Main/B').body.entries.get('versioning'))).toEqual({ enabled: true });
    expect(plain(get('Main/B').body.entries.get('acl'))).toBe('public-read');
  });

  it('follows classes that extend constructs of the library', async () => {
    const { get } = await readStack(
      `new Safe(this, "S", { bucketName: "x" });`,
      `class Safe extends s3.Bucket { constructor(scope: Construct, id: string, props: s3.BucketProps) { super(scope, id, { ...props, versioned: true }); } }`,
    );
    expect(plain(get('Main/S').body)).toMatchObject({ bucket: 'x', versioning: { enabled: true } });
  });

  it('keeps what hangs on the context unknown, by its name', async () => {
    const { get } = await readStack(
      `new s3.Bucket(this, "B", { versioned: this.node.tryGetContext("prod") === "true", bucketName: \`\${this.account}-logs\` });`,
    );
    expect(get('Main/B').body.entries.get('bucket')).toMatchObject({
      reason: { code: 'data-source' },
      suffix: '-logs',
    });
    expect(get('Main/B').body.entries.get('versioning_configuration')).toMatchObject({
      entries: new Map([
        ['status', expect.objectContaining({ reason: expect.objectContaining({ subject: 'context prod' }) })],
      ]),
    });
  });

  it('knows what cdk.json states as context, and where', async () => {
    const { get } = await readWith(cdk, {
      'cdk.json': '{"app": "tsx app.ts", "context": {"kept": true, "net": {"names": ["data"]}}}',
      'app.ts': stack(`const net = this.node.tryGetContext("net");
    new s3.Bucket(this, "B", { versioned: this.node.tryGetContext("kept"), bucketName: \`\${net.names[0]}-logs\` });`),
    });
    const { entries } = get('Main/B').body;
    expect(plain(entries.get('bucket'))).toBe('data-logs');
    expect(plain(entries.get('versioning_configuration'))).toEqual({ status: 'Enabled' });
  });

  it('takes parameters of the template by their default', async () => {
    const { get } = await readStack(`
    const days = new cdk.CfnParameter(this, "Days", { type: "Number", default: "90" });
    const open = new cdk.CfnParameter(this, "Open", { type: "String" });
    new logs.CfnLogGroup(this, "Logs", { retentionInDays: days.valueAsNumber, logGroupName: open.valueAsString });`);
    const { entries } = get('Main/Logs').body;
    expect(plain(entries.get('retention_in_days'))).toBe(90);
    expect(entries.get('name')).toMatchObject({ reason: { code: 'no-value', subject: 'parameter Open' } });
  });

  it('makes the machines that clusters are told to have', async () => {
    const { names } = await readStack(
      `new ecs.Cluster(this, "C", { vpc: undefined as any }).addCapacity("Machines", { instanceType: new ec2.InstanceType("t3.small") });`,
      'import * as ecs from "aws-cdk-lib/aws-ecs";',
    );
    expect(names).toContain('Main/C/Machines/ASG');
    expect(names).toContain('Main/C/Machines/InstanceSecurityGroup');
  });

  it('reads a container that is written by itself, and functions that are an image', async () => {
    const { get, unresolved } = await readStack(
      `const task = new ecs.FargateTaskDefinition(this, "Task");
    new ecs.ContainerDefinition(this, "App", { taskDefinition: task, image: ecs.ContainerImage.fromRegistry("nginx"), privileged: true });
    new lambda.DockerImageFunction(this, "Work", { code: lambda.DockerImageCode.fromImageAsset("work") });
    new lambda.Function(this, "Other", { runtime: lambda.Runtime.FROM_IMAGE, handler: lambda.Handler.FROM_IMAGE, code: lambda.Code.fromAssetImage("work") });`,
      'import * as ecs from "aws-cdk-lib/aws-ecs";',
    );
    expect(unresolved).toEqual([]);
    expect(plain(get('Main/Task').body.entries.get('container_definitions'))).toMatchObject([
      { name: 'App', image: 'nginx', privileged: true },
    ]);
    for (const name of ['Main/Work', 'Main/Other']) {
      expect(plain(get(name).body.entries.get('package_type'))).toBe('Image');
      expect(get(name).body.entries.get('runtime')).toBeUndefined();
    }
  });

  it('judges a stack that nobody makes, and lists what it doesn’t read', async () => {
    const { names, unresolved } = await readWith(cdk, {
      'lib.ts': `import * as cdk from "aws-cdk-lib"; import { Bucket } from "aws-cdk-lib/aws-s3"; import * as release from "aws-cdk-lib/aws-amplify"; import { Thing } from "@acme/thing";
export class Other extends cdk.Stack { constructor(scope: any, id: string) { super(scope, id); new Bucket(this, "B"); new release.App(this, "S"); new Thing(this, "T"); } }`,
      'py/cdk.json': '{"app": "python3 app.py"}',
      'done/cdk.json': '{"app": "python3 app.py"}',
      'done/cdk.out/Stack.template.json': '{}',
    });
    expect(names).toEqual(['Other/B']);
    expect(unresolved.map(({ name }) => name).sort()).toEqual(['Thing', 'amplify.App', 'py/cdk.json']);
  });
});
