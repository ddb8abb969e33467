import type { Place } from '../../model/place.ts';
import type { ListValue, ObjectValue, Value } from '../../model/value.ts';
import { newBudget } from './budget.ts';
import { firstUnknown, toData } from './deep.ts';
import { encodeJson } from './functions/json.ts';
import { incompleteReason, isOpen, list, object, string, unknown } from './values.ts';

/**
 * The `json` of `data "aws_iam_policy_document"`: its statements and those it merges, as the policy they make:
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
 */
export function policyDocument(body: ObjectValue): Value {
  const budget = newBudget();
  const statements = merged(body);
  const entries = new Map<string, Value>([
    ['Version', body.entries.get('version') ?? string('2012-10-17', body.at)],
    ['Statement', statements],
  ]);
  const json = object(entries, body.at);
  const open = firstUnknown(json, budget);
  return open
    ? { ...unknown(open.reason, body.at), json }
    : { ...string(encodeJson(toData(json, budget)), body.at), json };
}

/** Sources first, then its own, then overrides; a statement id that comes again replaces the former one. */
function merged(body: ObjectValue): ListValue {
  const own = statementsIn(body);
  const parts = [
    ...documents(body, 'source_policy_documents', 'source_json'),
    own,
    ...documents(body, 'override_policy_documents', 'override_json'),
  ];
  const result: Value[] = [];
  for (const part of parts)
    for (const statement of part.items) {
      const sid = sidOf(statement);
      const index = sid === undefined ? -1 : result.findIndex((other) => sidOf(other) === sid);
      if (index >= 0) result[index] = statement;
      else result.push(statement);
    }
  const incomplete = parts.find((part) => !part.complete);
  const all = list(result, own.items.length > 0 ? own.at : body.at);
  return incomplete ? { ...all, complete: false, reason: incompleteReason(incomplete) } : all;
}

const sidOf = (statement: Value): string | undefined => {
  const sid = statement.type === 'object' ? statement.entries.get('Sid') : undefined;
  return sid?.type === 'string' && sid.value !== '' ? sid.value : undefined;
};

/** The statements of the documents that an attribute lists. */
function documents(body: ObjectValue, ...names: readonly string[]): ListValue[] {
  return names.flatMap((name) => {
    const value = body.entries.get(name);
    if (!value || value.type === 'null') return [];
    const items = value.type === 'list' ? value.items : [value];
    const known = items.flatMap((item) => statementsOf(item) ?? []);
    return value.type === 'list' && !value.complete
      ? [...known, { ...list([], value.at), complete: false, reason: incompleteReason(value) }]
      : known;
  });
}

function statementsOf(document: Value): ListValue | undefined {
  if (document.type === 'null' || (document.type === 'string' && document.value.trim() === '')) return undefined;
  const tree = document.type === 'string' || document.type === 'unknown' ? document.json : undefined;
  const found = tree?.type === 'object' ? tree.entries.get('Statement') : undefined;
  if (found?.type === 'list') return found;
  if (found?.type === 'object') return list([found], found.at);
  const reason =
    document.type === 'unknown'
      ? document.reason
      : { code: 'wrong-type' as const, settledBy: 'a policy document in JSON here' };
  return { ...list([], document.at), complete: false, reason };
}

/** The `statement` blocks of the body itself. */
function statementsIn(body: ObjectValue): ListValue {
  const blocks = body.entries.get('statement');
  if (blocks?.type === 'unknown') return { ...list([], blocks.at), complete: false, reason: blocks.reason };
  const items = blocks?.type === 'list' ? blocks.items : blocks ? [blocks] : [];
  const all = list(
    items.map((item) => (item.type === 'object' ? statement(item) : item)),
    blocks?.at ?? body.at,
  );
  return blocks?.type === 'list' && !blocks.complete
    ? { ...all, complete: false, reason: incompleteReason(blocks) }
    : all;
}

const plainNames: readonly (readonly [string, string])[] = [
  ['sid', 'Sid'],
  ['actions', 'Action'],
  ['not_actions', 'NotAction'],
  ['resources', 'Resource'],
  ['not_resources', 'NotResource'],
];

function statement(block: ObjectValue): ObjectValue {
  const entries = new Map<string, Value>([['Effect', present(block, 'effect') ?? string('Allow', block.at)]]);
  for (const [from, to] of plainNames) {
    const value = present(block, from);
    if (value) entries.set(to, withVariables(value));
  }
  for (const [from, to] of [
    ['principals', 'Principal'],
    ['not_principals', 'NotPrincipal'],
  ] as const) {
    const value = present(block, from);
    if (value) entries.set(to, principals(value));
  }
  const conditions = present(block, 'condition');
  if (conditions) entries.set('Condition', conditionsOf(conditions));
  return { ...object(entries, block.at), complete: block.complete, ...(block.reason && { reason: block.reason }) };
}

function present(block: ObjectValue, name: string): Value | undefined {
  const value = block.entries.get(name);
  return value?.type === 'null' ? undefined : value;
}

/** In this data source `&{…}` stands for the policy variables that AWS writes as `${…}`. */
function withVariables(value: Value): Value {
  if (value.type === 'string')
    return value.value.includes('&{') ? { ...value, value: value.value.replaceAll('&{', '${') } : value;
  return value.type === 'list' ? { ...value, items: value.items.map(withVariables) } : value;
}

const asItems = (value: Value): readonly Value[] => (value.type === 'list' ? value.items : [value]);
const openList = (value: Value): { complete: false; reason: ReturnType<typeof incompleteReason> } | undefined =>
  value.type === 'list' && !value.complete ? { complete: false, reason: incompleteReason(value) } : undefined;

/** `type` and `identifiers` of each block, by type; `*` of type `*` is everyone. */
function principals(blocks: Value): Value {
  if (blocks.type === 'unknown') return blocks;
  const entries = new Map<string, Value>();
  let reason = openList(blocks)?.reason;
  for (const block of asItems(blocks)) {
    if (block.type !== 'object' || isOpen(block)) continue;
    const type = block.entries.get('type');
    const identifiers = block.entries.get('identifiers');
    if (type?.type !== 'string' || !identifiers) {
      reason ??=
        type?.type === 'unknown' ? type.reason : { code: 'not-evaluated', settledBy: 'a type and identifiers here' };
      continue;
    }
    const there = entries.get(type.value);
    entries.set(type.value, there ? joined(there, identifiers) : withVariables(identifiers));
  }
  const everyone = entries.get('*');
  if (everyone && entries.size === 1 && !reason) return everyone;
  return { ...object(entries, placeOf(blocks)), ...(reason && { complete: false, reason }) };
}

function joined(a: Value, b: Value): Value {
  if (a.type === 'unknown') return a;
  if (b.type === 'unknown') return b;
  return { ...list([...asItems(a), ...asItems(b)], a.at), ...(openList(a) ?? openList(b)) };
}

const placeOf = (value: Value): Place => value.at;

/** `test`, `variable` and `values` of each block as operator → key → values. */
function conditionsOf(blocks: Value): Value {
  if (blocks.type === 'unknown') return blocks;
  const operators = new Map<string, Map<string, Value>>();
  let reason = openList(blocks)?.reason;
  for (const block of asItems(blocks)) {
    if (block.type !== 'object') continue;
    const test = block.entries.get('test');
    const variable = block.entries.get('variable');
    const values = block.entries.get('values');
    if (test?.type !== 'string' || variable?.type !== 'string' || !values) {
      reason ??= test?.type === 'unknown' ? test.reason : variable?.type === 'unknown' ? variable.reason : undefined;
      continue;
    }
    const keys = operators.get(test.value) ?? new Map<string, Value>();
    keys.set(variable.value, withVariables(values));
    operators.set(test.value, keys);
  }
  const entries = new Map([...operators].map(([name, keys]) => [name, object(keys, blocks.at)] as const));
  return { ...object(entries, blocks.at), ...(reason && { complete: false, reason }) };
}
