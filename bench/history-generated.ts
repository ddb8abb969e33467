import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';

const documents = 1_000;
const roots = 60;
const filesEach = 5;
const begin = Date.parse('2025-01-01T12:00:00Z') / 1000;
const year = 365 * 86_400;

const said = {
  'access-control': 'Access is reviewed every quarter.',
  backup: 'Backups are made daily and kept for 35 days.',
  encryption: 'Data in transit is encrypted with TLS 1.2 or newer, and all data is encrypted at rest.',
  'incident-response': 'Customers are told of an incident within 72 hours.',
  'vendor-management': 'Critical vendors are reviewed annually.',
  'change-management': 'Each change is approved by one other person.',
};
const names = Object.keys(said) as (keyof typeof said)[];

/** A repository of a thousand policies and 300 Terraform files, and a year in which each commit changes one of them. */
export function writeHistory(folder: string, commits: number): void {
  mkdirSync(folder, { recursive: true });
  run(folder, ['init', '--quiet', '--initial-branch=main']);
  const parts: string[] = [];
  const commit = (time: number, message: string, files: readonly (readonly [string, string])[]) => {
    const who = `<engineer@example.com> ${time} +0000`;
    parts.push(`commit refs/heads/main\nauthor engineer ${who}\ncommitter engineer ${who}\n${data(message)}`);
    for (const [path, text] of files) parts.push(`M 100644 inline ${path}\n${data(text)}`);
  };
  commit(begin - 86_400, 'Begin', [
    ['.soc2/config.yml', 'categories: [security, availability, confidentiality]\nholds: [policies]\n'],
    ...Array.from({ length: documents }, (_, index) => document(index, 0)),
    ...Array.from({ length: roots * filesEach }, (_, index) => terraform(index, 0)),
  ]);
  for (let at = 0; at < commits; at++) {
    const time = begin + Math.floor((at * year) / commits);
    // Two of three changes are about documents.
    const file = at % 3 === 2 ? terraform((at * 7) % (roots * filesEach), at) : document((at * 13) % documents, at);
    commit(time, at % 5 === 0 ? `Change ${at}` : `Change ${at} (#${at})`, [file]);
  }
  run(folder, ['fast-import', '--quiet', '--done'], `${parts.join('')}done\n`);
  run(folder, ['reset', '--quiet', '--hard']);
}

const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`;

function document(index: number, at: number): [string, string] {
  const name = names[index % names.length]!;
  const reviewed = new Date((begin - 86_400 * (index % 300) + Math.floor((at * year) / 3000)) * 1000);
  const path = `docs/policies/area-${Math.floor(index / 50)}/${name}-${index}.md`;
  return [
    path,
    `---\ntitle: ${name} policy of area ${index}\nowner: CTO\nlast_reviewed: ${reviewed.toISOString().slice(0, 10)}\n---\n\n# Policy ${index}\n\n## Scope\n\nAll systems of the area. This policy is reviewed annually.\n\n## Rules\n\n- ${said[name]}\n- Revision ${at} is in force.\n\n## History\n\n| Date | Author | Change |\n| --- | --- | --- |\n| ${reviewed.toISOString().slice(0, 10)} | CTO | Revision ${at} |\n`,
  ];
}

function terraform(index: number, at: number): [string, string] {
  const root = Math.floor(index / filesEach);
  const service = `s${index % filesEach}`;
  return [
    `infrastructure/stack-${root}/${service}.tf`,
    `locals {\n  ${service}_days = ${7 + (at % 30)}\n}\nresource "aws_s3_bucket" "${service}" {\n  bucket = "stack-${root}-${service}"\n}\nresource "aws_s3_bucket_acl" "${service}" {\n  bucket = aws_s3_bucket.${service}.id\n  acl    = "${at % 11 === 10 ? 'public-read' : 'private'}"\n}\nresource "aws_db_instance" "${service}" {\n  identifier              = "stack-${root}-${service}"\n  storage_encrypted       = true\n  backup_retention_period = local.${service}_days\n}\nresource "aws_security_group" "${service}" {\n  name = "${service}"\n  ingress {\n    from_port   = ${8000 + (at % 50)}\n    to_port     = ${8000 + (at % 50)}\n    protocol    = "tcp"\n    cidr_blocks = ["10.0.0.0/8"]\n  }\n}\nresource "aws_lb_listener" "${service}" {\n  port       = 443\n  protocol   = "HTTPS"\n  ssl_policy = "ELBSecurityPolicy-TLS13-1-2-2021-06"\n}\n`,
  ];
}

function run(folder: string, args: readonly string[], input?: string): void {
  const { status, stderr } = spawnSync('git', args, { cwd: folder, input, encoding: 'utf8' });
  if (status !== 0) throw new Error(`git ${args[0]}: ${stderr}`);
}
