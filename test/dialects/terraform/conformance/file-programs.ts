import { language, type ProgramGroup, use, V, variable } from './value-programs.ts';

export const filePrograms: readonly ProgramGroup[] = [
  {
    feature: 'override files',
    page: `${language}/files/override`,
    cases: [
      [
        'replace arguments',
        { 'main.tf': 'resource "a_b" "r" {\n  v = 1\n  w = 1\n}', 'override.tf': 'resource "a_b" "r" {\n  v = 2\n}' },
        'a_b.r.v',
        2,
      ],
      [
        'leave the others',
        { 'main.tf': 'resource "a_b" "r" {\n  v = 1\n  w = 1\n}', 'override.tf': 'resource "a_b" "r" {\n  v = 2\n}' },
        'a_b.r.w',
        1,
      ],
      [
        'replace all blocks of a type',
        {
          'main.tf': 'resource "a_b" "r" {\n  rule {\n    p = 1\n  }\n  rule {\n    p = 2\n  }\n}',
          'x_override.tf': 'resource "a_b" "r" {\n  rule {\n    p = 3\n  }\n}',
        },
        'a_b.r.rule',
        [{ p: 3 }],
      ],
      [
        'in the order of names',
        {
          'main.tf': 'resource "a_b" "r" {\n}',
          'b_override.tf': 'resource "a_b" "r" {\n  v = 2\n}',
          'a_override.tf': 'resource "a_b" "r" {\n  v = 1\n}',
        },
        'a_b.r.v',
        2,
      ],
      [
        'in JSON',
        { 'main.tf': 'resource "a_b" "r" {\n  v = 1\n}', 'override.tf.json': '{"resource": {"a_b": {"r": {"v": 2}}}}' },
        'a_b.r.v',
        2,
      ],
      [
        'of variables',
        { 'main.tf': variable('default = 1'), 'override.tf': 'variable "in" {\n  default = 2\n}' },
        V,
        2,
      ],
      [
        'of locals, one by one',
        {
          'main.tf': `locals {\n  a = 1\n  b = 1\n}\n${use('[local.a, local.b]')}`,
          'override.tf': 'locals {\n  a = 2\n}',
        },
        V,
        [2, 1],
      ],
      [
        'of module calls',
        {
          'main.tf': 'module "m" {\n  source = "./m"\n  in = 1\n}',
          'override.tf': 'module "m" {\n  in = 2\n}',
          'm/main.tf': variable(''),
        },
        `module.m.${V}`,
        2,
      ],
    ],
  },
  {
    feature: 'JSON syntax',
    page: `${language}/syntax/json`,
    cases: [
      [
        'arguments',
        { 'main.tf.json': '{"resource": {"a_b": {"r": {"v": [1, "x", true, null]}}}}' },
        'a_b.r.v',
        [1, 'x', true, null],
      ],
      [
        'templates',
        { 'main.tf.json': '{"locals": {"n": 2}, "resource": {"a_b": {"r": {"v": "n=${local.n}"}}}}' },
        'a_b.r.v',
        'n=2',
      ],
      [
        'expressions keep their type',
        { 'main.tf.json': '{"locals": {"n": 2}, "resource": {"a_b": {"r": {"v": "${local.n * 2}"}}}}' },
        'a_b.r.v',
        4,
      ],
      [
        'keys are templates',
        { 'main.tf.json': '{"locals": {"k": "x"}, "resource": {"a_b": {"r": {"v": {"${local.k}": 1}}}}}' },
        'a_b.r.v',
        { x: 1 },
      ],
      [
        'blocks in an array',
        { 'main.tf.json': '{"resource": [{"a_b": {"r": {"v": 1}}}, {"a_b": {"s": {"v": 2}}}]}' },
        'addresses',
        ['a_b.r', 'a_b.s'],
      ],
      ['arrays of bodies', { 'main.tf.json': '{"resource": {"a_b": {"r": [{"v": 1}]}}}' }, 'a_b.r.v', 1],
      ['a file that is an array', { 'main.tf.json': '[{"resource": {"a_b": {"r": {"v": 1}}}}]' }, 'a_b.r.v', 1],
      ['comments', { 'main.tf.json': '{"//": "x", "resource": {"a_b": {"r": {"//": "y", "v": 1}}}}' }, 'a_b.r.v', 1],
      [
        'variable types',
        {
          'main.tf.json':
            '{"variable": {"n": {"type": "number", "default": "5"}}, "resource": {"a_b": {"r": {"v": "${var.n}"}}}}',
        },
        'a_b.r.v',
        5,
      ],
      [
        'defaults are literal',
        { 'main.tf.json': '{"variable": {"n": {"default": "$${x}"}}, "resource": {"a_b": {"r": {"v": "${var.n}"}}}}' },
        'a_b.r.v',
        '$${x}',
      ],
      [
        'dynamic blocks',
        {
          'main.tf.json':
            '{"resource": {"a_b": {"r": {"dynamic": {"rule": {"for_each": [1, 2], "content": {"p": "${rule.value}"}}}}}}}',
        },
        'a_b.r.rule',
        [{ p: 1 }, { p: 2 }],
      ],
      [
        'for_each',
        { 'main.tf.json': '{"resource": {"a_b": {"r": {"for_each": {"k": 1}, "v": "${each.value}"}}}}' },
        'a_b.r["k"].v',
        1,
      ],
      [
        'module calls',
        { 'main.tf.json': '{"module": {"m": {"source": "./m", "in": 1}}}', 'm/main.tf': variable('') },
        `module.m.${V}`,
        1,
      ],
      [
        'beside the native syntax',
        { 'a.tf': 'locals {\n  n = 1\n}', 'b.tf.json': '{"resource": {"a_b": {"r": {"v": "${local.n}"}}}}' },
        'a_b.r.v',
        1,
      ],
    ],
  },
  {
    feature: 'blocks that state no resource, and files of other kinds',
    page: `${language}/files`,
    cases: [
      ['moved', 'resource "a_b" "s" {\n}\nmoved {\n  from = a_b.r\n  to = a_b.s\n}', 'addresses', ['a_b.s']],
      ['import', 'resource "a_b" "r" {\n}\nimport {\n  to = a_b.r\n  id = "x"\n}', 'addresses', ['a_b.r']],
      [
        'removed',
        'removed {\n  from = a_b.r\n  lifecycle {\n    destroy = false\n  }\n}\nresource "a_b" "s" {\n}',
        'addresses',
        ['a_b.s'],
      ],
      [
        'check, with its data source',
        'check "c" {\n  data "a_b" "r" {\n  }\n  assert {\n    condition = true\n    error_message = "x"\n  }\n}',
        'addresses',
        ['data.a_b.r'],
      ],
      [
        'lifecycle, provisioners, preconditions',
        'resource "a_b" "r" {\n  v = 1\n  lifecycle {\n    ignore_changes = [v]\n    precondition {\n      condition = false\n      error_message = "x"\n    }\n  }\n  provisioner "local-exec" {\n    command = "echo ${self.id}"\n  }\n}',
        'a_b.r.v',
        1,
      ],
      [
        'test files',
        {
          'main.tf': 'resource "a_b" "r" {\n}',
          'main.tftest.hcl': 'run "x" {\n  command = plan\n}',
          'x.tftest.json': '{}',
          'tests/x.tftest.hcl': 'variables {\n}',
        },
        'addresses',
        ['a_b.r'],
      ],
      [
        '.tofu in place of .tf',
        {
          'main.tf': 'resource "a_b" "r" {\n}',
          'main.tofu': 'resource "a_b" "t" {\n}',
          'other.tf': 'resource "a_b" "o" {\n}',
        },
        'addresses',
        ['a_b.t', 'a_b.o'],
      ],
      [
        '.tofu.json in place of .tf.json',
        { 'main.tf.json': '{"resource": {"a_b": {"r": {}}}}', 'main.tofu.json': '{"resource": {"a_b": {"t": {}}}}' },
        'addresses',
        ['a_b.t'],
      ],
      ['ephemeral resources', `ephemeral "a_b" "r" {\n}\n${use('ephemeral.a_b.r.id')}`, V, '?known-after-apply'],
      [
        'templates and other files are not read',
        { 'main.tf': 'resource "a_b" "r" {\n}', 'x.tftpl': '${', 'x.hcl': '= =' },
        'addresses',
        ['a_b.r'],
      ],
    ],
  },
];
