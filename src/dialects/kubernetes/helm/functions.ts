import { parseJson } from '../../../parse/json/parse.ts';
import { spend, Stop, type Budget } from '../../terraform/budget.ts';
import { hasKey } from './alternatives.ts';
import {
  amount,
  at,
  from,
  isEmpty,
  items,
  made,
  map,
  order,
  same,
  text,
  word,
  longest,
  type Call,
  type Function,
} from './arguments.ts';
import {
  bool,
  copied,
  dict,
  known,
  list,
  merged,
  nil,
  plain,
  printed,
  real,
  sortedEntries,
  string,
  textOf,
  unknown,
  Untold,
  whole,
  wrongUse,
  type Data,
  type Dict,
} from './data.ts';
import { meets } from './semver.ts';
import { lessOften } from './sprig.ts';
import { change, texts } from './texts.ts';
import { dataOf, json, read, written } from './yaml.ts';

const goTypes: {
  readonly [type in Exclude<Data['type'], 'unknown' | 'number'>]: readonly [kind: string, type: string];
} = {
  nil: ['invalid', '<nil>'],
  bool: ['bool', 'bool'],
  string: ['string', 'string'],
  list: ['slice', '[]interface {}'],
  map: ['map', 'map[string]interface {}'],
  host: ['struct', 'struct'],
};

function goType(args: readonly Data[], index: 0 | 1, call: Call): string {
  const arg = at(args, args.length - 1, call);
  if (arg.type === 'unknown') throw new Untold(arg.reason);
  return arg.type === 'number' ? (arg.whole ? 'int' : 'float64') : goTypes[arg.type][index];
}

const numbers =
  (compute: (a: number, b: number) => number): Function =>
  (args, call) => {
    const result = args.map((_, i) => Math.trunc(amount(args, i, call))).reduce((a, b) => compute(a, b));
    if (!Number.isFinite(result)) throw wrongUse(call.name, 'a divisor that is not 0');
    return from(args.find((arg) => arg.type !== 'string' && arg.from) ?? nil, whole(result));
  };
const reals =
  (compute: (a: number, b: number) => number): Function =>
  (args, call) =>
    real(args.map((_, i) => amount(args, i, call)).reduce(compute));
function sequence(start: number, end: number, step: number, call: Call): Data {
  if (step === 0 || (end - start) / step < 0) return list([]);
  const count = Math.ceil((end - start) / step);
  spend(call.budget, count);
  return list(Array.from({ length: count }, (_, i) => whole(start + i * step)));
}

function indexed(args: readonly Data[], call: Call): Data {
  let value = at(args, 0, call);
  for (let i = 1; i < args.length; i++) {
    if (value.type === 'unknown') return value;
    if (value.type === 'map') value = value.entries.get(word(args, i, call)) ?? missing(value, args[i]!);
    else if (value.type === 'list') {
      const item: Data | undefined = value.items[amount(args, i, call)];
      if (!item) throw wrongUse(call.name, 'a number inside the list');
      value = item;
    } else throw wrongUse(call.name, 'a list or a map');
  }
  return value;
}

/** What a map of the values has no entry for; of a map made in a template it is nothing. */
const missing = (of: Dict, key: Data): Data => {
  const name = key.type === 'string' ? plain(key) : '';
  return of.from ? { type: 'nil', missing: typeof name === 'string' ? name : '' } : nil;
};

const picked = (args: readonly Data[], call: Call, wanted: boolean): Data => {
  const source = map(args, 0, call);
  const names = args
    .slice(1)
    .flatMap((arg, i) =>
      arg.type === 'list' ? arg.items.map((_, j) => word(arg.items, j, call)) : word(args, i + 1, call),
    );
  return from(source, dict([...source.entries].filter(([key]) => names.includes(key) === wanted)));
};

const fold =
  (over: boolean): Function =>
  (args, call) =>
    args
      .slice(1)
      .reduce<Dict>((above, _, i) => merged(above, map(args, i + 1, call), call.budget, over), map(args, 0, call));

function rounded(args: readonly Data[], call: Call): Data {
  const factor = 10 ** amount(args, 1, call);
  const value = amount(args, 0, call);
  return real((Math.sign(value) * Math.round(Math.abs(value) * factor)) / factor);
}

function readJson(args: readonly Data[], call: Call): Data {
  const { tree, problems } = parseJson(word(args, 0, call));
  if (!tree || problems.length > 0) throw wrongUse(call.name, 'JSON that can be read');
  return dataOf(tree, call.budget);
}

/** https://masterminds.github.io/sprig/ and https://helm.sh/docs/chart_template_guide/function_list/ */
export const functions: { readonly [name: string]: Function } = {
  // Logic and order; `and`, `or` and `default` are worked out where their arguments are.
  not: (args, call) => bool(isEmpty(at(args, 0, call))),
  eq: (args, call) => bool(args.slice(1).some((arg) => same(at(args, 0, call), arg, call.budget, true))),
  ne: (args, call) => bool(!same(at(args, 0, call), at(args, 1, call), call.budget, true)),
  lt: (args, call) => bool(order(args, call) < 0),
  le: (args, call) => bool(order(args, call) <= 0),
  gt: (args, call) => bool(order(args, call) > 0),
  ge: (args, call) => bool(order(args, call) >= 0),
  empty: (args, call) => bool(isEmpty(at(args, 0, call))),
  default: (args, call) => (args.length < 2 || isEmpty(args[1]!) ? at(args, 0, call) : args[1]!),
  coalesce: (args) => args.find((arg) => !isEmpty(arg)) ?? nil,
  ternary: (args, call) => (isEmpty(at(args, 2, call)) ? args[1]! : args[0]!),
  all: (args) => bool(args.every((arg) => !isEmpty(arg))),
  any: (args) => bool(args.some((arg) => !isEmpty(arg))),
  required: (args, call) => {
    const value = at(args, 1, call);
    if (value.type === 'nil' || (value.type === 'string' && plain(value) === ''))
      throw new Untold({
        code: 'no-value',
        subject: value.type === 'nil' && value.missing ? value.missing : 'required',
        settledBy: `a value in values.yaml: the chart asks for one (${word(args, 0, call).slice(0, 120)})`,
      });
    return value;
  },
  ...texts,
  ...lessOften,
  // Numbers.
  int: (args, call) => from(args[0]!, whole(amount(args, 0, call))),
  int64: (args, call) => from(args[0]!, whole(amount(args, 0, call))),
  float64: (args, call) => from(args[0]!, real(amount(args, 0, call))),
  atoi: (args, call) => from(args[0]!, whole(amount(args, 0, call))),
  toDecimal: (args, call) => whole(Number.parseInt(word(args, 0, call), 8) || 0),
  add: numbers((a, b) => a + b),
  add1: (args, call) => whole(amount(args, 0, call) + 1),
  sub: numbers((a, b) => a - b),
  mul: numbers((a, b) => a * b),
  div: numbers((a, b) => Math.trunc(a / b)),
  mod: numbers((a, b) => a % b),
  max: numbers(Math.max),
  min: numbers(Math.min),
  addf: reals((a, b) => a + b),
  subf: reals((a, b) => a - b),
  mulf: reals((a, b) => a * b),
  divf: reals((a, b) => a / b),
  ceil: (args, call) => real(Math.ceil(amount(args, 0, call))),
  floor: (args, call) => real(Math.floor(amount(args, 0, call))),
  round: rounded,
  until: (args, call) => {
    const count = Math.trunc(amount(args, 0, call));
    return sequence(0, count, count < 0 ? -1 : 1, call);
  },
  untilStep: (args, call) => sequence(amount(args, 0, call), amount(args, 1, call), amount(args, 2, call), call),
  // Lists.
  list: (args) => list(args),
  tuple: (args) => list(args),
  len: (args, call) => {
    const arg = at(args, 0, call);
    if (arg.type === 'unknown') throw new Untold(arg.reason);
    if (arg.type === 'list') return whole(arg.items.length);
    if (arg.type === 'map') return whole(arg.entries.size);
    if (arg.type === 'string') return whole(Buffer.byteLength(known(arg)));
    throw wrongUse(call.name, 'a list, a map or a text');
  },
  index: indexed,
  slice: (args, call) => {
    const source = at(args, 0, call);
    const [start, end] = [1, 2].map((i) => (args[i] ? amount(args, i, call) : undefined));
    return source.type === 'string'
      ? made([source], known(source).slice(start, end))
      : list(items(args, 0, call).items.slice(start, end));
  },
  first: (args, call) => items(args, 0, call).items[0] ?? nil,
  last: (args, call) => items(args, 0, call).items.at(-1) ?? nil,
  rest: (args, call) => list(items(args, 0, call).items.slice(1)),
  initial: (args, call) => list(items(args, 0, call).items.slice(0, -1)),
  append: (args, call) => list([...items(args, 0, call).items, at(args, 1, call)]),
  prepend: (args, call) => list([at(args, 1, call), ...items(args, 0, call).items]),
  concat: (args, call) => list(args.flatMap((_, i) => items(args, i, call).items)),
  reverse: (args, call) => list(items(args, 0, call).items.toReversed()),
  sortAlpha: (args, call) => {
    const source = items(args, 0, call).items;
    const sorted = source
      .map((item, i) => [word(source, i, call), printed(item, call.budget)] as const)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return list(sorted.map(([, item]) => item));
  },
  uniq: (args, call) =>
    list(
      items(args, 0, call).items.filter(
        (item, i, all) => all.findIndex((other) => same(item, other, call.budget)) === i,
      ),
    ),
  without: (args, call) =>
    list(items(args, 0, call).items.filter((item) => !args.slice(1).some((other) => same(item, other, call.budget)))),
  compact: (args, call) => list(items(args, 0, call).items.filter((item) => !isEmpty(item))),
  has: (args, call) => bool(items(args, 1, call).items.some((item) => same(at(args, 0, call), item, call.budget))),
  chunk: (args, call) => {
    const [size, source] = [Math.max(1, amount(args, 0, call)), items(args, 1, call).items];
    return list(
      Array.from({ length: Math.ceil(source.length / size) }, (_, i) => list(source.slice(i * size, (i + 1) * size))),
    );
  },
  // Maps.
  dict: (args, call) => {
    const result = dict();
    for (let i = 0; i < args.length; i += 2) result.entries.set(word(args, i, call), args[i + 1] ?? string(''));
    return result;
  },
  get: (args, call) => map(args, 0, call).entries.get(word(args, 1, call)) ?? string(''),
  set: (args, call) => {
    const target = map(args, 0, call);
    target.entries.set(word(args, 1, call), at(args, 2, call));
    return target;
  },
  unset: (args, call) => {
    const target = map(args, 0, call);
    target.entries.delete(word(args, 1, call));
    return target;
  },
  hasKey: (args, call) => hasKey(map(args, 0, call), word(args, 1, call)),
  keys: (args, call) => list(args.flatMap((_, i) => sortedEntries(map(args, i, call)).map(([key]) => string(key)))),
  values: (args, call) => list(args.flatMap((_, i) => sortedEntries(map(args, i, call)).map(([, item]) => item))),
  pick: (args, call) => picked(args, call, true),
  omit: (args, call) => picked(args, call, false),
  pluck: (args, call) =>
    list(args.slice(1).flatMap((_, i) => map(args, i + 1, call).entries.get(word(args, 0, call)) ?? [])),
  dig: (args, call) => {
    let value: Data | undefined = map(args, args.length - 1, call);
    for (let i = 0; i < args.length - 2; i++) {
      value = value?.type === 'map' ? value.entries.get(word(args, i, call)) : undefined;
      if (value?.type === 'unknown') return value;
    }
    return value ?? at(args, args.length - 2, call);
  },
  merge: fold(false),
  mergeOverwrite: fold(true),
  deepCopy: (args, call) => copied(at(args, 0, call), call.budget),
  // Other languages.
  toYaml: (args, call) => written(at(args, 0, call), call.budget),
  toYamlPretty: (args, call) => written(at(args, 0, call), call.budget),
  fromYaml: (args, call) => read(text(args, 0, call), call.budget),
  fromYamlArray: (args, call) => read(text(args, 0, call), call.budget),
  toJson: (args, call) => textOf(json(at(args, 0, call), call.budget)),
  toRawJson: (args, call) => textOf(json(at(args, 0, call), call.budget)),
  fromJson: readJson,
  fromJsonArray: readJson,
  // What things are.
  kindOf: (args, call) => string(goType(args, 0, call)),
  typeOf: (args, call) => string(goType(args, 1, call)),
  kindIs: (args, call) => bool(goType(args, 0, call) === word(args, 0, call)),
  typeIsLike: (args, call) => bool([goType(args, 1, call), `*${goType(args, 1, call)}`].includes(word(args, 0, call))),
  typeIs: (args, call) => bool(goType(args, 1, call) === word(args, 0, call)),
  deepEqual: (args, call) => bool(same(at(args, 0, call), at(args, 1, call), call.budget)),
  semverCompare: (args, call) => {
    const [constraint, version] = [word(args, 0, call), word(args, 1, call)];
    const result = meets(constraint, version);
    if (result === undefined) throw wrongUse(call.name, 'a constraint and a version');
    return bool(result);
  },
  base: change((source) => source.replace(/\/+$/, '').split('/').at(-1) || '.'),
  dir: change((source) => source.split('/').slice(0, -1).join('/') || '.'),
  ext: change((source) => /\.[^./]*$/.exec(source)?.[0] ?? ''),
  // A cluster isn't asked, as by `helm template`.
  lookup: () => dict(),
};

/** What comes out different each time. */
const madeAnew = new Set([
  'now',
  'date',
  'ago',
  'randAlphaNum',
  'randAlpha',
  'randNumeric',
  'randAscii',
  'randBytes',
  'randInt',
  'shuffle',
  'uuidv4',
  'genCA',
  'genCAWithKey',
  'genSelfSignedCert',
  'genSelfSignedCertWithKey',
  'genSignedCert',
  'genSignedCertWithKey',
  'genPrivateKey',
  'htpasswd',
  'bcrypt',
  'derivePassword',
  'encryptAES',
  'buildCustomCert',
  'dateInZone',
  'dateModify',
  'date_in_zone',
  'date_modify',
  'decryptAES',
  'duration',
  'durationRound',
  'htmlDate',
  'htmlDateInZone',
  'toDate',
  'unixEpoch',
  'getHostByName',
]);

/** Those that take what isn't known for what it is; for all others it makes the result unknown. */
const takesUnknown = new Set([
  'list',
  'tuple',
  'dict',
  'set',
  'get',
  'hasKey',
  'toYaml',
  'toJson',
  'print',
  'printf',
  'quote',
  'squote',
  'cat',
  'toString',
  'indent',
  'nindent',
  'join',
  'merge',
  'mergeOverwrite',
  'deepCopy',
  'lookup',
  'ternary',
  'trim',
  'trimSuffix',
  'trimPrefix',
  'append',
  'prepend',
  'pick',
  'omit',
]);

export function called(name: string, args: readonly Data[], budget: Budget): Data {
  spend(budget);
  const plainName = name.replace(/^must([A-Z])/, (_, letter: string) => letter.toLowerCase());
  if (madeAnew.has(plainName))
    return unknown({
      code: 'function-outside',
      subject: name,
      settledBy: 'the value itself: this one is made anew with each release',
    });
  const run = Object.hasOwn(functions, plainName) ? functions[plainName] : undefined;
  if (!run)
    return unknown({
      code: 'not-evaluated',
      subject: name,
      settledBy: `the manifest as it is applied: ${name} is not worked out here`,
    });
  if (!takesUnknown.has(plainName)) {
    const open = args.find((arg) => arg.type === 'unknown');
    if (open && !(plainName === 'default' && args[1] !== open)) return open;
  }
  try {
    return weighed(run(args, { name, budget }), budget);
  } catch (error) {
    if (error instanceof Untold) return unknown(error.reason);
    if (error instanceof Stop && error.code !== 'too-large')
      return unknown({ code: error.code, subject: name, settledBy: error.message });
    throw error;
  }
}

/** What is put together costs what it weighs: texts and lists that double would grow without end. */
function weighed(result: Data, budget: Budget): Data {
  if (result.type === 'list') spend(budget, result.items.length >> 2);
  if (result.type === 'map') spend(budget, result.entries.size >> 2);
  if (result.type !== 'string') return result;
  spend(budget, result.pieces.length);
  if (result.pieces.reduce((sum, { text }) => sum + text.length, 0) > longest)
    throw new Stop('too-large', 'a shorter text');
  return result;
}
