import { describe, expect, it } from 'vitest';
import { scanTree } from '../../scan-tree.ts';

// What other scanners are known to fail at, each in an own example: the finding has its line and the address of its instance.

/** `file:line address`, the disposition where it is accepted, and for `unknown` a question mark. */
async function told(files: Record<string, string>, rule: string): Promise<string[]> {
  const { report } = await scanTree(new Map(Object.entries(files)), { rules: [rule], asOf: '2026-11-22' });
  expect(report.problems).toEqual([]);
  return report.results
    .filter((result) => result.rule === rule)
    .map(
      ({ verdict, location, subject, disposition, aspect }) =>
        `${verdict === 'unknown' ? '? ' : ''}${location?.file}:${location?.startLine} ${subject.name}${aspect ? ` ${aspect}` : ''}${disposition === 'open' || disposition === null ? '' : ` ${disposition}`}`,
    );
}

const securityGroup = `variable "name" {}
variable "cidrs" {
  type = list(string)
}
resource "aws_security_group" "this" {
  name = var.name
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = var.cidrs
  }
}
`;

describe('known failures of others', () => {
  it('a module for_each over a for expression (checkov #7503)', async () => {
    const files = {
      'main.tf': `variable "teams" {
  default = [
    { name = "web", cidrs = ["0.0.0.0/0"] },
    { name = "db", cidrs = ["10.0.0.0/8"] },
  ]
}
module "sg" {
  source   = "./sg"
  for_each = { for team in var.teams : team.name => team }
  name     = each.key
  cidrs    = each.value.cidrs
}
`,
      'sg/main.tf': securityGroup,
    };
    expect(await told(files, 'network-is-closed')).toEqual(['main.tf:3 module.sg["web"].aws_security_group.this ssh']);
  });

  it('conditionals and functions in attributes (checkov #7269)', async () => {
    const files = {
      'main.tf': `variable "env" {
  default = "prod"
}
locals {
  sizes = { prod = 20, dev = 5 }
}
resource "aws_ebs_volume" "kept" {
  availability_zone = "eu-west-1a"
  size              = lookup(local.sizes, var.env, 1)
  encrypted         = var.env == "prod" ? true : false
}
resource "aws_ebs_volume" "open" {
  availability_zone = "eu-west-1a"
  size              = 1
  encrypted         = contains(["dev", "test"], lower(var.env)) ? true : tobool("false")
}
`,
    };
    expect(await told(files, 'disks-are-encrypted')).toEqual(['main.tf:15 aws_ebs_volume.open']);
  });

  it('dynamic blocks of a list of objects (trivy #7611)', async () => {
    const files = {
      'main.tf': `variable "rules" {
  type = list(object({ port = number, cidrs = optional(list(string), ["10.0.0.0/8"]) }))
  default = [
    { port = 443 },
    { port = 22, cidrs = ["0.0.0.0/0"] },
  ]
}
resource "aws_security_group" "web" {
  dynamic "ingress" {
    for_each = var.rules
    content {
      from_port   = ingress.value.port
      to_port     = ingress.value.port
      protocol    = "tcp"
      cidr_blocks = ingress.value.cidrs
    }
  }
}
`,
    };
    expect(await told(files, 'network-is-closed')).toEqual(['main.tf:5 aws_security_group.web ssh']);
  });

  it('two sibling modules, one of which reads an output of the other (trivy #10926)', async () => {
    const files = {
      'main.tf': `module "settings" {
  source = "./settings"
}
module "disk" {
  source    = "./disk"
  encrypted = module.settings.encrypted
}
module "other" {
  source    = "./disk"
  encrypted = !module.settings.encrypted
}
`,
      'settings/main.tf': 'output "encrypted" {\n  value = true\n}\n',
      'disk/main.tf': `variable "encrypted" {
  default = false
}
resource "aws_ebs_volume" "this" {
  availability_zone = "eu-west-1a"
  size              = 1
  encrypted         = var.encrypted
}
`,
    };
    expect(await told(files, 'disks-are-encrypted')).toEqual(['main.tf:10 module.other.aws_ebs_volume.this']);
  });

  it('locals, of other files too (kics #7944)', async () => {
    const files = {
      'a.tf': `resource "aws_cloudwatch_log_group" "a" {
  name              = "a"
  retention_in_days = local.days
}
resource "aws_ebs_volume" "a" {
  availability_zone = "eu-west-1a"
  size              = 1
  encrypted         = local.disk.encrypted
}
`,
      'b.tf': `locals {
  days = local.years * 365
  disk = { encrypted = local.off }
}
`,
      'c.tf': 'locals {\n  years = 1\n  off   = false\n}\n',
    };
    expect(await told(files, 'disks-are-encrypted')).toEqual(['c.tf:3 aws_ebs_volume.a']);
    expect(await told(files, 'logs-are-kept')).toEqual([]);
  });

  it('a bucket in several resources (checkov #2399)', async () => {
    const files = {
      'main.tf': `resource "aws_s3_bucket" "good" {
  bucket = "acme-good"
}
resource "aws_s3_bucket_public_access_block" "good" {
  bucket                  = aws_s3_bucket.good.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}
resource "aws_s3_bucket" "bad" {
  bucket = "acme-bad"
}
resource "aws_s3_bucket_acl" "bad" {
  bucket = "acme-bad"
  acl    = "public-read"
}
resource "aws_s3_bucket_public_access_block" "bad" {
  bucket                  = aws_s3_bucket.bad.bucket
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = false
  restrict_public_buckets = true
}
`,
    };
    expect(await told(files, 'storage-is-private')).toEqual(['main.tf:16 aws_s3_bucket.bad acl']);
  });

  it('an acceptance inside a module (trivy-action #355)', async () => {
    const module = (comment: string) => `${comment}resource "aws_ebs_volume" "this" {
  availability_zone = "eu-west-1a"
  size              = 1
  encrypted         = false
}
`;
    const calls = 'module "a" {\n  source = "./m"\n}\nmodule "b" {\n  source = "./m"\n}\n';
    const accepted = await told(
      { 'main.tf': calls, 'm/main.tf': module('# soc2-lint: accept disks-are-encrypted -- scratch data only\n') },
      'disks-are-encrypted',
    );
    expect(accepted).toEqual([
      'm/main.tf:5 module.a.aws_ebs_volume.this accepted',
      'm/main.tf:5 module.b.aws_ebs_volume.this accepted',
    ]);
    const inherited = await told(
      { 'main.tf': calls, 'm/main.tf': module('#trivy:ignore:AVD-AWS-0026\n') },
      'disks-are-encrypted',
    );
    expect(inherited).toEqual([
      'm/main.tf:5 module.a.aws_ebs_volume.this inherited',
      'm/main.tf:5 module.b.aws_ebs_volume.this inherited',
    ]);
    const ofOneCall = await told(
      {
        'main.tf': `# soc2-lint: accept disks-are-encrypted -- scratch data only\n${calls}`,
        'm/main.tf': module(''),
      },
      'disks-are-encrypted',
    );
    expect(ofOneCall).toEqual([
      'm/main.tf:4 module.a.aws_ebs_volume.this accepted',
      'm/main.tf:4 module.b.aws_ebs_volume.this',
    ]);
  });

  it('an exception for a resource that is missing (trivy #9463)', async () => {
    const network = 'resource "aws_vpc" "main" {\n  cidr_block = "10.0.0.0/16"\n}\n';
    const rule = 'network-flows-are-logged';
    expect(await told({ 'main.tf': network }, rule)).toEqual(['main.tf:1 aws_vpc.main']);
    expect(
      await told({ 'main.tf': `# soc2-lint: accept ${rule} -- no traffic but our own\n${network}` }, rule),
    ).toEqual(['main.tf:2 aws_vpc.main accepted']);
    const register = `exceptions:\n  - { rule: ${rule}, subject: aws_vpc.main, reason: no traffic but our own }\n`;
    expect(await told({ 'main.tf': network, '.soc2/exceptions.yml': register }, rule)).toEqual([
      'main.tf:1 aws_vpc.main accepted',
    ]);
  });
});
