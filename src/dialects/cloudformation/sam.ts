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
export function withGlobals(stated: ObjectValue, type: string, globals: ObjectValue | undefined): ObjectValue {
  const group = groups[type];
  const shared = group === undefined ? undefined : globals?.entries.get(group);
  const full = shared?.type === 'object' ? (merged(shared, stated) as ObjectValue) : stated;
  return type === 'AWS::Serverless::Function' ? withAuthorizers(full, globals) : full;
}

/**
 * Events that name no interface belong to the one that SAM makes, which asks as the defaults of all interfaces say, or nobody:
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-api.html
 */
function withAuthorizers(stated: ObjectValue, globals: ObjectValue | undefined): ObjectValue {
  const events = stated.entries.get('Events');
  if (events?.type !== 'object') return stated;
  const changed = [...events.entries].map(([name, event]) => [name, withAuthorizer(event, globals)] as const);
  const entries = new Map(stated.entries).set('Events', { ...events, entries: new Map(changed) });
  return { ...stated, entries };
}

function withAuthorizer(event: Value, globals: ObjectValue | undefined): Value {
  if (event.type !== 'object') return event;
  const type = event.entries.get('Type');
  const properties = event.entries.get('Properties');
  if (type?.type !== 'string' || !/^(?:Api|HttpApi)$/.test(type.value) || properties?.type === 'unknown') return event;
  const own: ObjectValue =
    properties?.type === 'object'
      ? properties
      : { type: 'object', entries: new Map(), complete: true, at: event.at, via: [] };
  if (own.entries.has('RestApiId') || own.entries.has('ApiId')) return event;
  const auth = own.entries.get('Auth');
  if (auth && (auth.type !== 'object' || auth.entries.has('Authorizer'))) return event;
  const shared = globals?.entries.get(type.value);
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
