// What HashiCorp's documentation says of whole configurations: the value of one attribute, or the addresses there are.

/** Files; then `address.attribute` and its value, or `addresses` and all of them. `?code` stands for unknown with that reason. */
export type ProgramCase = readonly [
  name: string,
  files: Readonly<Record<string, string>> | string,
  asked: string,
  expected: unknown,
];
export interface ProgramGroup {
  feature: string;
  page: string;
  cases: readonly ProgramCase[];
}

export const language = 'https://developer.hashicorp.com/terraform/language';

/** A resource with the expression as its one argument. */
export const use = (expression: string): string => `resource "a_thing" "x" {\n  v = ${expression}\n}\n`;
export const V = 'a_thing.x.v';
export const variable = (body: string): string => `variable "in" {\n${body}\n}\n${use('var.in')}`;

export const valuePrograms: readonly ProgramGroup[] = [
  {
    feature: 'variables: types and conversion',
    page: `${language}/values/variables`,
    cases: [
      ['string', variable('type = string\ndefault = 5'), V, '5'],
      ['number', variable('type = number\ndefault = "5"'), V, 5],
      ['bool', variable('type = bool\ndefault = "true"'), V, true],
      ['any', variable('type = any\ndefault = [1]'), V, [1]],
      ['list of strings', variable('type = list(string)\ndefault = [1, true]'), V, ['1', 'true']],
      ['list of any', variable('type = list(any)\ndefault = [1, "a"]'), V, ['1', 'a']],
      ['set', variable('type = set(string)\ndefault = ["b", "a", "b"]'), V, ['a', 'b']],
      ['map', variable('type = map(number)\ndefault = { a = "1" }'), V, { a: 1 }],
      ['map of any', variable('type = map(any)\ndefault = { a = 1, b = "x" }'), V, { a: '1', b: 'x' }],
      ['tuple', variable('type = tuple([string, number])\ndefault = [1, "2"]'), V, ['1', 2]],
      ['tuple of another length', variable('type = tuple([string])\ndefault = ["a", "b"]'), V, '?wrong-type'],
      ['object', variable('type = object({ a = string })\ndefault = { a = 1, b = 2 }'), V, { a: '1' }],
      ['object without an attribute', variable('type = object({ a = string })\ndefault = {}'), V, '?wrong-type'],
      [
        'nested',
        variable('type = list(object({ a = map(bool) }))\ndefault = [{ a = { x = "true" } }]'),
        V,
        [{ a: { x: true } }],
      ],
      ['of the wrong type', variable('type = number\ndefault = "many"'), V, '?wrong-type'],
      ['a list where text is asked for', variable('type = string\ndefault = []'), V, '?wrong-type'],
      [
        'typed lists are no tuples',
        `variable "in" {\n  type = list(string)\n  default = []\n}\n${use('var.in == []')}`,
        V,
        false,
      ],
      ['untyped defaults are tuples', `variable "in" {\n  default = []\n}\n${use('var.in == []')}`, V, true],
      ['without a value', variable('type = string'), V, '?no-value'],
      ['not declared', use('var.nope'), V, '?does-not-exist'],
      ['a default that refers to something', variable('default = local.x'), V, '?does-not-exist'],
      [
        'a validation is no matter',
        variable('default = 1\nvalidation {\n condition = var.in > 5\n error_message = "no"\n}'),
        V,
        1,
      ],
      ['the old quoted type', variable('type = "list"\ndefault = ["a"]'), V, ['a']],
    ],
  },
  {
    feature: 'variables: optional() and nullable',
    page: `${language}/expressions/type-constraints#optional-object-type-attributes`,
    cases: [
      ['absent', variable('type = object({ a = optional(string) })\ndefault = {}'), V, { a: null }],
      ['with a default', variable('type = object({ a = optional(string, "x") })\ndefault = {}'), V, { a: 'x' }],
      [
        'null takes the default',
        variable('type = object({ a = optional(number, 7) })\ndefault = { a = null }'),
        V,
        { a: 7 },
      ],
      ['given', variable('type = object({ a = optional(number, 7) })\ndefault = { a = "8" }'), V, { a: 8 }],
      [
        'the default is converted',
        variable('type = object({ a = optional(list(string), [1]) })\ndefault = {}'),
        V,
        { a: ['1'] },
      ],
      [
        'nested defaults',
        variable('type = object({ a = optional(object({ b = optional(bool, true) }), {}) })\ndefault = {}'),
        V,
        { a: { b: true } },
      ],
      [
        'in a list',
        variable(
          'type = list(object({ n = string, p = optional(number, 80) }))\ndefault = [{ n = "a" }, { n = "b", p = 81 }]',
        ),
        V,
        [
          { n: 'a', p: 80 },
          { n: 'b', p: 81 },
        ],
      ],
      [
        'in a map',
        variable('type = map(object({ p = optional(number, 80) }))\ndefault = { a = {} }'),
        V,
        { a: { p: 80 } },
      ],
      ['null is a value', { 'main.tf': variable('default = 1'), 'terraform.tfvars': 'in = null' }, V, null],
      [
        'null is none where it is not allowed',
        { 'main.tf': variable('default = 1\nnullable = false'), 'terraform.tfvars': 'in = null' },
        V,
        1,
      ],
      [
        'null from a module call',
        {
          'main.tf': 'module "m" {\n source = "./m"\n in = null\n}',
          'm/main.tf': variable('default = 1\nnullable = false'),
        },
        `module.m.${V}`,
        1,
      ],
    ],
  },
  {
    feature: 'values files and their precedence',
    page: `${language}/values/variables#variable-definition-precedence`,
    cases: [
      ['terraform.tfvars', { 'main.tf': variable('default = 1'), 'terraform.tfvars': 'in = 2' }, V, 2],
      ['terraform.tfvars.json', { 'main.tf': variable('default = 1'), 'terraform.tfvars.json': '{"in": 2}' }, V, 2],
      [
        'json after native',
        { 'main.tf': variable(''), 'terraform.tfvars': 'in = 1', 'terraform.tfvars.json': '{"in": 2}' },
        V,
        2,
      ],
      [
        'auto after terraform.tfvars',
        { 'main.tf': variable(''), 'terraform.tfvars': 'in = 1', 'a.auto.tfvars': 'in = 2' },
        V,
        2,
      ],
      [
        'auto in the order of names',
        { 'main.tf': variable(''), 'b.auto.tfvars': 'in = 2', 'a.auto.tfvars.json': '{"in": 1}' },
        V,
        2,
      ],
      ['others are not loaded', { 'main.tf': variable('default = 1'), 'prod.tfvars': 'in = 2' }, V, 1],
      [
        'files of another folder are not loaded',
        { 'a/main.tf': variable('default = 1'), 'terraform.tfvars': 'in = 2' },
        V,
        1,
      ],
      [
        'no values files for modules',
        {
          'main.tf': 'module "m" {\n source = "./m"\n}',
          'm/main.tf': variable('default = 1'),
          'm/terraform.tfvars': 'in = 2',
        },
        `module.m.${V}`,
        1,
      ],
      [
        'functions may not be called',
        { 'main.tf': variable('type = map(string)'), 'terraform.tfvars': 'in = {\n  a = "x"\n}' },
        V,
        { a: 'x' },
      ],
      [
        'text in JSON is no template',
        { 'main.tf': variable(''), 'terraform.tfvars.json': '{"in": "${x}"}' },
        V,
        '${x}',
      ],
      [
        'for a variable that is not declared',
        { 'main.tf': variable('default = 1'), 'terraform.tfvars': 'other = 2' },
        V,
        1,
      ],
    ],
  },
  {
    feature: 'locals',
    page: `${language}/values/locals`,
    cases: [
      ['in any order', `locals {\n  a = local.b\n  b = 2\n}\n${use('local.a')}`, V, 2],
      [
        'in several blocks and files',
        { 'a.tf': `locals {\n  a = local.b + 1\n}\n${use('local.a')}`, 'b.tf': 'locals {\n  b = 2\n}' },
        V,
        3,
      ],
      ['a cycle of one', `locals {\n  a = local.a\n}\n${use('local.a')}`, V, '?cycle'],
      ['a cycle of two', `locals {\n  a = "x\${local.b}"\n  b = local.a\n}\n${use('local.a')}`, V, '?cycle'],
      ['not declared', use('local.nope'), V, '?does-not-exist'],
      [
        'of variables',
        `variable "n" {\n default = 2\n}\nlocals {\n  a = [for i in range(var.n) : "s\${i}"]\n}\n${use('local.a')}`,
        V,
        ['s0', 's1'],
      ],
      ['a cycle through try', `locals {\n  a = try(local.a, 1)\n}\n${use('local.a')}`, V, '?cycle'],
    ],
  },
  {
    feature: 'references',
    page: `${language}/expressions/references`,
    cases: [
      ['an argument of a resource', `resource "a_b" "r" {\n  name = "n"\n}\n${use('a_b.r.name')}`, V, 'n'],
      ['what the provider decides', `resource "a_b" "r" {\n}\n${use('a_b.r.id')}`, V, '?known-after-apply'],
      [
        'a data source',
        `data "a_b" "r" {\n  name = "n"\n}\n${use('[data.a_b.r.name, data.a_b.r.id]')}`,
        V,
        ['n', '?data-source'],
      ],
      ['a resource that is not declared', use('a_b.gone.id'), V, '?does-not-exist'],
      ['a nested block', `resource "a_b" "r" {\n  rule {\n    port = 1\n  }\n}\n${use('a_b.r.rule[0].port')}`, V, 1],
      ['path.module in the root', use('path.module'), V, '.'],
      [
        'path.module in a module',
        { 'main.tf': 'module "m" {\n source = "./m"\n}', 'm/main.tf': use('path.module') },
        `module.m.${V}`,
        'm',
      ],
      [
        'path.root',
        { 'main.tf': 'module "m" {\n source = "./m"\n}', 'm/main.tf': use('path.root') },
        `module.m.${V}`,
        '.',
      ],
      ['path.cwd', use('path.cwd'), V, '?function-outside'],
      ['terraform.workspace', use('terraform.workspace'), V, '?no-value'],
      [
        'a file beside the module',
        {
          'main.tf': 'module "m" {\n source = "./m"\n}',
          'm/main.tf': use('file("${path.module}/x.txt")'),
          'm/x.txt': 'hi',
        },
        `module.m.${V}`,
        'hi',
      ],
      ['self depends on itself', 'resource "a_thing" "x" {\n  v = a_thing.x.v\n}', V, '?cycle'],
    ],
  },
];
