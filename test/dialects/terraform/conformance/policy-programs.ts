import { type ProgramGroup, use, V } from './value-programs.ts';

const statement = (sid: string, action: string): string =>
  `  statement {\n    sid = "${sid}"\n    actions = ["${action}"]\n    resources = ["*"]\n  }\n`;
const document = (name: string, body: string): string => `data "aws_iam_policy_document" "${name}" {\n${body}}\n`;
const ask = (name: string, path: string): string =>
  use(`jsondecode(data.aws_iam_policy_document.${name}.json).${path}`);
const json = (name: string): string => `[data.aws_iam_policy_document.${name}.json]`;

export const policyPrograms: readonly ProgramGroup[] = [
  {
    feature: 'policy documents and their merges',
    page: 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document',
    cases: [
      ['the effect is Allow', document('a', statement('x', 's3:Get')) + ask('a', 'Statement[0].Effect'), V, 'Allow'],
      ['a version is there', document('a', statement('x', 's3:Get')) + ask('a', 'Version'), V, '2012-10-17'],
      [
        'source documents come first',
        document('a', statement('x', 's3:Get')) +
          document('b', `  source_policy_documents = ${json('a')}\n${statement('y', 's3:Put')}`) +
          ask('b', 'Statement[*].Sid'),
        V,
        ['x', 'y'],
      ],
      [
        'a statement replaces that of a source with its sid',
        document('a', statement('x', 's3:Get')) +
          document('b', `  source_policy_documents = ${json('a')}\n${statement('x', 's3:Put')}`) +
          use('flatten([jsondecode(data.aws_iam_policy_document.b.json).Statement[*].Action])'),
        V,
        ['s3:Put'],
      ],
      [
        'an overriding document replaces by sid',
        document('a', statement('x', 's3:Put')) +
          document(
            'b',
            `  override_policy_documents = ${json('a')}\n${statement('x', 's3:Get')}${statement('y', 's3:Get')}`,
          ) +
          use(
            'flatten([for s in jsondecode(data.aws_iam_policy_document.b.json).Statement : "${s.Sid} ${flatten([s.Action])[0]}"])',
          ),
        V,
        ['x s3:Put', 'y s3:Get'],
      ],
      [
        'a document in a heredoc is a source too',
        `${document('b', '  source_policy_documents = [<<EOT\n{"Statement": [{"Sid": "h", "Effect": "Deny", "Action": "*", "Resource": "*"}]}\nEOT\n  ]\n')}${ask('b', 'Statement[0].Sid')}`,
        V,
        'h',
      ],
      [
        'a document of jsonencode is a source too',
        document(
          'b',
          '  source_policy_documents = [jsonencode({ Statement = [{ Sid = "j", Effect = "Deny", Action = "*", Resource = "*" }] })]\n',
        ) + ask('b', 'Statement[0].Sid'),
        V,
        'j',
      ],
      [
        'statements of a dynamic block',
        document(
          'a',
          '  dynamic "statement" {\n    for_each = ["p", "q"]\n    content {\n      sid = statement.value\n      actions = ["s3:Get"]\n      resources = ["*"]\n    }\n  }\n',
        ) + ask('a', 'Statement[*].Sid'),
        V,
        ['p', 'q'],
      ],
    ],
  },
];
