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
  return shared?.type === 'object' ? (merged(shared, stated) as ObjectValue) : stated;
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
