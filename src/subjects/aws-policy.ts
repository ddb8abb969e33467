import type { Fact, FactList, UnknownReason } from '../model/fact.ts';
import { anyItem, known, mapFact, unknownFact, workedOut } from '../model/fact.ts';
import type { Place } from '../model/place.ts';
import type { ObjectValue, Reference, UnknownValue, Value } from '../model/value.ts';
import { asString, knownOf, referencesIn, unknownOf } from './read.ts';

/** An AWS policy document, as far as it is known: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html */
export interface PolicyDocument {
  statements: readonly Statement[];
  /** False where there may be more statements than these. */
  complete: boolean;
  reason?: UnknownReason;
  at: Place;
}

export interface Statement {
  at: Place;
  sid?: string;
  effect: Fact<string>;
  /** `*`, `AWS:*`, `AWS:arn:…`, `Service:…`, `Federated:…`. */
  principals: FactList<string>;
  notPrincipals: FactList<string>;
  actions: FactList<string>;
  notActions: FactList<string>;
  resources: FactList<string>;
  notResources: FactList<string>;
  /** Whether it is for every resource: `*`. A name that is only known after apply is never that. */
  everyResource: Fact<boolean>;
  /** The same for every role: `*`, or all roles of an account. */
  everyRole: Fact<boolean>;
  /** Resources it refers to where it says who is meant. */
  principalReferences: readonly Reference[];
  conditions: readonly Condition[];
  /** False where there may be more conditions than these. */
  conditionsComplete: boolean;
}

export interface Condition {
  /** `StringEquals`, `Bool`, `ForAnyValue:StringLike`. */
  operator: string;
  /** In lower case, as AWS compares keys without regard to case. */
  key: string;
  values: FactList<string>;
}

const nothing = (at: Place): FactList<string> => ({ items: [], complete: true, at });

/** Reads a policy from a string, an object or `jsonencode`; undefined where the value states none. */
export function policyOf(value: Value | undefined): PolicyDocument | undefined {
  if (!value || value.type === 'null' || (value.type === 'string' && value.value.trim() === '')) return undefined;
  const tree = jsonOf(value);
  if (tree.type !== 'object') {
    const reason: UnknownReason =
      tree.type === 'unknown' ? tree.reason : { code: 'wrong-type', settledBy: 'a policy document in JSON' };
    return { statements: [], complete: false, reason, at: tree.at };
  }
  const found = tree.entries.get('Statement');
  if (!found)
    return { statements: [], complete: tree.complete, at: tree.at, ...(tree.reason && { reason: tree.reason }) };
  if (found.type === 'unknown') return { statements: [], complete: false, reason: found.reason, at: found.at };
  const items = found.type === 'list' ? found.items : [found];
  const strange = items.find((item) => item.type === 'unknown');
  return {
    statements: items.filter((item): item is ObjectValue => item.type === 'object').map(statementOf),
    complete: tree.complete && (found.type !== 'list' || found.complete) && !strange,
    at: found.at,
    ...(strange?.type === 'unknown' && { reason: strange.reason }),
  };
}

/** What a text in JSON holds, as far as it is known; what isn't JSON stays as it is. */
export const jsonOf = (value: Value): Value =>
  value.type === 'string' || value.type === 'unknown' ? (value.json ?? parsed(value)) : value;

/** A string that holds JSON; its places are all that of the string. */
function parsed(value: Value): Value {
  if (value.type !== 'string') return value;
  try {
    return valueFrom(JSON.parse(value.value), value.at);
  } catch {
    return value;
  }
}

function valueFrom(json: unknown, at: Place): Value {
  const placed = { at, via: [] };
  if (typeof json === 'string') return { type: 'string', value: json, ...placed };
  if (typeof json === 'number') return { type: 'number', value: json, ...placed };
  if (typeof json === 'boolean') return { type: 'bool', value: json, ...placed };
  if (json === null || json === undefined) return { type: 'null', ...placed };
  if (Array.isArray(json))
    return { type: 'list', items: json.map((item) => valueFrom(item, at)), complete: true, ...placed };
  const entries = Object.entries(json).map(([key, item]) => [key, valueFrom(item, at)] as const);
  return { type: 'object', entries: new Map(entries), complete: true, ...placed };
}

function statementOf(statement: ObjectValue): Statement {
  const get = (name: string) => statement.entries.get(name);
  const sid = get('Sid');
  const effect = get('Effect');
  const conditions = conditionsOf(get('Condition'));
  return {
    at: statement.at,
    ...(sid && asString(sid) !== undefined && { sid: asString(sid)! }),
    effect: effect ? stringFact(effect) : known('Deny', statement.at),
    principals: principalsOf(get('Principal'), statement.at),
    notPrincipals: principalsOf(get('NotPrincipal'), statement.at),
    actions: stringsOf(get('Action'), statement.at),
    notActions: stringsOf(get('NotAction'), statement.at),
    resources: stringsOf(get('Resource'), statement.at),
    notResources: stringsOf(get('NotResource'), statement.at),
    everyResource: covers(get('Resource'), statement.at, (text) => text === '*'),
    everyRole: covers(
      get('Resource'),
      statement.at,
      (text) => text === '*' || /^arn:[^:]*:iam::[^:]*:(role\/)?\*$/.test(text),
    ),
    principalReferences: referencesIn(get('Principal')),
    ...conditions,
  };
}

function stringFact(value: Value): Fact<string> {
  if (value.type === 'unknown') return unknownOf(value);
  const text = asString(value);
  if (text !== undefined) return knownOf(value, text);
  return unknownFact({ code: 'wrong-type', settledBy: 'a string here' }, value.at, value.via);
}

function stringsOf(value: Value | undefined, at: Place): FactList<string> {
  if (!value) return nothing(at);
  if (value.type === 'unknown') {
    // A text with unknown parts is one item; something wholly unknown may be any number of them.
    if (value.prefix !== undefined || value.suffix !== undefined)
      return { items: [unknownOf(value)], complete: true, at: value.at };
    return { items: [unknownOf(value)], complete: value.references !== undefined, at: value.at, reason: value.reason };
  }
  if (value.type !== 'list') return { items: [stringFact(value)], complete: true, at: value.at };
  return {
    items: value.items.map(stringFact),
    complete: value.complete,
    at: value.at,
    ...(value.reason && { reason: value.reason }),
  };
}

/** Whether any text of the value passes the test; what has a known part, or comes from a resource, is looked at by that. */
export function covers(value: Value | undefined, at: Place, test: (text: string) => boolean): Fact<boolean> {
  if (!value) return known(false, at);
  const items = value.type === 'list' ? value.items : [value];
  const hit = items.find((item) => item.type === 'string' && test(item.value));
  if (hit) return knownOf(hit, true);
  const open = items.find((item): item is UnknownValue => item.type === 'unknown' && !isSomethingNamed(item));
  if (open) return unknownOf(open);
  if (value.type === 'list' && !value.complete)
    return unknownFact(value.reason ?? { code: 'not-evaluated', settledBy: workedOut }, value.at);
  return known(false, value.at, value.via);
}

const isSomethingNamed = ({ prefix, suffix, reason, references }: UnknownValue): boolean =>
  Boolean(prefix) ||
  Boolean(suffix && suffix !== '*') ||
  (references ?? []).some(
    ({ path }) =>
      ['known-after-apply', 'does-not-exist'].includes(reason.code) ||
      ['arn', 'account_id'].includes(path.at(-1) ?? ''),
  );

function principalsOf(value: Value | undefined, at: Place): FactList<string> {
  if (!value) return nothing(at);
  if (value.type !== 'object') return stringsOf(value, at);
  const lists = [...value.entries].map(([type, ids]) => {
    const list = stringsOf(ids, value.at);
    const values = ids.type === 'list' ? ids.items : [ids];
    return {
      complete: list.complete,
      items: values.map((item): Fact<string> => {
        const text = asString(item);
        if (text !== undefined) return knownOf(item, type === '*' ? '*' : `${type}:${text}`);
        // A service or an identity provider is never everyone, whatever its name; nor is a name that something has.
        if (item.type === 'unknown' && (!['AWS', '*'].includes(type) || isSomethingNamed(item)))
          return knownOf(item, `${type}:${isSomeAccount(item) ? someAccount : '…'}`);
        return stringFact(item);
      }),
    };
  });
  return {
    items: lists.flatMap((list) => list.items),
    complete: value.complete && lists.every((list) => list.complete),
    at: value.at,
  };
}

/** A whole account whose number comes from elsewhere. */
export const someAccount = 'arn:aws:iam::…:root';

/** Whether it is an account by its root, with a number that is handed in. One that is looked up is one's own. */
const isSomeAccount = ({ prefix, suffix, reason }: UnknownValue): boolean =>
  /^arn:[^:]*:iam::$/.test(prefix ?? '') &&
  suffix === ':root' &&
  reason.code === 'no-value' &&
  // The CDK says by this variable in which account it works.
  reason.subject !== 'process.env.CDK_DEFAULT_ACCOUNT';

function conditionsOf(value: Value | undefined): Pick<Statement, 'conditions' | 'conditionsComplete'> {
  if (!value) return { conditions: [], conditionsComplete: true };
  if (value.type !== 'object') return { conditions: [], conditionsComplete: false };
  const conditions: Condition[] = [];
  let complete = value.complete;
  for (const [operator, keys] of value.entries) {
    if (keys.type !== 'object') {
      complete = false;
      continue;
    }
    complete &&= keys.complete;
    for (const [key, values] of keys.entries)
      conditions.push({ operator, key: key.toLowerCase(), values: stringsOf(values, keys.at) });
  }
  return { conditions, conditionsComplete: complete };
}

/** Whether a principal stands for everyone: `*`, or any AWS account. */
export const isEveryone = (principal: string): boolean =>
  principal === '*' || principal === 'AWS:*' || /^AWS:arn:[^:]*:iam::\*:/.test(principal);

/** Whether the statement is in force for everyone: it allows, and names everyone. */
export function allowsEveryone(statement: Statement): Fact<boolean> {
  if (statement.effect.known && statement.effect.value !== 'Allow') return known(false, statement.at);
  const everyone = anyItem(statement.principals, isEveryone);
  if (everyone.known && !everyone.value) return everyone;
  if (!statement.effect.known) return statement.effect;
  return everyone;
}

// Keys that bind a request to a network, an account, an organization or a resource of one's own:
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
const binding = [
  'aws:sourceip',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:vpcsourceip',
  'aws:vpceaccount',
  'aws:vpceorgid',
  'aws:vpceorgpaths',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceowner',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:principalaccount',
  'aws:principalarn',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
  'aws:userid',
  'aws:username',
  's3:dataaccesspointaccount',
  'kms:calleraccount',
  'kms:viaservice',
];

/** Whether its conditions bind it to known callers, so that "everyone" is not meant. */
export const isBound = (statement: Statement): boolean =>
  !statement.conditionsComplete || statement.conditions.some(binds);

// A negated operator lets all others in; `…IfExists` and `ForAllValues:…` let requests in that lack the key:
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
const binds = ({ operator, key, values }: Condition): boolean =>
  binding.includes(key) &&
  !operator.includes('Not') &&
  !operator.endsWith('IfExists') &&
  !operator.startsWith('ForAllValues:') &&
  !values.items.some((value) => value.known && isAnything(value.value));

/** Every address, every id, or an ARN of any account. */
const isAnything = (value: string): boolean =>
  ['*', '0.0.0.0/0', '::/0'].includes(value) || /^arn:[^:]*:[^:]*:[^:]*:\*(:|$)/.test(value);

/**
 * Whether the document lets everyone in: a statement that allows everyone without a condition that binds it. A known one
 * decides; else an unknown one, or a document that is known in part.
 */
export function letsEveryoneIn(policy: PolicyDocument): Fact<boolean> {
  let undecided: Fact<boolean> | undefined;
  for (const statement of policy.statements) {
    if (isBound(statement)) continue;
    const open = allowsEveryone(statement);
    if (open.known && open.value) return { ...open, value: true };
    if (!open.known) undecided ??= open;
  }
  if (undecided) return undecided;
  if (!policy.complete) return unknownFact(policy.reason ?? { code: 'not-evaluated', settledBy: workedOut }, policy.at);
  return known(false, policy.at);
}

/** An action of a policy as a pattern: no difference of case, `*` and `?` stand for others. */
export function actionMatches(pattern: string, action: string): boolean {
  if (pattern === '*') return true;
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  return new RegExp(`^${source}$`, 'i').test(action);
}

/** Whether a statement that is in force allows all actions, or all of one service. */
export const allowsEveryAction = (policy: PolicyDocument, service?: string): Fact<boolean> =>
  anyStatement(policy, ({ actions }) =>
    anyItem(actions, (action) => action === '*' || action === '*:*' || action.toLowerCase() === `${service}:*`),
  );

/** Whether any statement is in force and passes the test. A known one decides; else an unknown one, or a part missing. */
export function anyStatement(policy: PolicyDocument, test: (statement: Statement) => Fact<boolean>): Fact<boolean> {
  let undecided: Fact<boolean> | undefined;
  for (const statement of policy.statements) {
    if (statement.effect.known && statement.effect.value !== 'Allow') continue;
    const found = test(statement);
    if (found.known && !found.value) continue;
    if (found.known && statement.effect.known) return found;
    undecided ??= found.known ? mapFact(statement.effect, () => true) : found;
  }
  if (undecided) return undecided;
  if (policy.complete) return known(false, policy.at);
  return unknownFact(policy.reason ?? { code: 'not-evaluated', settledBy: workedOut }, policy.at);
}
