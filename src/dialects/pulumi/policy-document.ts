import type { FilePlace } from '../../model/place.ts';
import { fields, list, text, unknown, type Fields, type Item, whyUnknown } from '../programs/items.ts';
import { asJsonText } from '../programs/methods.ts';

const names: { readonly [name: string]: string } = {
  sid: 'Sid',
  effect: 'Effect',
  actions: 'Action',
  notActions: 'NotAction',
  resources: 'Resource',
  notResources: 'NotResource',
};

/** The policy that `aws.iam.getPolicyDocument` makes: https://www.pulumi.com/registry/packages/aws/api-docs/iam/getpolicydocument/ */
export function policyOf(args: Item | undefined, at: FilePlace): Item {
  const statements = args?.type === 'object' ? args.entries.get('statements') : args;
  if (statements?.type !== 'list')
    return unknown(
      statements
        ? whyUnknown(statements)
        : { code: 'not-evaluated', settledBy: 'statements that are written out here' },
      at,
    );
  const made = statements.items.map((item) => (item.type === 'object' ? statementOf(item) : item));
  const whole = [
    ['Version', text('2012-10-17', at)],
    ['Statement', list(made, statements.at, statements.level, statements.reason)],
  ] as const;
  return asJsonText(fields(whole, at), at);
}

/** The policy that `aws.iam.assumeRolePolicyForPrincipal` makes: who is given may assume the role. */
export function trustOf(principal: Item | undefined, at: FilePlace): Item {
  const statement = fields(
    [
      ['Effect', text('Allow', at)],
      [
        'Principal',
        principal ?? unknown({ code: 'not-evaluated', settledBy: 'a principal that is written out here' }, at),
      ],
      ['Action', text('sts:AssumeRole', at)],
    ],
    at,
  );
  const whole = [
    ['Version', text('2012-10-17', at)],
    ['Statement', list([statement], at)],
  ] as const;
  return asJsonText(fields(whole, at), at);
}

function statementOf(of: Fields): Item {
  const made = fields([['Effect', text('Allow', of.at)]], of.at, of.level, of.reason);
  for (const [key, item] of of.entries) {
    const name = names[key];
    if (name) made.entries.set(name, item);
  }
  for (const [key, name] of [
    ['principals', 'Principal'],
    ['notPrincipals', 'NotPrincipal'],
  ] as const) {
    const principals = of.entries.get(key);
    if (principals) made.entries.set(name, principalsOf(principals));
  }
  const conditions = of.entries.get('conditions');
  if (conditions) made.entries.set('Condition', conditionsOf(conditions));
  return made;
}

function principalsOf(of: Item): Item {
  if (of.type !== 'list') return of;
  const made = fields([], of.at, of.level, of.reason);
  for (const item of of.items) {
    const type = item.type === 'object' ? item.entries.get('type') : undefined;
    const identifiers = item.type === 'object' ? item.entries.get('identifiers') : undefined;
    if (type?.type !== 'string' || !identifiers) made.reason ??= whyUnknown(item);
    else if (type.value === '*') return text('*', item.at);
    else made.entries.set(type.value, identifiers);
  }
  return made;
}

function conditionsOf(of: Item): Item {
  if (of.type !== 'list') return of;
  const made = fields([], of.at, of.level, of.reason);
  for (const item of of.items) {
    const [test, variable, values] = ['test', 'variable', 'values'].map((key) =>
      item.type === 'object' ? item.entries.get(key) : undefined,
    );
    if (test?.type !== 'string' || variable?.type !== 'string' || !values) {
      made.reason ??= whyUnknown(item);
      continue;
    }
    const there = made.entries.get(test.value);
    const inner = there?.type === 'object' ? there : fields([], item.at);
    inner.entries.set(variable.value, values);
    made.entries.set(test.value, inner);
  }
  return made;
}
