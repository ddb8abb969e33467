import { fields, joined, list, nothing, text, unknown, whyUnknown, type Fields, type Item } from '../programs/items.ts';
import { Construct, constant, newOf } from './construct.ts';

const plain: { readonly [prop: string]: string } = {
  sid: 'Sid',
  actions: 'Action',
  notActions: 'NotAction',
  resources: 'Resource',
  notResources: 'NotResource',
  conditions: 'Condition',
};

/** A statement as it stands in the policy: https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_iam.PolicyStatement.html */
export function statementOf(item: Item): Item {
  const made = newOf(item);
  if (made?.name !== 'iam.PolicyStatement') {
    if (item.type === 'symbol' && constant(item) === 'fromJson') return item.args?.[0] ?? nothing(item.at);
    return item.type === 'object' ? item : unknown(whyUnknown(item), item.at);
  }
  const construct = new Construct(made.instance, made.args[0]);
  const effect = construct.get('effect');
  const statement = construct.object({
    Effect:
      effect === undefined
        ? text('Allow', item.at)
        : constant(effect)
          ? text(constant(effect) === 'DENY' ? 'Deny' : 'Allow', effect.at)
          : effect,
  });
  for (const [prop, name] of Object.entries(plain)) add(statement, name, construct.get(prop));
  for (const [prop, name] of [
    ['principals', 'Principal'],
    ['notPrincipals', 'NotPrincipal'],
  ] as const) {
    const principals = construct.get(prop);
    if (principals) statement.entries.set(name, principalOf(principals));
  }
  for (const { method, args } of made.instance.told) tell(statement, method, args);
  return statement;
}

const add = (statement: Fields, name: string, item: Item | undefined): void => {
  if (item) statement.entries.set(name, item);
};

/** What a statement is told after it was made. */
function tell(statement: Fields, method: string, args: readonly Item[]): void {
  const [first] = args;
  const more = (name: string, items: readonly Item[]): void => {
    const there = statement.entries.get(name);
    statement.entries.set(
      name,
      list([...(there?.type === 'list' ? there.items : there ? [there] : []), ...items], statement.at),
    );
  };
  if (method === 'addActions') more('Action', args);
  else if (method === 'addResources') more('Resource', args);
  else if (method === 'addAllResources') more('Resource', [text('*', statement.at)]);
  else if (method === 'addAnyPrincipal') statement.entries.set('Principal', text('*', statement.at));
  else if (method === 'addServicePrincipal' && first)
    statement.entries.set('Principal', fields([['Service', first]], first.at));
  else if (/^add\w*Principals?$/.test(method))
    statement.entries.set('Principal', principalOf(list(args, statement.at)));
  else if (/^addConditions?$/.test(method)) {
    const there = statement.entries.get('Condition');
    const condition = fields(there?.type === 'object' ? there.entries : [], statement.at);
    if (args.length === 2 && first?.type === 'string') condition.entries.set(first.value, args[1]!);
    else if (first?.type === 'object') for (const [key, item] of first.entries) condition.entries.set(key, item);
    statement.entries.set('Condition', condition);
  }
}

/** Who is meant, in the words of a policy; `conditions` that a principal brings are added by `trustOf`. */
export function principalOf(item: Item, depth = 0): Item {
  if (depth > 10) return unknown(whyUnknown(item), item.at);
  if (item.type === 'list') {
    const whole = fields([], item.at, item.level, item.reason);
    for (const one of item.items) {
      const principal = principalOf(one, depth + 1);
      if (principal.type === 'string') return principal;
      if (principal.type !== 'object') whole.reason ??= whyUnknown(principal);
      else
        for (const [key, value] of principal.entries) {
          const there = whole.entries.get(key);
          whole.entries.set(key, there ? list([...itemsOf(there), ...itemsOf(value)], value.at) : value);
        }
    }
    return whole;
  }
  const made = newOf(item);
  const [first] = made?.args ?? [];
  const at = item.at;
  switch (made?.name) {
    case 'iam.StarPrincipal':
      return text('*', at);
    case 'iam.AnyPrincipal':
    case 'iam.Anyone':
      return fields([['AWS', text('*', at)]], at);
    case 'iam.ArnPrincipal':
    case 'iam.SessionTagsPrincipal':
      return fields([['AWS', first ?? nothing(at)]], at);
    case 'iam.AccountPrincipal':
      return fields([['AWS', joined([text('arn:aws:iam::', at), first ?? nothing(at), text(':root', at)], at)]], at);
    case 'iam.AccountRootPrincipal':
      return fields(
        [
          [
            'AWS',
            unknown({ code: 'data-source', subject: 'the account', settledBy: 'its number' }, at, {
              prefix: 'arn:aws:iam::',
              suffix: ':root',
            }),
          ],
        ],
        at,
      );
    case 'iam.ServicePrincipal':
      return fields([['Service', first ?? nothing(at)]], at);
    case 'iam.CanonicalUserPrincipal':
      return fields([['CanonicalUser', first ?? nothing(at)]], at);
    case 'iam.FederatedPrincipal':
    case 'iam.WebIdentityPrincipal':
    case 'iam.OpenIdConnectPrincipal':
    case 'iam.SamlPrincipal':
      return fields([['Federated', first ?? nothing(at)]], at);
    case 'iam.CompositePrincipal':
      return principalOf(list(made.args, at), depth + 1);
    case 'iam.OrganizationPrincipal':
      return fields([['AWS', text('*', at)]], at);
    default:
  }
  if (made && /^(?:iam\.(?:Role|User)|lambda\.)/.test(made.name)) return fields([['AWS', item]], at);
  return unknown(whyUnknown(item), at);
}

const itemsOf = (item: Item): readonly Item[] => (item.type === 'list' ? item.items : [item]);

/** A whole policy of these statements; `why` there may be more of them. */
export const documentOf = (statements: readonly Item[], at: Item['at'], why?: Parameters<typeof list>[3]): Item =>
  fields(
    [
      ['Version', text('2012-10-17', at)],
      ['Statement', list(statements.map(statementOf), at, 0, why)],
    ],
    at,
  );

/** The statements that a construct was told to have in its own policy. */
export const statementsOf = (construct: Construct, ...methods: readonly string[]): Item[] =>
  construct.told(...methods).flatMap(({ args }) => args.slice(0, 1));

/** `iam.PolicyDocument`, an object, or a list of statements. */
export function policyOf(item: Item): Item {
  const made = newOf(item);
  if (made?.name === 'iam.PolicyDocument') {
    const statements = new Construct(made.instance, made.args[0]).get('statements');
    const told = made.instance.told.filter(({ method }) => method === 'addStatements').flatMap(({ args }) => args);
    if (statements && statements.type !== 'list') return unknown(whyUnknown(statements), item.at);
    return documentOf([...(statements?.items ?? []), ...told], item.at, statements?.reason);
  }
  if (item.type === 'symbol' && constant(item) === 'fromJson') return item.args?.[0] ?? nothing(item.at);
  if (item.type === 'list') return documentOf(item.items, item.at, item.reason);
  return item.type === 'object' ? item : unknown(whyUnknown(item), item.at);
}

/** What `withConditions` said. */
const conditionsTold = (item: Item): readonly Item[] =>
  item.type === 'instance'
    ? item.told.flatMap(({ method, args }) => (method === 'withConditions' ? args.slice(0, 1) : []))
    : [];

/** The policy of a role that may be assumed by somebody. */
export function trustOf(item: Item): Item {
  const made = newOf(item);
  const parts = made?.name === 'iam.CompositePrincipal' ? made.args : [item];
  const statements = parts.map((part): Item => {
    const own = newOf(part);
    const conditions =
      /Federated/.test(own?.name ?? '') || /WebIdentity|OpenIdConnect|Saml/.test(own?.name ?? '')
        ? own?.args[1]
        : undefined;
    const web = /WebIdentity|OpenIdConnect/.test(own?.name ?? '');
    const action = web
      ? 'sts:AssumeRoleWithWebIdentity'
      : own?.name === 'iam.SamlPrincipal'
        ? 'sts:AssumeRoleWithSAML'
        : 'sts:AssumeRole';
    const statement = fields(
      [
        ['Effect', text('Allow', part.at)],
        ['Action', (own?.name === 'iam.FederatedPrincipal' && own.args[2]) || text(action, part.at)],
        ['Principal', principalOf(part)],
      ],
      part.at,
    );
    if (conditions && conditions.type !== 'undefined') statement.entries.set('Condition', conditions);
    for (const added of conditionsTold(part)) statement.entries.set('Condition', added);
    if (own?.name === 'iam.OrganizationPrincipal' && own.args[0])
      statement.entries.set(
        'Condition',
        fields([['StringEquals', fields([['aws:PrincipalOrgID', own.args[0]]], part.at)]], part.at),
      );
    return statement;
  });
  return fields(
    [
      ['Version', text('2012-10-17', item.at)],
      ['Statement', list(statements, item.at)],
    ],
    item.at,
  );
}

/** That nobody gets in without TLS, as the library writes it. */
export function onlyTls(
  construct: Construct,
  actions: string,
  resources: readonly Item[],
  anyone: 'star' | 'any' = 'any',
): Item {
  const at = construct.at;
  const star = text('*', at);
  return fields(
    [
      ['Effect', text('Deny', at)],
      ['Principal', anyone === 'star' ? star : fields([['AWS', star]], at)],
      ['Action', text(actions, at)],
      ['Resource', list(resources, at)],
      ['Condition', fields([['Bool', fields([['aws:SecureTransport', text('false', at)]], at)]], at)],
    ],
    at,
  );
}
