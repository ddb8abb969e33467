import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Modules of a generated program, and how many resources each of them comes to. */
interface Size {
  modules: number;
  /** A multiple of ten: the resources of one service. */
  resourcesEach: number;
}

/** A program of this many resources in 200 modules, or in fewer where it is small. */
export const sizeOf = (resources: number): Size => {
  const modules = Math.min(200, Math.ceil(resources / 10));
  return { modules, resourcesEach: Math.ceil(resources / modules / 10) * 10 };
};

/** Writes a Terraform root that calls each module once; what its services hold is joined by reference and by name. */
export function writeProgram(folder: string, { modules, resourcesEach }: Size): void {
  mkdirSync(folder, { recursive: true });
  const calls = Array.from({ length: modules }, (_, i) => call(i, modules)).join('\n');
  writeFileSync(join(folder, 'main.tf'), `${head}\n${calls}`);
  for (let i = 0; i < modules; i++) {
    const module = join(folder, 'modules', `m${i}`);
    mkdirSync(module, { recursive: true });
    writeFileSync(join(module, 'main.tf'), moduleText(resourcesEach / 10));
  }
}

const head = `terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}

provider "aws" {
  region = "eu-west-1"
  default_tags {
    tags = { owner = "platform" }
  }
}

locals {
  settings = { retention = 30, encrypted = true, cidrs = ["10.0.0.0/8", "192.168.0.0/16"] }
}
`;

/** Every module but the first reads an output of the one before it. */
const call = (i: number, modules: number): string => `module "m${i}" {
  source   = "./modules/m${i}"
  name     = "team${i}"
  settings = merge(local.settings, { retention = ${i < modules / 2 ? 30 : 400} })
  upstream = ${i === 0 ? '[]' : `module.m${i - 1}.buckets`}
}
`;

/** Ten resources for each service, of which every other one has its own for_each item. */
const moduleText = (services: number): string => `variable "name" {
  type = string
}
variable "settings" {
  type = object({
    retention = number
    encrypted = optional(bool, true)
    cidrs     = optional(list(string), [])
  })
}
variable "upstream" {
  type    = list(string)
  default = []
}
locals {
  services = { for i in range(${services}) : format("s%03d", i) => { port = 8000 + i, public = i % 7 == 0 } }
}
resource "aws_s3_bucket" "data" {
  for_each = local.services
  bucket   = "\${var.name}-\${each.key}"
}
resource "aws_s3_bucket_versioning" "data" {
  for_each = local.services
  bucket   = aws_s3_bucket.data[each.key].id
  versioning_configuration {
    status = "Enabled"
  }
}
resource "aws_s3_bucket_server_side_encryption_configuration" "data" {
  for_each = local.services
  bucket   = "\${var.name}-\${each.key}"
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "aws:kms"
    }
  }
}
resource "aws_s3_bucket_public_access_block" "data" {
  for_each                = aws_s3_bucket.data
  bucket                  = each.value.bucket
  block_public_acls       = !local.services[each.key].public
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}
data "aws_iam_policy_document" "data" {
  for_each = local.services
  dynamic "statement" {
    for_each = concat([var.name], slice(var.upstream, 0, min(2, length(var.upstream))))
    content {
      actions   = ["s3:GetObject"]
      resources = ["\${aws_s3_bucket.data[each.key].arn}/\${statement.value}/*"]
      principals {
        type        = "AWS"
        identifiers = ["arn:aws:iam::111122223333:root"]
      }
    }
  }
}
resource "aws_s3_bucket_policy" "data" {
  for_each = local.services
  bucket   = aws_s3_bucket.data[each.key].id
  policy   = data.aws_iam_policy_document.data[each.key].json
}
resource "aws_security_group" "service" {
  for_each = local.services
  name     = "\${var.name}-\${each.key}"
  dynamic "ingress" {
    for_each = { for cidr in var.settings.cidrs : cidr => each.value.port }
    content {
      from_port   = ingress.value
      to_port     = ingress.value
      protocol    = "tcp"
      cidr_blocks = [ingress.key]
    }
  }
}
resource "aws_security_group_rule" "service" {
  for_each          = local.services
  type              = "egress"
  from_port         = 443
  to_port           = 443
  protocol          = "tcp"
  cidr_blocks       = ["0.0.0.0/0"]
  security_group_id = aws_security_group.service[each.key].id
}
resource "aws_db_instance" "service" {
  count                   = length(local.services)
  identifier              = "\${var.name}-\${count.index}"
  storage_encrypted       = var.settings.encrypted
  backup_retention_period = var.settings.retention > 35 ? 35 : var.settings.retention
  vpc_security_group_ids  = values(aws_security_group.service)[*].id
}
resource "aws_cloudwatch_log_group" "service" {
  for_each          = local.services
  name              = "/service/\${var.name}/\${each.key}"
  retention_in_days = var.settings.retention
}
resource "aws_sqs_queue" "service" {
  for_each                = local.services
  name                    = "\${var.name}-\${each.key}"
  sqs_managed_sse_enabled = try(var.settings.encrypted, false)
}
output "buckets" {
  value = [for bucket in aws_s3_bucket.data : bucket.bucket]
}
`;
