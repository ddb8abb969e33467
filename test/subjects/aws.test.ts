import { describe, expect, it } from 'vitest';
import { scanTree } from '../scan-tree.ts';
import { judged } from './judged.ts';

describe('how often a secret is replaced', () => {
  const rotation = (rules: string) =>
    `resource "aws_secretsmanager_secret_rotation" "r" {\n  secret_id = "arn:aws:secretsmanager:eu-west-1:1:secret:s"\n  rotation_rules {\n    ${rules}\n  }\n}`;
  it.each([
    ['automatically_after_days = 90', 'pass'],
    ['automatically_after_days = 91', 'fail'],
    ['schedule_expression = "rate(4 hours)"', 'pass'],
    ['schedule_expression = "rate(1 day)"', 'pass'],
    ['schedule_expression = "rate(91 days)"', 'fail'],
    ['schedule_expression = "cron(0 8 * * ? *)"', 'pass'],
    ['schedule_expression = "cron(0 8 1 * ? *)"', 'pass'],
    ['schedule_expression = "cron(0 8 ? * SUN *)"', 'pass'],
    ['schedule_expression = "cron(0 8 ? * 1#2 *)"', 'pass'],
    ['schedule_expression = "cron(0 8 1 1,7 ? *)"', 'fail'],
    ['schedule_expression = "cron(0 8 1 1/2 ? *)"', 'pass'],
    ['schedule_expression = "cron(0 8 1 1,3,5,7,9,11 ? *)"', 'pass'],
    ['schedule_expression = "cron(0 8 1 JAN ? *)"', 'unknown'],
    ['schedule_expression = "now and then"', 'unknown'],
    ['schedule_expression = "cron(0 8)"', 'unknown'],
  ])('%s: %s', async (rules, verdict) => {
    expect(await judged('secrets-are-rotated', rotation(rules))).toEqual([`interval ${verdict}`]);
  });

  it('is not asked for what is never replaced', async () => {
    const secret = 'resource "aws_secretsmanager_secret" "s" {\n  name = "s"\n}';
    expect(await judged('secrets-are-rotated', secret)).toEqual(['schedule fail']);
  });
});

describe('conditions of a policy', () => {
  const policy = (condition: string) => `resource "aws_sns_topic_policy" "p" {
  arn    = "arn:aws:sns:eu-west-1:111122223333:t"
  policy = <<EOF
{"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "sns:Publish", "Resource": "*", "Condition": ${condition}}]}
EOF
}`;
  it.each([
    ['{"StringEquals": {"aws:PrincipalOrgID": "o-1"}}', 'pass'],
    ['{"ForAnyValue:StringEquals": {"aws:PrincipalOrgPaths": "o-1/*"}}', 'pass'],
    ['{"ForAllValues:StringEquals": {"aws:PrincipalOrgID": "o-1"}}', 'fail'],
    ['{"StringEqualsIfExists": {"aws:PrincipalOrgID": "o-1"}}', 'fail'],
    ['{"ArnNotEquals": {"aws:PrincipalArn": "arn:aws:iam::111122223333:user/a"}}', 'fail'],
  ])('%s: %s', async (condition, verdict) => {
    expect(await judged('data-services-are-private', policy(condition))).toEqual([verdict]);
  });
});

describe('a policy that is not in order', () => {
  const queue = (policy: string) => `resource "aws_sqs_queue" "q" {\n  policy = ${policy}\n}`;
  const statement = (principal: string, resource: string, comma = '') =>
    `<<EOF\n{"Statement": [{"Effect": "Allow", "Principal": ${principal}, "Action": "sqs:SendMessage", "Resource": "${resource}"}${comma}]}\nEOF\n`;
  it.each([
    ['a comma too many', statement('"*"', '*', ','), 'fail'],
    [
      'a resource that is not declared',
      statement('{"AWS": "arn:aws:iam::111122223333:root"}', '${aws_sqs_queue.gone.arn}'),
      'pass',
    ],
    ['a resource that is not declared, for everyone', statement('"*"', '${aws_sqs_queue.gone.arn}'), 'fail'],
    ['an account that may be any', statement('{"AWS": "arn:aws:iam::*:role/app"}', '*'), 'fail'],
    ['an empty text', '""', 'pass'],
    ['a text that is none', '"none"', 'unknown'],
  ])('%s', async (_, policy, verdict) => {
    expect(await judged('data-services-are-private', queue(policy))).toEqual([verdict]);
  });
});

describe('a part that may be anyone’s', () => {
  const variable = 'variable "name" {}\n';
  const bucket = (id: string, name: string) => `resource "aws_s3_bucket" "${id}" {\n  bucket = ${name}\n}\n`;
  const versioning =
    'resource "aws_s3_bucket_versioning" "v" {\n  bucket = var.name\n  versioning_configuration {\n    status = "Enabled"\n  }\n}\n';

  it('belongs to the one that takes its name from the same variable', async () => {
    const text = variable + bucket('a', 'var.name') + bucket('b', '"b"') + versioning;
    expect(await judged('objects-are-versioned', text)).toEqual(['fail', 'pass']);
  });

  it('is anyone’s where nobody does', async () => {
    expect(await judged('objects-are-versioned', variable + bucket('b', '"b"') + versioning)).toEqual(['unknown']);
  });
});

describe('who takes the logs of others', () => {
  const logged = 'resource "aws_s3_bucket" "data" {}\nresource "aws_s3_bucket" "logs" {}\n';
  it.each([
    [
      'a bucket',
      'resource "aws_s3_bucket_logging" "l" {\n  bucket = aws_s3_bucket.data.id\n  target_bucket = aws_s3_bucket.logs.id\n}',
      ['pass'],
    ],
    [
      'a load balancer',
      'resource "aws_elb" "l" {\n  access_logs {\n    bucket = aws_s3_bucket.logs.id\n  }\n}',
      ['fail', 'pass'],
    ],
    ['a network', 'resource "aws_flow_log" "l" {\n  log_destination = aws_s3_bucket.logs.arn\n}', ['fail']],
  ])('%s', async (_, text, verdicts) => {
    expect(await judged('requests-are-logged', logged + text)).toEqual(verdicts);
  });
});

describe('versions of a cluster', () => {
  it.each([
    ['version = "1.19"', ['fail']],
    ['version = "1.25"', ['fail']],
    ['version = "1.35"', ['pass']],
    ['version = "1.99"', ['unknown']],
    ['version = var.v', ['unknown']],
    ['', []],
  ])('%s', async (version, verdicts) => {
    const cluster = `variable "v" {}\nresource "aws_eks_cluster" "c" {\n  name = "c"\n  ${version}\n}`;
    const files = new Map([['main.tf', cluster]]);
    const { report } = await scanTree(files, { rules: ['runtimes-are-supported'], asOf: '2026-11-22' });
    expect([...report.results.map(({ verdict }) => verdict), ...report.passes.map(() => 'pass')]).toEqual(verdicts);
  });
});

describe('the start of a machine', () => {
  const script = Buffer.from('export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\n').toString('base64');
  it.each([
    [`resource "aws_launch_template" "t" {\n  user_data = "${script}"\n}`, ['fail']],
    [
      'resource "aws_launch_template" "t" {\n  user_data = base64encode("export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE")\n}',
      ['fail'],
    ],
    [`resource "aws_instance" "t" {\n  user_data_base64 = "${script}"\n}`, ['fail']],
    ['resource "aws_instance" "t" {\n  user_data = "echo hello"\n}', ['pass']],
    ['resource "aws_instance" "t" {}', ['pass']],
  ])('%s', async (text, verdicts) => {
    expect(await judged('passwords-stay-out-of-code', text)).toEqual(verdicts);
  });
});

describe('nodes of a cluster', () => {
  const nodes = (access: string) => `resource "aws_eks_node_group" "n" {\n  remote_access {\n${access}  }\n}`;
  it('are open to SSH where a key is given and no group', async () => {
    expect(await judged('network-is-closed', nodes('    ec2_ssh_key = "ops"\n'))).toContain('ssh fail tcp 22');
    const grouped = nodes('    ec2_ssh_key = "ops"\n    source_security_group_ids = ["sg-1"]\n');
    expect((await judged('network-is-closed', grouped)).some((one) => one.includes('fail'))).toBe(false);
  });
});

describe('an argument that is given null', () => {
  it('is left out, and may be filled in by the provider', async () => {
    const text = `data "aws_region" "here" {
  region = null
}
data "aws_iam_policy_document" "d" {
  statement {
    actions   = ["ssm:GetParameter"]
    resources = ["arn:aws:ssm:\${data.aws_region.here.region}::parameter/app/*"]
  }
}`;
    expect(await judged('policies-keep-data-and-keys-apart', text)).toEqual(['credentials pass', 'data pass']);
  });
});

describe('routes of an interface', () => {
  const route = (protocol: string, key: string) => `
resource "aws_apigatewayv2_api" "a" {
  name          = "a"
  protocol_type = "${protocol}"
}

resource "aws_apigatewayv2_route" "r" {
  api_id    = aws_apigatewayv2_api.a.id
  route_key = "${key}"
}`;
  it.each([
    ['HTTP', 'GET /orders', ['fail']],
    ['HTTP', '$default', ['fail']],
    ['HTTP', 'OPTIONS /orders', []],
    ['WEBSOCKET', '$connect', ['fail']],
    ['WEBSOCKET', '$disconnect', []],
    ['WEBSOCKET', '$default', []],
    ['WEBSOCKET', 'sendmessage', []],
  ])('%s %s', async (protocol, key, verdicts) => {
    expect(await judged('interfaces-know-their-callers', route(protocol, key))).toEqual(verdicts);
  });
});
