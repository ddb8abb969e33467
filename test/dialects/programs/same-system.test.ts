import { describe, expect, it } from 'vitest';
import { scanTree } from '../../scan-tree.ts';

// One system, in four languages: what is right and what is wrong with it is the same in each.

const terraform = `
provider "aws" { region = "eu-west-1" }
resource "aws_kms_key" "key" {
  enable_key_rotation = true
}
resource "aws_s3_bucket" "data" {
  bucket = "acme-data"
}
resource "aws_s3_bucket_versioning" "data" {
  bucket = aws_s3_bucket.data.id
  versioning_configuration {
    status = "Enabled"
  }
}
resource "aws_s3_bucket_server_side_encryption_configuration" "data" {
  bucket = aws_s3_bucket.data.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.key.arn
    }
  }
}
resource "aws_s3_bucket_public_access_block" "data" {
  bucket                  = aws_s3_bucket.data.id
  block_public_acls       = true
  ignore_public_acls      = true
  block_public_policy     = true
  restrict_public_buckets = true
}
resource "aws_s3_bucket_policy" "data" {
  bucket = aws_s3_bucket.data.id
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Deny", Principal = { AWS = "*" }, Action = "s3:*", Resource = [aws_s3_bucket.data.arn, "\${aws_s3_bucket.data.arn}/*"], Condition = { Bool = { "aws:SecureTransport" = "false" } } }] })
}
resource "aws_s3_bucket" "open" {
  bucket = "acme-open"
}
resource "aws_s3_bucket_public_access_block" "open" {
  bucket                  = aws_s3_bucket.open.id
  block_public_acls       = false
  ignore_public_acls      = false
  block_public_policy     = false
  restrict_public_buckets = false
}
resource "aws_s3_bucket_policy" "open" {
  bucket = aws_s3_bucket.open.id
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = ["s3:GetObject"], Resource = ["\${aws_s3_bucket.open.arn}/*"] }] })
}
resource "aws_db_instance" "db" {
  engine                  = "postgres"
  storage_encrypted       = false
  publicly_accessible     = false
  backup_retention_period = 7
  deletion_protection     = true
  multi_az                = true
  copy_tags_to_snapshot   = true
}
resource "aws_security_group" "ssh" {
  description = "ssh"
  ingress {
    protocol    = "tcp"
    from_port   = 22
    to_port     = 22
    cidr_blocks = ["0.0.0.0/0"]
  }
}
resource "aws_sqs_queue" "jobs" {
  kms_master_key_id = aws_kms_key.key.arn
}
resource "aws_sns_topic" "news" {}
resource "aws_cloudwatch_log_group" "logs" {
  retention_in_days = 30
}
resource "aws_dynamodb_table" "table" {
  name = "t"
  point_in_time_recovery {
    enabled = true
  }
  deletion_protection_enabled = false
}
resource "aws_ecr_repository" "images" {
  image_tag_mutability = "IMMUTABLE"
  image_scanning_configuration {
    scan_on_push = true
  }
}
resource "aws_efs_file_system" "files" {
  encrypted = true
}
`;

const cloudformation = `
AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Key: { Type: "AWS::KMS::Key", Properties: { EnableKeyRotation: true } }
  Data:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: acme-data
      VersioningConfiguration: { Status: Enabled }
      BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: "aws:kms", KMSMasterKeyID: !GetAtt Key.Arn } }] }
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, IgnorePublicAcls: true, BlockPublicPolicy: true, RestrictPublicBuckets: true }
  DataPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Data
      PolicyDocument: { Version: "2012-10-17", Statement: [{ Effect: Deny, Principal: { AWS: "*" }, Action: "s3:*", Resource: [!GetAtt Data.Arn, !Sub "\${Data.Arn}/*"], Condition: { Bool: { "aws:SecureTransport": "false" } } }] }
  Open:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: acme-open
      PublicAccessBlockConfiguration: { BlockPublicAcls: false, IgnorePublicAcls: false, BlockPublicPolicy: false, RestrictPublicBuckets: false }
  OpenPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Open
      PolicyDocument: { Version: "2012-10-17", Statement: [{ Effect: Allow, Principal: { AWS: "*" }, Action: ["s3:GetObject"], Resource: [!Sub "\${Open.Arn}/*"] }] }
  Db: { Type: "AWS::RDS::DBInstance", Properties: { Engine: postgres, StorageEncrypted: false, PubliclyAccessible: false, BackupRetentionPeriod: 7, DeletionProtection: true, MultiAZ: true, CopyTagsToSnapshot: true } }
  Ssh: { Type: "AWS::EC2::SecurityGroup", Properties: { GroupDescription: ssh, SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0 }] } }
  Jobs: { Type: "AWS::SQS::Queue", Properties: { KmsMasterKeyId: !GetAtt Key.Arn } }
  News: { Type: "AWS::SNS::Topic" }
  Logs: { Type: "AWS::Logs::LogGroup", Properties: { RetentionInDays: 30 } }
  Table: { Type: "AWS::DynamoDB::Table", Properties: { TableName: t, PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true }, DeletionProtectionEnabled: false } }
  Images: { Type: "AWS::ECR::Repository", Properties: { ImageTagMutability: IMMUTABLE, ImageScanningConfiguration: { ScanOnPush: true } } }
  Files: { Type: "AWS::EFS::FileSystem", Properties: { Encrypted: true } }
`;

const pulumi = `import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
const key = new aws.kms.Key("key", { enableKeyRotation: true });
function closed(bucket: aws.s3.Bucket, name: string, shut: boolean) {
  return new aws.s3.BucketPublicAccessBlock(name, { bucket: bucket.id, blockPublicAcls: shut, ignorePublicAcls: shut, blockPublicPolicy: shut, restrictPublicBuckets: shut });
}
const data = new aws.s3.Bucket("data", { bucket: "acme-data" });
new aws.s3.BucketVersioningV2("data", { bucket: data.id, versioningConfiguration: { status: "Enabled" } });
new aws.s3.BucketServerSideEncryptionConfigurationV2("data", { bucket: data.id, rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: key.arn } }] });
closed(data, "data", true);
new aws.s3.BucketPolicy("data", {
  bucket: data.id,
  policy: data.arn.apply((arn) => JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Deny", Principal: { AWS: "*" }, Action: "s3:*", Resource: [arn, \`\${arn}/*\`], Condition: { Bool: { "aws:SecureTransport": "false" } } }] })),
});
const open = new aws.s3.Bucket("open", { bucket: "acme-open" });
closed(open, "open", false);
new aws.s3.BucketPolicy("open", { bucket: open.id, policy: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: { AWS: "*" }, Action: ["s3:GetObject"], Resource: [pulumi.interpolate\`\${open.arn}/*\`] }] } });
const shared = { copyTagsToSnapshot: true, multiAz: true };
new aws.rds.Instance("db", { ...shared, engine: "postgres", storageEncrypted: false, publiclyAccessible: false, backupRetentionPeriod: 7, deletionProtection: true });
new aws.ec2.SecurityGroup("ssh", { description: "ssh", ingress: [22].map((port) => ({ protocol: "tcp", fromPort: port, toPort: port, cidrBlocks: ["0.0.0.0/0"] })) });
new aws.sqs.Queue("jobs", { kmsMasterKeyId: key.arn });
new aws.sns.Topic("news");
new aws.cloudwatch.LogGroup("logs", { retentionInDays: 30 });
new aws.dynamodb.Table("table", { name: "t", pointInTimeRecovery: { enabled: true }, deletionProtectionEnabled: false });
new aws.ecr.Repository("images", { imageTagMutability: "IMMUTABLE", imageScanningConfiguration: { scanOnPush: true } });
new aws.efs.FileSystem("files", { encrypted: true });
`;

const cdk = `import * as cdk from "aws-cdk-lib";
import { aws_dynamodb as dynamodb, aws_ec2 as ec2, aws_ecr as ecr, aws_efs as efs, aws_iam as iam, aws_kms as kms, aws_logs as logs, aws_rds as rds, aws_s3 as s3, aws_sns as sns, aws_sqs as sqs } from "aws-cdk-lib";
class System extends cdk.Stack {
  constructor(scope: cdk.App, id: string) {
    super(scope, id);
    const vpc = ec2.Vpc.fromLookup(this, "Vpc", { isDefault: false });
    const key = new kms.Key(this, "key", { enableKeyRotation: true });
    new s3.Bucket(this, "data", { bucketName: "acme-data", versioned: true, encryption: s3.BucketEncryption.KMS, encryptionKey: key, blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL, enforceSSL: true });
    const open = new s3.Bucket(this, "open", { bucketName: "acme-open", blockPublicAccess: new s3.BlockPublicAccess({ blockPublicAcls: false, ignorePublicAcls: false, blockPublicPolicy: false, restrictPublicBuckets: false }) });
    open.addToResourcePolicy(new iam.PolicyStatement({ principals: [new iam.AnyPrincipal()], actions: ["s3:GetObject"], resources: [open.arnForObjects("*")] }));
    new rds.DatabaseInstance(this, "db", { vpc, engine: rds.DatabaseInstanceEngine.postgres({ version: rds.PostgresEngineVersion.VER_16 }), credentials: rds.Credentials.fromSecret(undefined as any), securityGroups: [], publiclyAccessible: false, storageEncrypted: false, backupRetention: cdk.Duration.days(7), deletionProtection: true, multiAz: true });
    const ssh = new ec2.SecurityGroup(this, "ssh", { vpc, description: "ssh", allowAllOutbound: true });
    ssh.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(22));
    new sqs.Queue(this, "jobs", { encryptionMasterKey: key });
    new sns.Topic(this, "news");
    new logs.LogGroup(this, "logs", { retention: logs.RetentionDays.ONE_MONTH });
    new dynamodb.Table(this, "table", { tableName: "t", partitionKey: { name: "id", type: dynamodb.AttributeType.STRING }, pointInTimeRecovery: true, deletionProtection: false });
    new ecr.Repository(this, "images", { imageTagMutability: ecr.TagMutability.IMMUTABLE, imageScanOnPush: true });
    new efs.FileSystem(this, "files", { vpc });
  }
}
new System(new cdk.App(), "System");
`;

/** Each rule's verdict on each thing of the system, by the last part of its name. */
async function verdicts(files: Readonly<Record<string, string>>): Promise<ReadonlyMap<string, string>> {
  const { report } = await scanTree(new Map(Object.entries(files)));
  expect(report.problems).toEqual([]);
  const found = new Map<string, string>();
  const named = (name: string): string => name.split(/[./]/).at(-1)!.toLowerCase();
  const key = (rule: string, aspect: string | undefined, subject: string): string =>
    `${rule} ${aspect ?? ''} ${named(subject)}`;
  for (const { rule, aspect, subject, verdict } of report.results)
    if (things.has(named(subject.name))) found.set(key(rule, aspect, subject.name), verdict);
  for (const { rule, aspect, subjects } of report.passes)
    for (const i of subjects) {
      const { name } = report.subjects[i]!;
      if (things.has(named(name))) found.set(key(rule, aspect, name), 'pass');
    }
  return found;
}

const things = new Set(['key', 'data', 'open', 'db', 'ssh', 'jobs', 'news', 'logs', 'table', 'images', 'files']);

function differences(left: ReadonlyMap<string, string>, right: ReadonlyMap<string, string>): string[] {
  const keys = [...new Set([...left.keys(), ...right.keys()])].sort();
  return keys.flatMap((key) =>
    left.get(key) === right.get(key) ? [] : [`${key}: ${left.get(key) ?? '-'}, ${right.get(key) ?? '-'}`],
  );
}

describe('one system in four languages', () => {
  it('is judged alike, rule by rule', async () => {
    const inTerraform = await verdicts({ 'main.tf': terraform });
    const inCloudformation = await verdicts({ 'stack.yaml': cloudformation });
    const inPulumi = await verdicts({ 'index.ts': pulumi });
    const inCdk = await verdicts({ 'app.ts': cdk });
    expect(inTerraform.size).toBeGreaterThan(40);
    expect(differences(inTerraform, inPulumi)).toEqual([]);
    expect(differences(inTerraform, inCloudformation)).toEqual([]);
    // The CDK writes what the others leave to AWS: that the account may use a key, and that a group lets everything out.
    expect(differences(inCloudformation, inCdk)).toEqual([
      // Its engines have a version, and with it the parameter that asks for TLS; its rules have a description.
      'database-requires-tls clients db: unknown, pass',
      'keys-say-who-may-use-them  key: fail, pass',
      'network-rules-say-why  ssh: fail, pass',
      'way-out-is-named  ssh: pass, fail',
    ]);
  });
});
