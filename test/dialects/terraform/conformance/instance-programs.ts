import { language, type ProgramGroup, use, V, variable } from './value-programs.ts';

export const instancePrograms: readonly ProgramGroup[] = [
  {
    feature: 'count',
    page: `${language}/meta-arguments/count`,
    cases: [
      ['addresses', 'resource "a_b" "r" {\n  count = 2\n}', 'addresses', ['a_b.r[0]', 'a_b.r[1]']],
      ['zero', 'resource "a_b" "r" {\n  count = 0\n}', 'addresses', []],
      [
        'of a condition',
        'variable "on" {\n default = true\n}\nresource "a_b" "r" {\n  count = var.on ? 1 : 0\n}',
        'addresses',
        ['a_b.r[0]'],
      ],
      ['text that is a number', 'resource "a_b" "r" {\n  count = "2"\n}', 'addresses', ['a_b.r[0]', 'a_b.r[1]']],
      ['count.index', 'resource "a_b" "r" {\n  count = 2\n  v = ["x", "y"][count.index]\n}', 'a_b.r[1].v', 'y'],
      ['reference to one', `resource "a_b" "r" {\n  count = 2\n  v = count.index\n}\n${use('a_b.r[1].v')}`, V, 1],
      ['reference to all', `resource "a_b" "r" {\n  count = 2\n  v = count.index\n}\n${use('a_b.r[*].v')}`, V, [0, 1]],
      ['one() of none', `resource "a_b" "r" {\n  count = 0\n  v = 1\n}\n${use('one(a_b.r[*].v)')}`, V, null],
      ['length', `resource "a_b" "r" {\n  count = 3\n}\n${use('length(a_b.r)')}`, V, 3],
      [
        'unknown',
        'variable "n" {\n}\nresource "a_b" "r" {\n  count = var.n\n  v = count.index\n}',
        'a_b.r.v',
        '?no-value',
      ],
      ['unknown gives one', 'variable "n" {\n}\nresource "a_b" "r" {\n  count = var.n\n}', 'addresses', ['a_b.r']],
      ['no whole number', 'resource "a_b" "r" {\n  count = 1.5\n  v = count.index\n}', 'a_b.r.v', '?wrong-type'],
      ['too many', 'resource "a_b" "r" {\n  count = 1000000000\n  v = count.index\n}', 'a_b.r.v', '?too-large'],
      ['on data', 'data "a_b" "r" {\n  count = 1\n}', 'addresses', ['data.a_b.r[0]']],
      [
        'on modules',
        { 'main.tf': 'module "m" {\n  count = 2\n  source = "./m"\n}', 'm/main.tf': 'resource "a_b" "r" {\n}' },
        'addresses',
        ['module.m[0].a_b.r', 'module.m[1].a_b.r'],
      ],
    ],
  },
  {
    feature: 'for_each',
    page: `${language}/meta-arguments/for_each`,
    cases: [
      ['a set', 'resource "a_b" "r" {\n  for_each = toset(["y", "x"])\n}', 'addresses', ['a_b.r["x"]', 'a_b.r["y"]']],
      [
        'a map',
        'resource "a_b" "r" {\n  for_each = { a = 1 }\n  v = [each.key, each.value]\n}',
        'a_b.r["a"].v',
        ['a', 1],
      ],
      [
        'each.value of a set',
        'resource "a_b" "r" {\n  for_each = toset(["x"])\n  v = each.value\n}',
        'a_b.r["x"].v',
        'x',
      ],
      ['an empty map', 'resource "a_b" "r" {\n  for_each = {}\n}', 'addresses', []],
      [
        'a for expression',
        'variable "l" {\n default = [{ n = "a" }, { n = "b" }]\n}\nresource "a_b" "r" {\n  for_each = { for o in var.l : o.n => o }\n}',
        'addresses',
        ['a_b.r["a"]', 'a_b.r["b"]'],
      ],
      [
        'keys that need quotes',
        'resource "a_b" "r" {\n  for_each = { "a\\"b" = 1 }\n}',
        'addresses',
        ['a_b.r["a\\"b"]'],
      ],
      [
        'of another resource',
        'resource "a_b" "r" {\n  for_each = toset(["x"])\n  v = each.key\n}\nresource "a_b" "s" {\n  for_each = a_b.r\n  v = each.value.v\n}',
        'a_b.s["x"].v',
        'x',
      ],
      [
        'reference to one',
        `resource "a_b" "r" {\n  for_each = { k = 1 }\n  v = each.value\n}\n${use('a_b.r["k"].v')}`,
        V,
        1,
      ],
      [
        'reference to all',
        `resource "a_b" "r" {\n  for_each = { k = 1, l = 2 }\n  v = each.value\n}\n${use('[for k, r in a_b.r : "${k}${r.v}"]')}`,
        V,
        ['k1', 'l2'],
      ],
      [
        'values()',
        `resource "a_b" "r" {\n  for_each = { k = 1, l = 2 }\n  v = each.value\n}\n${use('values(a_b.r)[*].v')}`,
        V,
        [1, 2],
      ],
      [
        'unknown keys give one instance',
        'variable "n" {\n}\nresource "a_b" "r" {\n  for_each = var.n\n  v = each.value\n  w = 1\n}',
        'a_b.r.v',
        '?no-value',
      ],
      [
        'which has what is written',
        'variable "n" {\n}\nresource "a_b" "r" {\n  for_each = var.n\n  w = 1\n}',
        'a_b.r.w',
        1,
      ],
      [
        'keys known in part',
        'variable "n" {\n}\nresource "a_b" "r" {\n  for_each = merge({ a = 1 }, var.n)\n}',
        'addresses',
        ['a_b.r["a"]', 'a_b.r'],
      ],
      ['text is no collection', 'resource "a_b" "r" {\n  for_each = "x"\n  v = each.key\n}', 'a_b.r.v', '?wrong-type'],
      [
        'on modules',
        {
          'main.tf': 'module "m" {\n  for_each = { eu = 1 }\n  source = "./m"\n  in = each.value\n}',
          'm/main.tf': 'variable "in" {\n}\nresource "a_b" "r" {\n v = var.in\n}',
        },
        'module.m["eu"].a_b.r.v',
        1,
      ],
      ['on data', 'data "a_b" "r" {\n  for_each = toset(["x"])\n}', 'addresses', ['data.a_b.r["x"]']],
    ],
  },
  {
    feature: 'dynamic blocks',
    page: `${language}/expressions/dynamic-blocks`,
    cases: [
      [
        'of a list',
        'resource "a_b" "r" {\n  dynamic "rule" {\n    for_each = [1, 2]\n    content {\n      p = rule.value\n      i = rule.key\n    }\n  }\n}',
        'a_b.r.rule',
        [
          { p: 1, i: 0 },
          { p: 2, i: 1 },
        ],
      ],
      [
        'of a map',
        'resource "a_b" "r" {\n  dynamic "rule" {\n    for_each = { b = 2, a = 1 }\n    content {\n      p = "${rule.key}${rule.value}"\n    }\n  }\n}',
        'a_b.r.rule',
        [{ p: 'a1' }, { p: 'b2' }],
      ],
      [
        'of a set',
        'resource "a_b" "r" {\n  dynamic "rule" {\n    for_each = toset(["b", "a"])\n    content {\n      p = rule.key\n    }\n  }\n}',
        'a_b.r.rule',
        [{ p: 'a' }, { p: 'b' }],
      ],
      [
        'with an iterator',
        'resource "a_b" "r" {\n  dynamic "rule" {\n    for_each = [1]\n    iterator = it\n    content {\n      p = it.value\n    }\n  }\n}',
        'a_b.r.rule',
        [{ p: 1 }],
      ],
      [
        'nested',
        'resource "a_b" "r" {\n  dynamic "g" {\n    for_each = { x = [1, 2], y = [] }\n    content {\n      n = g.key\n      dynamic "o" {\n        for_each = g.value\n        content {\n          p = "${g.key}${o.value}"\n        }\n      }\n    }\n  }\n}',
        'a_b.r.g',
        [
          { n: 'x', o: [{ p: 'x1' }, { p: 'x2' }] },
          { n: 'y', o: [] },
        ],
      ],
      [
        'beside written ones',
        'resource "a_b" "r" {\n  rule {\n    p = 0\n  }\n  dynamic "rule" {\n    for_each = [1]\n    content {\n      p = rule.value\n    }\n  }\n}',
        'a_b.r.rule',
        [{ p: 0 }, { p: 1 }],
      ],
      [
        'with labels',
        'resource "a_b" "r" {\n  dynamic "rule" {\n    for_each = ["x"]\n    labels = [rule.value]\n    content {\n      p = 1\n    }\n  }\n}',
        'a_b.r.rule',
        [{ p: 1 }],
      ],
      [
        'of nothing',
        'resource "a_b" "r" {\n  dynamic "rule" {\n    for_each = []\n    content {\n    }\n  }\n}',
        'a_b.r.rule',
        [],
      ],
      [
        'of a condition',
        'resource "a_b" "r" {\n  dynamic "rule" {\n    for_each = true ? [1] : []\n    content {\n      p = 1\n    }\n  }\n}',
        'a_b.r.rule',
        [{ p: 1 }],
      ],
      [
        'of something unknown',
        'variable "n" {\n}\nresource "a_b" "r" {\n  dynamic "rule" {\n    for_each = var.n\n    content {\n    }\n  }\n}',
        'a_b.r.rule',
        ['…'],
      ],
      [
        'of objects',
        'variable "l" {\n default = [{ from = 1 }, { from = 2 }]\n}\nresource "a_b" "r" {\n  dynamic "rule" {\n    for_each = var.l\n    content {\n      p = rule.value.from\n    }\n  }\n}',
        'a_b.r.rule',
        [{ p: 1 }, { p: 2 }],
      ],
      [
        'in an instance with each',
        'resource "a_b" "r" {\n  for_each = { k = [1] }\n  dynamic "rule" {\n    for_each = each.value\n    content {\n      p = "${each.key}${rule.value}"\n    }\n  }\n}',
        'a_b.r["k"].rule',
        [{ p: 'k1' }],
      ],
    ],
  },
  {
    feature: 'modules',
    page: `${language}/modules/syntax`,
    cases: [
      [
        'outputs',
        {
          'main.tf': `module "m" {\n  source = "./m"\n}\n${use('module.m.out')}`,
          'm/main.tf': 'output "out" {\n  value = 1\n}',
        },
        V,
        1,
      ],
      [
        'outputs of all instances',
        {
          'main.tf': `module "m" {\n  for_each = { a = 1, b = 2 }\n  source = "./m"\n  in = each.value\n}\n${use('{ for k, m in module.m : k => m.out }')}`,
          'm/main.tf': 'variable "in" {\n}\noutput "out" {\n  value = var.in\n}',
        },
        V,
        { a: 1, b: 2 },
      ],
      [
        'one reads the other',
        {
          'main.tf': 'module "a" {\n  source = "./a"\n}\nmodule "b" {\n  source = "./b"\n  in = module.a.out\n}',
          'a/main.tf': 'output "out" {\n  value = true\n}',
          'b/main.tf': `variable "in" {\n  default = false\n}\n${use('var.in')}`,
        },
        `module.b.${V}`,
        true,
      ],
      [
        'twice with different values',
        {
          'main.tf': 'module "a" {\n  source = "./m"\n  in = 1\n}\nmodule "b" {\n  source = "./m"\n  in = 2\n}',
          'm/main.tf': variable(''),
        },
        `module.b.${V}`,
        2,
      ],
      [
        'three deep',
        {
          'main.tf': 'module "a" {\n  source = "./a"\n  in = 1\n}',
          'a/main.tf': 'variable "in" {\n}\nmodule "b" {\n  source = "./b"\n  in = var.in + 1\n}',
          'a/b/main.tf': 'variable "in" {\n}\nmodule "c" {\n  source = "../../c"\n  in = var.in + 1\n}',
          'c/main.tf': variable(''),
        },
        `module.a.module.b.module.c.${V}`,
        3,
      ],
      [
        'an output that is not there',
        {
          'main.tf': `module "m" {\n  source = "./m"\n}\n${use('module.m.gone')}`,
          'm/main.tf': 'output "out" {\n  value = 1\n}',
        },
        V,
        '?does-not-exist',
      ],
      [
        'a source that is not here',
        `module "m" {\n  source = "org/x/aws"\n}\n${use('module.m.out')}`,
        V,
        '?remote-module',
      ],
      [
        'a folder that is not there',
        `module "m" {\n  source = "./gone"\n}\n${use('module.m.out')}`,
        V,
        '?does-not-exist',
      ],
      [
        'a variable of another type',
        { 'main.tf': 'module "m" {\n  source = "./m"\n  in = [1]\n}', 'm/main.tf': variable('type = string') },
        `module.m.${V}`,
        '?wrong-type',
      ],
      [
        'is no root of its own',
        { 'main.tf': 'module "m" {\n  source = "./m"\n}', 'm/main.tf': 'resource "a_b" "r" {\n}' },
        'addresses',
        ['module.m.a_b.r'],
      ],
      [
        'that only an example calls',
        { 'examples/x/main.tf': 'module "m" {\n  source = "../../"\n}', 'main.tf': 'resource "a_b" "r" {\n}' },
        'addresses',
        ['a_b.r', 'module.m.a_b.r'],
      ],
      ['that nobody calls', { 'main.tf': 'resource "a_b" "s" {\n}', 'm/main.tf': variable('default = 1') }, V, 1],
      [
        'downloaded',
        {
          'main.tf': `module "m" {\n  source = "org/x/aws"\n}\n${use('module.m.out')}`,
          '.terraform/modules/modules.json': '{"Modules":[{"Key":"m","Dir":".terraform/modules/m"}]}',
          '.terraform/modules/m/main.tf': 'output "out" {\n  value = 1\n}',
        },
        V,
        1,
      ],
      [
        'a cycle of outputs',
        {
          'main.tf':
            'module "a" {\n  source = "./m"\n  in = module.b.out\n}\nmodule "b" {\n  source = "./m"\n  in = module.a.out\n}',
          'm/main.tf': `${variable('')}output "out" {\n  value = var.in\n}`,
        },
        `module.a.${V}`,
        '?cycle',
      ],
    ],
  },
  {
    feature: 'providers and the labels they add',
    page: `${language}/modules/develop/providers`,
    cases: [
      [
        'default_tags',
        'provider "aws" {\n  default_tags {\n    tags = { a = "1", b = "2" }\n  }\n}\nresource "aws_b" "r" {\n  tags = { b = "3" }\n}',
        'aws_b.r.tags_all',
        { a: '1', b: '3' },
      ],
      [
        'without tags of its own',
        'provider "aws" {\n  default_tags {\n    tags = { a = "1" }\n  }\n}\nresource "aws_b" "r" {\n}',
        'aws_b.r.tags_all',
        { a: '1' },
      ],
      [
        'no default_tags',
        'provider "aws" {\n}\nresource "aws_b" "r" {\n  tags = { b = "3" }\n}',
        'aws_b.r.tags_all',
        undefined,
      ],
      [
        'an alias',
        'provider "aws" {\n  default_tags {\n    tags = { a = "1" }\n  }\n}\nprovider "aws" {\n  alias = "w"\n  default_tags {\n    tags = { w = "1" }\n  }\n}\nresource "aws_b" "r" {\n  provider = aws.w\n}',
        'aws_b.r.tags_all',
        { w: '1' },
      ],
      [
        'inherited by a module',
        {
          'main.tf':
            'provider "aws" {\n  default_tags {\n    tags = local.t\n  }\n}\nlocals {\n  t = { a = "1" }\n}\nmodule "m" {\n  source = "./m"\n}',
          'm/main.tf': 'resource "aws_b" "r" {\n}',
        },
        'module.m.aws_b.r.tags_all',
        { a: '1' },
      ],
      [
        'handed to a module',
        {
          'main.tf':
            'provider "aws" {\n  alias = "w"\n  default_tags {\n    tags = { w = "1" }\n  }\n}\nmodule "m" {\n  source = "./m"\n  providers = { aws = aws.w }\n}',
          'm/main.tf': 'resource "aws_b" "r" {\n}',
        },
        'module.m.aws_b.r.tags_all',
        { w: '1' },
      ],
      [
        'handed under another name',
        {
          'main.tf':
            'provider "aws" {\n  alias = "w"\n  default_tags {\n    tags = { w = "1" }\n  }\n}\nmodule "m" {\n  source = "./m"\n  providers = { aws.x = aws.w }\n}',
          'm/main.tf': 'resource "aws_b" "r" {\n  provider = aws.x\n}',
        },
        'module.m.aws_b.r.tags_all',
        { w: '1' },
      ],
      [
        'the same module with and without',
        {
          'main.tf':
            'provider "aws" {\n  alias = "w"\n  default_tags {\n    tags = { w = "1" }\n  }\n}\nmodule "a" {\n  source = "./m"\n}\nmodule "b" {\n  source = "./m"\n  providers = { aws = aws.w }\n}',
          'm/main.tf': 'resource "aws_b" "r" {\n}',
        },
        'module.b.aws_b.r.tags_all',
        { w: '1' },
      ],
      [
        'labels of Google',
        'provider "google" {\n  default_labels = { a = "1" }\n}\nresource "google_b" "r" {\n  labels = { b = "2" }\n}',
        'google_b.r.effective_labels',
        { a: '1', b: '2' },
      ],
      [
        'unknown tags',
        'variable "t" {\n}\nprovider "aws" {\n  default_tags {\n    tags = var.t\n  }\n}\nresource "aws_b" "r" {\n  tags = { b = "3" }\n}',
        'aws_b.r.tags_all',
        { b: '3' },
      ],
      [
        'are a reference too',
        `provider "aws" {\n  default_tags {\n    tags = { a = "1" }\n  }\n}\nresource "aws_b" "r" {\n}\n${use('aws_b.r.tags_all')}`,
        V,
        { a: '1' },
      ],
      [
        'default_tags in JSON',
        {
          'main.tf.json':
            '{"provider": {"aws": {"default_tags": {"tags": {"a": "1"}}}}, "resource": {"aws_b": {"r": {}}}}',
        },
        'aws_b.r.tags_all',
        { a: '1' },
      ],
    ],
  },
];
