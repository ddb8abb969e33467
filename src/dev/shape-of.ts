const words = new Set(['description', 'summary', 'title', 'example', 'examples', 'externalDocs', 'deprecated', 'tags']);

/** A schema without its sentences. Names of properties are kept whatever they are (`names`). */
export function shapeOf(node: unknown, names = false): unknown {
  if (Array.isArray(node)) return node.map((item) => shapeOf(item));
  if (typeof node !== 'object' || node === null) return node;
  const kept = Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => names || (!words.has(key) && !key.startsWith('x-')))
      .map(([key, value]) => [
        key,
        key === 'enum' || key === 'default' ? value : shapeOf(value, key === 'properties' || key === 'definitions'),
      ]),
  );
  return names ? kept : nullable(kept);
}

/** OpenAPI 3.0 says `nullable` where JSON Schema has a type of its own. */
function nullable({ nullable: can, ...kept }: { [key: string]: unknown }): unknown {
  if (!can) return kept;
  if (!kept['type']) return { anyOf: [{ type: 'null' }, kept] };
  return { ...kept, type: [kept['type'], 'null'], ...(kept['enum'] ? { enum: [...(kept['enum'] as []), null] } : {}) };
}
