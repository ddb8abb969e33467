import { describe, expect, it } from 'vitest';
import { judged } from './judged.ts';

describe('replicas', () => {
  it('are not asked for backups and a standby of their own', async () => {
    const replica = 'resource "aws_db_instance" "copy" {\n  replicate_source_db = "main"\n}';
    expect(await judged('database-is-backed-up', replica)).toEqual([]);
    expect(await judged('database-survives-a-zone', replica)).toEqual([]);
    expect(await judged('database-is-encrypted', replica)).toEqual(['unknown']);
  });
});

describe('the engine of a database', () => {
  it.each(['mysql', 'MySQL'])('%s: its parameters say whether it takes plain connections', async (engine) => {
    const database = `resource "aws_db_instance" "d" {\n  engine = "${engine}"\n}`;
    expect(await judged('database-requires-tls', database)).toEqual(['clients fail']);
    expect(await judged('database-accepts-identities', database)).toEqual(['fail']);
  });
});

describe('keys of one’s own', () => {
  const queue = (key: string) => `resource "aws_sqs_queue" "q" {\n  kms_master_key_id = ${key}\n}`;
  it.each([
    ['"alias/aws/sqs"', 'fail'],
    ['"arn:aws:kms:eu-west-1:111122223333:alias/aws/sqs"', 'fail'],
    ['"alias/orders"', 'pass'],
    ['aws_kms_alias.orders.name', 'pass'],
    ['var.key', 'unknown'],
  ])('%s: %s', async (key, verdict) => {
    const rest =
      'variable "key" {}\nresource "aws_kms_alias" "orders" {\n  name = "alias/orders"\n  target_key_id = "x"\n}\n';
    expect(await judged('own-keys-encrypt-data', rest + queue(key))).toEqual([`message-queue ${verdict}`]);
  });

  it('come second where it is not known whether anything is encrypted', async () => {
    expect(await judged('own-keys-encrypt-data', 'resource "aws_instance" "web" {\n  ami = "a"\n}')).toEqual([]);
    expect(await judged('own-keys-encrypt-data', 'resource "aws_efs_file_system" "f" {}')).toEqual([]);
  });
});

describe('secrets in code', () => {
  const database = (password: string, more = '') =>
    `variable "given" {}\nvariable "empty" {\n  default = ""\n}\nresource "aws_db_instance" "d" {\n  password = ${password}\n${more}}`;
  it.each([
    ['"text"', 'fail'],
    ['"${"te"}xt"', 'fail'],
    ['var.given', 'pass'],
    ['var.empty', 'pass'],
    ['random_password.p.result', 'pass'],
    ['data.aws_ssm_parameter.p.value', 'pass'],
    ['null', 'pass'],
    ['filebase64("not-in-the-repository.bin")', 'pass'],
    ['timestamp()', 'unknown'],
  ])('%s: %s', async (password, verdict) => {
    const rest =
      'resource "random_password" "p" {\n  length = 20\n}\ndata "aws_ssm_parameter" "p" {\n  name = "p"\n}\n';
    expect(await judged('passwords-stay-out-of-code', rest + database(password))).toEqual([verdict]);
  });

  it('may be stand-ins where the code ignores changes', async () => {
    const ignored = (what: string) => database('"text"', `  lifecycle {\n    ignore_changes = ${what}\n  }\n`);
    expect(await judged('passwords-stay-out-of-code', ignored('[password]'))).toEqual(['unknown']);
    expect(await judged('passwords-stay-out-of-code', ignored('all'))).toEqual(['unknown']);
    expect(await judged('passwords-stay-out-of-code', ignored('[tags]'))).toEqual(['fail']);
  });
});

describe('policies of Google', () => {
  const policy = (data: string) => `
resource "google_kms_crypto_key" "k" {
  name     = "k"
  key_ring = "r"
}
resource "google_kms_crypto_key_iam_policy" "p" {
  crypto_key_id = google_kms_crypto_key.k.id
  policy_data   = ${data}
}
data "google_iam_policy" "open" {
  binding {
    role    = "roles/cloudkms.viewer"
    members = ["allUsers"]
  }
}`;
  it.each([
    ['jsonencode({ bindings = [{ role = "r", members = ["allUsers"] }] })', 'fail'],
    ['jsonencode({ bindings = [{ role = "r", members = ["user:a@example.com"] }] })', 'pass'],
    ['data.google_iam_policy.open.policy_data', 'fail'],
    ['"no json"', 'unknown'],
  ])('%s: %s', async (data, verdict) => {
    expect(await judged('data-services-are-private', policy(data))).toEqual([verdict]);
  });
});

describe('conditions', () => {
  const bucket = (condition: string) => `
resource "aws_s3_bucket_policy" "p" {
  bucket = "kept-elsewhere"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "*",
    Condition = ${condition} }] })
}`;
  it.each([
    ['{ StringEquals = { "aws:PrincipalOrgID" = "o-example" } }', 'policy pass'],
    ['{ ArnEquals = { "aws:PrincipalArn" = "arn:aws:iam::111122223333:role/a" } }', 'policy pass'],
    ['{ ArnLike = { "aws:PrincipalArn" = "arn:aws:iam::*:role/a" } }', 'policy fail'],
    ['{ ArnLike = { "aws:PrincipalArn" = "arn:aws:iam::*" } }', 'policy fail'],
    ['{ ArnNotEquals = { "aws:PrincipalArn" = "arn:aws:iam::111122223333:role/a" } }', 'policy fail'],
    ['{ StringLike = { "aws:Referer" = "https://example.com/*" } }', 'policy fail'],
  ])('%s: %s', async (condition, verdict) => {
    expect(await judged('storage-is-private', bucket(condition))).toEqual([verdict]);
  });
});

describe('disks of machines', () => {
  it('follow the launch template where there is one', async () => {
    const text = `
resource "aws_launch_template" "t" {
  block_device_mappings {
    device_name = "/dev/xvda"
    ebs {
      encrypted = true
    }
  }
}
resource "aws_instance" "web" {
  launch_template {
    id = aws_launch_template.t.id
  }
}`;
    expect(await judged('disks-are-encrypted', text)).toEqual(['pass']);
  });
});

describe('firewalls of databases', () => {
  const server = (access: string, start: string, end: string) => `
resource "azurerm_mssql_server" "s" {
  name                          = "s"
  public_network_access_enabled = ${access}
}
resource "azurerm_mssql_firewall_rule" "r" {
  server_id        = azurerm_mssql_server.s.id
  start_ip_address = "${start}"
  end_ip_address   = "${end}"
}`;
  it('are open by their rules only, and only where there is an address', async () => {
    expect(await judged('database-is-private', server('true', '0.0.0.0', '255.255.255.255'))).toEqual([
      'address fail',
      'cloud pass',
      'networks fail',
    ]);
    expect(await judged('database-is-private', server('false', '0.0.0.0', '255.255.255.255'))).toEqual([
      'address pass',
      'cloud pass',
      'networks pass',
    ]);
    expect(await judged('database-is-private', server('true', '192.0.2.1', '192.0.2.9'))).toEqual([
      'cloud pass',
      'networks pass',
    ]);
    const named = server('true', '192.0.2.1', '192.0.2.9');
    expect((await judged('databases-are-reached-privately', named)).map((said) => said.split(' ').at(-1))).toEqual([
      'fail',
    ]);
  });
});
