import type { ObjectValue, Value } from '../../model/value.ts';

/** Which group of `Globals` a type takes its defaults from. */
const groups: Readonly<Record<string, string>> = {
  'AWS::Serverless::Function': 'Function',
  'AWS::Serverless::Api': 'Api',
  'AWS::Serverless::HttpApi': 'HttpApi',
  'AWS::Serverless::SimpleTable': 'SimpleTable',
};

/**
 * The properties of a resource over those that its template states for all of its kind: single values are replaced, maps are
 * merged, lists are added to:
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy-globals.html
 */
export function withGlobals(
  stated: ObjectValue,
  type: string,
  globals: ObjectValue | undefined,
  interfaceAt: InterfaceAt,
): ObjectValue {
  const full = overGlobals(stated, type, globals);
  return type === 'AWS::Serverless::Function' ? withAuthorizers(full, globals, interfaceAt) : full;
}

/** An interface that a template states, without the defaults of its kind. */
export interface Interface {
  type: string;
  stated: ObjectValue;
}

type InterfaceAt = (address: string) => Interface | undefined;

function overGlobals(stated: ObjectValue, type: string, globals: ObjectValue | undefined): ObjectValue {
  const group = groups[type];
  const shared = group === undefined ? undefined : globals?.entries.get(group);
  return shared?.type === 'object' ? (merged(shared, stated) as ObjectValue) : stated;
}

/**
 * An event asks as its interface says by default. Those that name no interface belong to the one that SAM makes, which asks as the
 * defaults of all interfaces say, or nobody:
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-api.html
 */
function withAuthorizers(stated: ObjectValue, globals: ObjectValue | undefined, interfaceAt: InterfaceAt): ObjectValue {
  const events = stated.entries.get('Events');
  if (events?.type !== 'object') return stated;
  const changed = [...events.entries].map(
    ([name, event]) => [name, withAuthorizer(event, globals, interfaceAt)] as const,
  );
  const entries = new Map(stated.entries).set('Events', { ...events, entries: new Map(changed) });
  return { ...stated, entries };
}

function withAuthorizer(event: Value, globals: ObjectValue | undefined, interfaceAt: InterfaceAt): Value {
  if (event.type !== 'object') return event;
  const type = event.entries.get('Type');
  const properties = event.entries.get('Properties');
  if (type?.type !== 'string' || !/^(?:Api|HttpApi)$/.test(type.value) || properties?.type === 'unknown') return event;
  const own: ObjectValue =
    properties?.type === 'object'
      ? properties
      : { type: 'object', entries: new Map(), complete: true, at: event.at, via: [] };
  const named = own.entries.get('RestApiId') ?? own.entries.get('ApiId');
  const shared = named ? statedAt(named, globals, interfaceAt) : globals?.entries.get(type.value);
  if (named && !shared) return event;
  const auth = own.entries.get('Auth');
  if (auth && (auth.type !== 'object' || auth.entries.has('Authorizer'))) return event;
  const all = shared?.type === 'object' ? shared.entries.get('Auth') : undefined;
  const byDefault: Value =
    all?.type === 'unknown'
      ? all
      : ((all?.type === 'object' ? all.entries.get('DefaultAuthorizer') : undefined) ?? {
          type: 'string',
          value: 'NONE',
          at: event.at,
          via: [],
        });
  const said: Value = {
    type: 'object',
    entries: new Map([...(auth?.entries ?? []), ['Authorizer', byDefault]]),
    complete: true,
    at: event.at,
    via: [],
  };
  const inner: Value = { ...own, entries: new Map([...own.entries, ['Auth', said]]) };
  return { ...event, entries: new Map([...event.entries, ['Properties', inner]]) };
}

/** What the interface of an event states; undefined where it isn't here, or where other papers say who may call. */
function statedAt(named: Value, globals: ObjectValue | undefined, interfaceAt: InterfaceAt): Value | undefined {
  const [reference] = named.references ?? [];
  const found = reference && interfaceAt(reference.address);
  if (!found) return undefined;
  const full = overGlobals(found.stated, found.type, globals);
  const auth = full.entries.get('Auth');
  const limited = auth?.type === 'object' && (auth.entries.has('ResourcePolicy') || auth.entries.has('ApiKeyRequired'));
  const domain = full.entries.get('Domain');
  const withCertificates = domain?.type === 'object' && domain.entries.has('MutualTlsAuthentication');
  const elsewhere = withCertificates || full.entries.has('DefinitionBody') || full.entries.has('DefinitionUri');
  return !full.complete || limited || elsewhere || !isPublic(full.entries.get('EndpointConfiguration'))
    ? undefined
    : full;
}

/** Whether an interface is known not to stand inside of a network, where an endpoint may say who calls. */
function isPublic(endpoint: Value | undefined): boolean {
  const kind = endpoint?.type === 'object' ? endpoint.entries.get('Type') : endpoint;
  return !endpoint || (kind?.type === 'string' && kind.value !== 'PRIVATE');
}

function merged(shared: Value, own: Value): Value {
  if (shared.type === 'list' && own.type === 'list') return { ...own, items: [...shared.items, ...own.items] };
  if (shared.type !== 'object' || own.type !== 'object') return own;
  const entries = new Map(shared.entries);
  for (const [key, value] of own.entries) {
    const there = entries.get(key);
    entries.set(key, there ? merged(there, value) : value);
  }
  const keys = new Map([...(shared.keys ?? []), ...(own.keys ?? [])]);
  return { ...own, entries, keys };
}
