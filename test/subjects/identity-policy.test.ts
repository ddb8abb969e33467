import { describe, expect, it } from 'vitest';
import { actionMatches } from '../../src/subjects/aws-policy.ts';
import { judged } from './judged.ts';

describe('an action of a policy', () => {
  it.each([
    ['*', 's3:GetObject', true],
    ['iam:*', 'iam:PassRole', true],
    ['IAM:pass*', 'iam:PassRole', true],
    ['iam:PassRol?', 'iam:PassRole', true],
    ['iam:Pass', 'iam:PassRole', false],
    ['s3:*', 'iam:PassRole', false],
    ['Microsoft.Authorization/*', 'Microsoft.Authorization/roleAssignments/write', true],
    ['Microsoft.Authorization/*/read', 'Microsoft.Authorization/roleAssignments/write', false],
  ])('%s stands for %s: %s', (pattern, action, matches) => {
    expect(actionMatches(pattern, action)).toBe(matches);
  });
});

const policy = (statement: string) => `
variable "resources" {
  type = list(string)
}

resource "aws_s3_bucket" "files" {
  bucket_prefix = "files"
}

resource "aws_iam_policy" "work" {
  name   = "work"
  policy = jsonencode({ Version = "2012-10-17", Statement = [${statement}] })
}`;

describe('a policy', () => {
  it('is not for everything where it names what comes to be', async () => {
    const named = policy('{ Effect = "Allow", Action = "*", Resource = "${aws_s3_bucket.files.arn}/*" }');
    expect(await judged('no-policy-grants-everything', named)).toEqual(['pass']);
  });

  it('is unknown where its resources are', async () => {
    const open = policy('{ Effect = "Allow", Action = "*", Resource = var.resources }');
    expect(await judged('no-policy-grants-everything', open)).toEqual(['unknown']);
    const narrow = policy('{ Effect = "Allow", Action = "s3:GetObject", Resource = var.resources }');
    expect(await judged('no-policy-grants-everything', narrow)).toEqual(['pass']);
  });

  it('that denies grants nothing', async () => {
    expect(
      await judged('no-policy-grants-everything', policy('{ Effect = "Deny", Action = "*", Resource = "*" }')),
    ).toEqual(['pass']);
  });

  it('of all roles of an account passes every role on', async () => {
    const roles = policy(
      '{ Effect = "Allow", Action = "iam:PassRole", Resource = "arn:aws:iam::123456789012:role/*" }',
    );
    expect(await judged('rights-are-not-raised', roles)).toEqual(['own-rights pass', 'pass-role fail']);
  });

  it('is judged once where a document makes it', async () => {
    const text = `
data "aws_iam_policy_document" "all" {
  statement {
    actions   = ["*"]
    resources = ["*"]
  }
}

resource "aws_iam_policy" "work" {
  name   = "work"
  policy = data.aws_iam_policy_document.all.json
}

resource "aws_iam_role_policy_attachment" "work" {
  role       = "work"
  policy_arn = aws_iam_policy.work.arn
}`;
    expect(await judged('no-policy-grants-everything', text)).toEqual(['fail']);
    expect(await judged('broad-roles-are-not-handed-out', text)).toEqual([
      'administration pass',
      'changes-to-everything pass',
    ]);
  });

  it('is left out where it is a boundary of others and nothing more', async () => {
    const boundary = policy('{ Effect = "Allow", Action = "*", Resource = "*" }');
    const role = `
resource "aws_iam_role" "work" {
  name                 = "work"
  permissions_boundary = aws_iam_policy.work.arn
  assume_role_policy   = "{}"
}`;
    expect(await judged('no-policy-grants-everything', boundary + role)).toEqual([]);
  });
});
