import { describe, expect, it } from 'vitest';
import { scanTree } from '../../scan-tree.ts';

// By whichever road a value comes: the finding stands where it is written, the resource and the calls are related places.

const rule = 'disks-are-encrypted';
const disk = (expression: string, more = ''): string => `resource "aws_ebs_volume" "this" {
  availability_zone = "eu-west-1a"
  size              = 1
  encrypted         = ${expression}
${more}}
`;

/** Where the one finding stands, and the related places: `file:line name`. */
async function finding(files: Record<string, string>, of = rule) {
  const { report } = await scanTree(new Map(Object.entries(files)), { rules: [of], asOf: '2026-11-22' });
  const failures = report.results.filter((result) => result.rule === of && result.verdict === 'fail');
  expect(failures).toHaveLength(1);
  const [{ location, related, disposition }] = failures as [(typeof failures)[0]];
  return {
    at: `${location?.file}:${location?.startLine}:${location?.startColumn}`,
    related: related.map((place) => `${place.location?.file}:${place.location?.startLine}`),
    disposition,
  };
}

describe('a finding stands where the value is written', () => {
  it.each<[string, Record<string, string>, string, string[]]>([
    ['in the resource', { 'main.tf': disk('false') }, 'main.tf:4:23', []],
    [
      'a default of a variable',
      { 'main.tf': disk('var.on'), 'v.tf': 'variable "on" {\n  default = false\n}\n' },
      'v.tf:2:13',
      ['main.tf:1'],
    ],
    [
      'a values file',
      { 'main.tf': `variable "on" {}\n${disk('var.on')}`, 'terraform.tfvars': '\non = false\n' },
      'terraform.tfvars:2:6',
      ['main.tf:2'],
    ],
    [
      'a values file in JSON',
      { 'main.tf': `variable "on" {}\n${disk('var.on')}`, 'x.auto.tfvars.json': '{\n  "on": false\n}\n' },
      'x.auto.tfvars.json:2:9',
      ['main.tf:2'],
    ],
    [
      'an attribute of an object in a variable',
      { 'main.tf': `variable "disk" {\n  default = {\n    on = false\n  }\n}\n${disk('var.disk.on')}` },
      'main.tf:3:10',
      ['main.tf:6'],
    ],
    [
      'a default in optional()',
      {
        'main.tf': `variable "disk" {\n  type = object({\n    on = optional(bool, false)\n  })\n  default = {}\n}\n${disk('var.disk.on')}`,
      },
      'main.tf:3:25',
      ['main.tf:7'],
    ],
    [
      'a local',
      { 'main.tf': disk('local.on'), 'l.tf': 'locals {\n  on = local.off\n  off = false\n}\n' },
      'l.tf:3:9',
      ['main.tf:1'],
    ],
    [
      'an argument of a module call',
      {
        'main.tf': 'module "d" {\n  source = "./d"\n  on     = false\n}\n',
        'd/main.tf': `variable "on" {}\n${disk('var.on')}`,
      },
      'main.tf:3:12',
      ['d/main.tf:2', 'main.tf:1'],
    ],
    [
      'a default of a module, where the call says nothing',
      {
        'main.tf': 'module "d" {\n  source = "./d"\n}\n',
        'd/main.tf': `variable "on" {\n  default = false\n}\n${disk('var.on')}`,
      },
      'd/main.tf:2:13',
      ['d/main.tf:4', 'main.tf:1'],
    ],
    [
      'an output of another module',
      {
        'main.tf': 'module "s" {\n  source = "./s"\n}\nmodule "d" {\n  source = "./d"\n  on     = module.s.on\n}\n',
        's/main.tf': 'output "on" {\n  value = false\n}\n',
        'd/main.tf': `variable "on" {}\n${disk('var.on')}`,
      },
      's/main.tf:2:11',
      ['d/main.tf:2', 'main.tf:4'],
    ],
    [
      'two modules deep',
      {
        'main.tf': 'module "a" {\n  source = "./a"\n  on     = false\n}\n',
        'a/main.tf': 'variable "on" {}\nmodule "b" {\n  source = "../b"\n  on     = var.on\n}\n',
        'b/main.tf': `variable "on" {}\n${disk('var.on')}`,
      },
      'main.tf:3:12',
      ['b/main.tf:2', 'a/main.tf:2', 'main.tf:1'],
    ],
    [
      'an item of for_each',
      {
        'main.tf': `locals {\n  disks = {\n    a = true\n    b = false\n  }\n}\n${disk('each.value', '  for_each = local.disks\n')}`,
      },
      'main.tf:4:9',
      ['main.tf:7'],
    ],
    ['an item for count', { 'main.tf': disk('[true, false][count.index]', '  count = 2\n') }, 'main.tf:4:30', []],
    [
      'a for expression',
      {
        'main.tf': `locals {\n  disks = [{ n = "a", on = false }]\n}\n${disk('each.value.on', '  for_each = { for d in local.disks : d.n => d }\n')}`,
      },
      'main.tf:2:28',
      ['main.tf:4'],
    ],
    [
      'the arm of a conditional',
      { 'main.tf': `variable "prod" {\n  default = true\n}\n${disk('var.prod ? false : true')}` },
      'main.tf:7:34',
      [],
    ],
    [
      'a merge',
      { 'main.tf': `locals {\n  a = { on = true }\n  b = { on = false }\n}\n${disk('merge(local.a, local.b).on')}` },
      'main.tf:3:14',
      ['main.tf:5'],
    ],
    ['lookup() with its default', { 'main.tf': disk('lookup({}, "on", false)') }, 'main.tf:4:40', []],
    [
      'an override file',
      { 'main.tf': disk('true'), 'override.tf': 'resource "aws_ebs_volume" "this" {\n  encrypted = false\n}\n' },
      'override.tf:2:15',
      ['main.tf:1'],
    ],
    [
      'the JSON syntax',
      { 'main.tf.json': '{"resource": {"aws_ebs_volume": {"this": {\n  "encrypted": false}}}}' },
      'main.tf.json:2:16',
      [],
    ],
  ])('%s', async (_, files, at, related) => {
    const found = await finding(files);
    expect(found.at).toBe(at);
    expect(found.related).toEqual(expect.arrayContaining(related));
  });

  const open = (block: string): string => `resource "aws_security_group" "this" {\n  name = "x"\n${block}}\n`;

  it.each<[string, Record<string, string>, string, string[]]>([
    [
      'content of a dynamic block',
      {
        'main.tf': open(
          '  dynamic "ingress" {\n    for_each = [22]\n    content {\n      from_port   = ingress.value\n      to_port     = ingress.value\n      protocol    = "tcp"\n      cidr_blocks = ["0.0.0.0/0"]\n    }\n  }\n',
        ),
      },
      'main.tf:9:22',
      [],
    ],
    [
      'what a dynamic block goes over',
      {
        'main.tf': open(
          '  dynamic "ingress" {\n    for_each = local.rules\n    content {\n      from_port   = 22\n      to_port     = 22\n      protocol    = "tcp"\n      cidr_blocks = [ingress.value]\n    }\n  }\n',
        ),
        'l.tf': 'locals {\n  rules = ["10.0.0.0/8",\n  "0.0.0.0/0"]\n}\n',
      },
      'l.tf:3:3',
      ['main.tf:1'],
    ],
    [
      'a template',
      {
        'main.tf': open(
          '  ingress {\n    from_port   = 22\n    to_port     = 22\n    protocol    = "tcp"\n    cidr_blocks = ["${local.any}/0"]\n  }\n',
        ),
        'l.tf': 'locals {\n  any = "0.0.0.0"\n}\n',
      },
      'main.tf:7:20',
      [],
    ],
  ])('%s', async (_, files, at, related) => {
    const found = await finding(files, 'network-is-closed');
    expect(found.at).toBe(at);
    expect(found.related).toEqual(expect.arrayContaining(related));
  });
});

describe('an acceptance', () => {
  const accept = `# soc2-lint: accept ${rule} -- scratch data only\n`;
  const module = (comment = '') => `variable "on" {}\n${comment}${disk('var.on')}`;
  it.each<[string, Record<string, string>, string]>([
    ['at the resource', { 'main.tf': accept + disk('false') }, 'accepted'],
    ['within the resource', { 'main.tf': disk('false', `  ${accept}`) }, 'accepted'],
    [
      'at the resource, though the value stands elsewhere',
      { 'main.tf': `${accept}${disk('var.on')}`, 'v.tf': 'variable "on" {\n  default = false\n}\n' },
      'accepted',
    ],
    [
      'in the module',
      { 'main.tf': 'module "d" {\n  source = "./d"\n  on     = false\n}\n', 'd/main.tf': module(accept) },
      'accepted',
    ],
    [
      'at the call',
      { 'main.tf': `${accept}module "d" {\n  source = "./d"\n  on     = false\n}\n`, 'd/main.tf': module() },
      'accepted',
    ],
    [
      'at the outer of two calls',
      {
        'main.tf': `${accept}module "a" {\n  source = "./a"\n}\n`,
        'a/main.tf': 'module "d" {\n  source = "../d"\n  on     = false\n}\n',
        'd/main.tf': module(),
      },
      'accepted',
    ],
    ['at something else', { 'main.tf': `${accept}locals {\n}\n${disk('false')}` }, 'open'],
    ['of another rule', { 'main.tf': `# soc2-lint: accept storage-is-private -- no\n${disk('false')}` }, 'open'],
    ['that has ended', { 'main.tf': `# soc2-lint: accept ${rule} until 2026-01-31 -- no\n${disk('false')}` }, 'open'],
  ])('%s', async (_, files, disposition) => {
    expect((await finding(files)).disposition).toBe(disposition);
  });
});
