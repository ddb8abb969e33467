import { describe, expect, it } from 'vitest';
import { pulumi } from '../../../src/dialects/pulumi/index.ts';
import { plain, readWith } from '../read.ts';
import { verdictsOf } from './verdicts.ts';

const head = `import * as aws from "@pulumi/aws";\nimport * as pulumi from "@pulumi/pulumi";\n`;

describe('which resources a program of Pulumi makes', () => {
  it('knows classes by module, by name and by require', async () => {
    const { resources } = await readWith(pulumi, {
      'a.ts': `import { s3, rds as db } from "@pulumi/aws";
import { Key } from "@pulumi/aws/kms";
new s3.BucketV2("a", {});
new db.Instance("b", {});
new Key("c");`,
      'b.js': `const aws = require("@pulumi/aws"); new aws.lb.LoadBalancer("d", {});`,
      'c.ts': `import * as gcp from "@pulumi/gcp"; import * as azure from "@pulumi/azure"; import * as github from "@pulumi/github";
new gcp.secretmanager.Secret("e"); new azure.keyvault.KeyVault("f", {}); new github.BranchProtection("g", {});`,
    });
    expect(resources.map(({ type, name }) => `${type} ${name}`)).toEqual([
      'aws_s3_bucket aws.s3.BucketV2.a',
      'aws_db_instance aws.rds.Instance.b',
      'aws_kms_key aws.kms.Key.c',
      'aws_lb aws.lb.LoadBalancer.d',
      'google_secret_manager_secret gcp.secretmanager.Secret.e',
      'azurerm_key_vault azure.keyvault.KeyVault.f',
      'github_branch_protection github.BranchProtection.g',
    ]);
  });

  it('tells arguments in the words of Terraform, and leaves the writer’s own keys', async () => {
    const { get } = await readWith(pulumi, {
      'index.ts': `${head}new aws.s3.Bucket("b", { lifecycleRules: [{ enabled: true }], serverSideEncryptionConfiguration: { rule: { applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms" } } }, tags: { dataClass: "x" } });`,
    });
    expect(plain(get('aws.s3.Bucket.b').body)).toEqual({
      lifecycle_rules: [{ enabled: true }],
      lifecycle_rule: [{ enabled: true }],
      server_side_encryption_configuration: {
        rule: { apply_server_side_encryption_by_default: { sse_algorithm: 'aws:kms' } },
      },
      tags: { dataClass: 'x' },
    });
  });

  it('follows components into their files, and says through which places', async () => {
    const { get, names } = await readWith(pulumi, {
      'index.ts': `import { Store } from "./store";\nfor (const name of ["one", "two"]) new Store(name, { public: name === "two" });\n`,
      'store.ts': `${head}export class Store extends pulumi.ComponentResource {
  readonly bucket: aws.s3.Bucket;
  constructor(name: string, args: { public: boolean }, opts?: pulumi.ComponentResourceOptions) {
    super("acme:index:Store", name, {}, opts);
    this.bucket = new aws.s3.Bucket(\`\${name}-data\`, { acl: args.public ? "public-read" : "private" }, { parent: this });
    new aws.s3.BucketPublicAccessBlock(name, { bucket: this.bucket.id, blockPublicAcls: true });
  }
}
`,
    });
    expect(names).toEqual([
      'Store.one/aws.s3.Bucket.one-data',
      'Store.one/aws.s3.BucketPublicAccessBlock.one',
      'Store.two/aws.s3.Bucket.two-data',
      'Store.two/aws.s3.BucketPublicAccessBlock.two',
    ]);
    const two = get('Store.two/aws.s3.Bucket.two-data');
    expect(plain(two.body.entries.get('acl'))).toBe('public-read');
    expect(two.at).toMatchObject({ file: 'store.ts', span: { startLine: 7 } });
    expect(two.calls).toMatchObject([{ file: 'index.ts', span: { startLine: 2 } }]);
    expect(get('Store.two/aws.s3.BucketPublicAccessBlock.two').body.entries.get('bucket')?.references).toEqual([
      { address: 'Store.two/aws.s3.Bucket.two-data', path: ['id'] },
    ]);
  });

  it('looks at what nobody calls with arguments that nobody knows', async () => {
    const { get } = await readWith(pulumi, {
      'lib.ts': `${head}export function bucket(acl: string) { return new aws.s3.Bucket("b", { acl, forceDestroy: false }); }`,
    });
    const { body } = get('aws.s3.Bucket.b');
    expect(body.entries.get('acl')).toMatchObject({ reason: { code: 'no-value', subject: 'acl' } });
    expect(plain(body.entries.get('force_destroy'))).toBe(false);
  });

  it('keeps what is made under a condition that isn’t known, and in functions that may be called', async () => {
    const { names } = await readWith(pulumi, {
      'index.ts': `${head}const config = new pulumi.Config();
if (config.getBoolean("logs")) new aws.s3.Bucket("logs");
else new aws.s3.Bucket("other");
if (false) new aws.s3.Bucket("never");
config.requireObject<string[]>("more").forEach((name) => new aws.s3.Bucket(name));
export = async () => { new aws.s3.Bucket("late"); };
`,
    });
    expect(names).toEqual([
      'aws.s3.Bucket.logs',
      'aws.s3.Bucket.other',
      'aws.s3.Bucket.{config more}',
      'aws.s3.Bucket.late',
    ]);
  });

  it('states Kubernetes’ objects as manifests', async () => {
    const { get } = await readWith(pulumi, {
      'index.ts': `import * as k8s from "@pulumi/kubernetes";
new k8s.apps.v1.Deployment("web", { spec: { template: { spec: { containers: [{ name: "web", image: "nginx" }] } } } });
new k8s.rbac.v1.ClusterRole("all", { rules: [] });`,
    });
    expect(plain(get('kubernetes.apps.v1.Deployment.web').body.entries.get('manifest'))).toMatchObject({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      spec: { template: { spec: { containers: [{ image: 'nginx' }] } } },
    });
    expect(plain(get('kubernetes.rbac.v1.ClusterRole.all').body.entries.get('manifest'))).toMatchObject({
      apiVersion: 'rbac.authorization.k8s.io/v1',
    });
  });

  it('makes what the components of Pulumi’s own are made of', async () => {
    const { get, names, unresolved } = await readWith(pulumi, {
      'index.ts': `import * as awsx from "@pulumi/awsx"; import * as eks from "@pulumi/eks"; import * as aws from "@pulumi/aws";
const vpc = new awsx.ec2.Vpc("net");
const lb = new awsx.lb.ApplicationLoadBalancer("web", { listener: { port: 443, certificateArn: "c" } });
const app = { image: "nginx", essential: true, readonlyRootFilesystem: true };
new awsx.ecs.FargateService("app", { assignPublicIp: true, taskDefinitionArgs: { container: app } });
new awsx.cloudtrail.Trail("trail", { enableLogFileValidation: true, cloudWatchLogsGroup: { enable: true } });
new eks.Cluster("cluster", { vpcId: vpc.vpcId });`,
    });
    expect(unresolved).toEqual([]);
    expect(names).toEqual([
      'aws.ec2.Vpc.net',
      'aws.ec2.Subnet.net-private-1',
      'aws.ec2.Subnet.net-public-1',
      'aws.ec2.SecurityGroup.web',
      'aws.lb.LoadBalancer.web',
      'aws.lb.TargetGroup.web',
      'aws.lb.Listener.web-0',
      'aws.ecs.TaskDefinition.app',
      'aws.ec2.SecurityGroup.app-sg',
      'aws.ecs.Service.app',
      'aws.s3.Bucket.trail',
      'aws.cloudwatch.LogGroup.trail',
      'aws.cloudtrail.Trail.trail',
      'aws.eks.Cluster.cluster',
    ]);
    expect(plain(get('aws.ec2.Subnet.net-public-1').body.entries.get('map_public_ip_on_launch'))).toBe(true);
    expect(plain(get('aws.lb.Listener.web-0').body)).toMatchObject({ port: 443, protocol: 'HTTPS' });
    expect(plain(get('aws.ecs.Service.app').body.entries.get('network_configuration'))).toMatchObject({
      assign_public_ip: true,
    });
    expect(plain(get('aws.ec2.SecurityGroup.app-sg').body.entries.get('ingress'))).toMatchObject([
      { protocol: '-1', cidr_blocks: ['0.0.0.0/0'] },
    ]);
    expect(plain(get('aws.eks.Cluster.cluster').body.entries.get('vpc_config'))).toEqual({
      endpoint_public_access: true,
      endpoint_private_access: false,
    });
  });

  it('makes the function and the rights of one that is written in the program', async () => {
    const { get, names, unresolved } = await readWith(pulumi, {
      'index.ts': `import * as aws from "@pulumi/aws";
new aws.lambda.CallbackFunction("work", { memorySize: 128, policies: [aws.iam.ManagedPolicies.AdministratorAccess], callback: async () => 1 });`,
    });
    expect(unresolved).toEqual([]);
    expect(names).toEqual(['aws.lambda.Function.work', 'aws.iam.RolePolicyAttachment.work-0']);
    expect(plain(get('aws.lambda.Function.work').body)).toEqual({
      memory_size: 128,
      runtime: '?default-depends-on-version',
    });
    expect(plain(get('aws.iam.RolePolicyAttachment.work-0').body.entries.get('policy_arn'))).toBe(
      'arn:aws:iam::aws:policy/AdministratorAccess',
    );
  });

  it('knows that a principal of AWS by name is a service', async () => {
    const verdicts = await verdictsOf({
      'Pulumi.yaml': 'name: a\nruntime: nodejs\n',
      'index.ts': `import * as aws from "@pulumi/aws";
new aws.iam.Role("r", { assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal(aws.iam.Principals.EcsTasksPrincipal) });`,
    });
    expect(verdicts.get('roles-trust-known-callers  aws.iam.Role.r')).toBe('pass');
    expect(verdicts.get('trust-names-identities  aws.iam.Role.r')).toBe('pass');
  });

  it('makes no group for a service that is given some, also in the older form', async () => {
    const { names } = await readWith(pulumi, {
      'index.ts': `import * as awsx from "@pulumi/awsx";
const container = { image: "nginx" };
new awsx.ecs.FargateService("a", { securityGroups: ["sg-1"], taskDefinitionArgs: { container } });
new awsx.ecs.FargateService("b", { networkConfiguration: { securityGroups: ["sg-1"] }, taskDefinitionArgs: { container } });`,
    });
    expect(names.filter((name) => name.includes('SecurityGroup'))).toEqual([]);
  });

  it('knows the constants of AWS by their values', async () => {
    const runtimes = [
      'NodeJS20dX',
      'Python3d9',
      'Java8AL2',
      'Dotnet6',
      'DotnetCore3d1',
      'Go1dx',
      'Custom',
      'CustomAL2023',
    ];
    const { get } = await readWith(pulumi, {
      'index.ts': `import * as aws from "@pulumi/aws";
${runtimes.map((name) => `new aws.lambda.Function("${name}", { runtime: aws.lambda.Runtime.${name}, role: "r" });`).join('\n')}
new aws.iam.RolePolicyAttachment("logs", { role: "r", policyArn: aws.iam.ManagedPolicy.AWSLambdaBasicExecutionRole });`,
    });
    expect(runtimes.map((name) => plain(get(`aws.lambda.Function.${name}`).body.entries.get('runtime')))).toEqual([
      'nodejs20.x',
      'python3.9',
      'java8.al2',
      'dotnet6',
      'dotnetcore3.1',
      'go1.x',
      'provided',
      'provided.al2023',
    ]);
    // Where in the tree of policies it stands isn't known, but its name is.
    expect(get('aws.iam.RolePolicyAttachment.logs').body.entries.get('policy_arn')).toMatchObject({
      prefix: 'arn:aws:iam::aws:policy/',
      suffix: '/AWSLambdaBasicExecutionRole',
    });
  });

  it('reads projects in YAML', async () => {
    const { get, names, unresolved } = await readWith(pulumi, {
      'Pulumi.yaml': `name: acme
runtime: yaml
variables:
  region: eu-west-1
  zones: { "fn::invoke": { function: "aws:getAvailabilityZones" } }
resources:
  data: { type: "aws:s3/bucketV2:BucketV2", properties: { bucket: "acme-\${region}" } }
  block:
    type: aws:s3:BucketPublicAccessBlock
    properties: { bucket: "\${data.id}", blockPublicAcls: true }
  policy:
    type: aws:s3:BucketPolicy
    properties:
      bucket: \${data.id}
      policy: { "fn::toJSON": { Statement: [{ Effect: Allow, Principal: "*", Resource: "\${data.arn}/*" }] } }
  net: { type: "awsx:ec2:Vpc", properties: { cidrBlock: 10.0.0.0/16 } }
  web: { type: "kubernetes:apps/v1:Deployment", properties: { spec: { replicas: 2 } } }
  own: { type: "pulumi:providers:aws", properties: { region: "\${zones.names[0]}" } }
`,
    });
    expect(unresolved).toEqual([]);
    expect(names).toEqual([
      'aws.s3.BucketV2.data',
      'aws.s3.BucketPublicAccessBlock.block',
      'aws.s3.BucketPolicy.policy',
      'aws.ec2.Vpc.net',
      'aws.ec2.Subnet.net-private-1',
      'aws.ec2.Subnet.net-public-1',
      'kubernetes.apps.v1.Deployment.web',
    ]);
    expect(plain(get('aws.s3.BucketV2.data').body.entries.get('bucket'))).toBe('acme-eu-west-1');
    expect(get('aws.s3.BucketPublicAccessBlock.block').body.entries.get('bucket')?.references).toEqual([
      { address: 'aws.s3.BucketV2.data', path: ['id'] },
    ]);
    expect(get('aws.s3.BucketPolicy.policy').body.entries.get('policy')).toMatchObject({ json: { type: 'object' } });
    expect(get('aws.s3.BucketV2.data').at).toMatchObject({ span: { startLine: 7 } });
  });

  it('lists what it doesn’t read: other packages, other languages', async () => {
    const { unresolved } = await readWith(pulumi, {
      'index.ts': `import * as awsx from "@pulumi/awsx"; import * as native from "@pulumi/azure-native"; import * as k8s from "@pulumi/kubernetes";
new awsx.ecr.Image("i"); new native.search.Service("s", {}); new k8s.helm.v3.Chart("c", { chart: "nginx" }); new k8s.yaml.ConfigFile("f", { file: "a.yaml" });`,
      'py/Pulumi.yaml': 'name: py\nruntime:\n  name: python\n',
      'go/Pulumi.yaml': 'name: infra\nruntime: go\n',
      'ts/Pulumi.yaml': 'name: ts\nruntime: nodejs\n',
    });
    expect(unresolved.map(({ name }) => name)).toEqual([
      'awsx.ecr.Image',
      'azure-native.search.Service',
      'kubernetes.helm.v3.Chart',
      'kubernetes.yaml.ConfigFile',
      'go/Pulumi.yaml',
      'py/Pulumi.yaml',
    ]);
  });

  it('leaves programs alone that import none of it, and takes what is broken as a problem', async () => {
    const { names, problems } = await readWith(pulumi, {
      'app.ts': 'export const x = 1;',
      'broken.ts': `import "@pulumi/aws";\nnew aws.s3.Bucket(;`,
    });
    expect(names).toEqual([]);
    expect(problems).toMatchObject([{ kind: 'parse', location: { file: 'broken.ts', startLine: 2 } }]);
  });
});
