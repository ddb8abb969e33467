import { describe, expect, it } from 'vitest';
import { reachOf } from '../../src/subjects/trust-policy/github.ts';
import { judged } from './judged.ts';

describe('the subject of a pipeline’s token', () => {
  it.each([
    ['*', true, 'anyone'],
    ['repo:*', true, 'anyone'],
    ['repo:example*', true, 'anyone'],
    ['repo:*/shop:*', true, 'anyone'],
    ['environment:production', false, 'anyone'],
    ['ref:refs/heads/main', false, 'anyone'],
    ['repo:example/*', true, 'owner'],
    ['repo:example/shop*:ref:refs/heads/main', true, 'owner'],
    ['repo:example/shop:*', true, 'repository'],
    ['repo:example/shop:pull_request', false, 'repository'],
    ['repo:example/shop:ref:refs/heads/main', false, 'ref'],
    ['repo:example/shop:environment:production', true, 'ref'],
    ['repository_owner:example:ref:refs/heads/main', false, 'ref'],
    ['job_workflow_ref:example/pipelines/.github/workflows/deploy.yml@main', false, 'ref'],
  ] as const)('%s lets in: %s → %s', (subject, wildcards, reach) => {
    expect(reachOf(subject, wildcards)).toBe(reach);
  });
});

const provider = (condition: string) => `
resource "google_iam_workload_identity_pool_provider" "github" {
  workload_identity_pool_id          = "pipelines"
  workload_identity_pool_provider_id = "github"
  attribute_condition                = ${JSON.stringify(condition)}

  oidc {
    issuer_uri = "https://token.actions.githubusercontent.com"
  }
}`;

describe('a condition of an identity pool', () => {
  it.each([
    ["assertion.repository_owner == 'example'", 'pass'],
    ["assertion.repository == 'example/shop' && assertion.ref == 'refs/heads/main'", 'pass'],
    ["assertion.sub.startsWith('repo:example/')", 'pass'],
    ["assertion.repository_owner_id == '123456'", 'pass'],
    ["assertion.ref == 'refs/heads/main'", 'fail'],
    ["assertion.sub == 'repo:*'", 'fail'],
    ['true', 'fail'],
  ])('%s: %s', async (condition, verdict) => {
    expect(await judged('strangers-pipelines-are-not-trusted', provider(condition))).toEqual([verdict]);
  });
});

const role = (statement: string) => `
data "aws_caller_identity" "current" {}

resource "aws_iam_role" "work" {
  name               = "work"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [${statement}] })
}`;

describe('the trust of a role', () => {
  it.each([
    ['{ Effect = "Allow", Action = "sts:AssumeRole", Principal = "*" }', 'fail'],
    ['{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = ["*"] } }', 'fail'],
    [
      '{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "*" }, Condition = { StringEquals = { "sts:ExternalId" = "x" } } }',
      'fail',
    ],
    [
      '{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "*" }, Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-example" } } }',
      'pass',
    ],
    ['{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }', 'pass'],
    [
      '{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:root" } }',
      'pass',
    ],
  ])('%s: %s', async (statement, verdict) => {
    expect(await judged('roles-trust-known-callers', role(statement))).toEqual([verdict]);
  });

  it.each([
    ['111122223333', 'fail'],
    ['arn:aws:iam::111122223333:root', 'fail'],
    ['arn:aws:iam::${var.vendor}:root', 'fail'],
    ['arn:aws:iam::${data.aws_caller_identity.current.account_id}:root', 'pass'],
    ['arn:aws:iam::${var.vendor}:role/reader', 'pass'],
    ['${var.vendor}', 'unknown'],
  ])('names %s as who may take it on: %s', async (principal, verdict) => {
    const text = role(`{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "${principal}" } }`);
    expect(await judged('trust-names-identities', `variable "vendor" {}\n${text}`)).toEqual([verdict]);
  });

  it('has no say about pipelines where it names none', async () => {
    const text = role('{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }');
    expect(await judged('strangers-pipelines-are-not-trusted', text)).toEqual([]);
  });
});
