import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';

// GitHub's own description of its REST API, as far as the Action uses it (`npm run github-description` makes the file).

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly required?: readonly string[];
  readonly properties?: { readonly [name: string]: Schema };
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}
interface Operation {
  readonly name: string;
  readonly path: string;
  readonly query: { readonly [name: string]: Schema };
  readonly body?: Schema;
  /** By status; null has no body. */
  readonly answers: { readonly [status: string]: Schema | null };
}

const { operations, components } = JSON.parse(
  readFileSync(new URL('github-description.json', import.meta.url), 'utf8'),
) as { operations: Operation[]; components: { schemas: { [name: string]: Schema } } };

// Not strict: the description writes words of OpenAPI that JSON Schema has not.
const ajv = new Ajv({ strict: false });
formats.default(ajv);
ajv.addSchema({ $id: 'github', components });

const compiled = new Map<Schema, ValidateFunction>();
function check(schema: Schema): ValidateFunction {
  const known = compiled.get(schema);
  if (known) return known;
  const whole = JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"github#/components')) as Schema;
  const made = ajv.compile(whole);
  compiled.set(schema, made);
  return made;
}
const resolved = (schema: Schema): Schema =>
  schema.$ref ? resolved(components.schemas[schema.$ref.replace('#/components/schemas/', '')]!) : schema;

/** The operations of a path, without its server. */
export function operationAt(method: string, path: string): Operation | undefined {
  return operations.find(
    (one) =>
      one.name.startsWith(`${method} `) && new RegExp(`^${one.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path),
  );
}

/** What is wrong with a value, or nothing. */
export function problemsOf(schema: Schema, value: unknown): string | undefined {
  const validate = check(schema);
  return validate(value) ? undefined : ajv.errorsText(validate.errors);
}

const words: { readonly [format: string]: string } = {
  uri: 'https://github.example/x',
  'date-time': '2026-01-02T03:04:05Z',
  email: 'someone@example.com',
};

/**
 * An answer as GitHub would give it: what a test says of it, and what is required besides. It throws where a test names something that
 * the description doesn't know.
 */
export function answered(schema: Schema, given?: unknown, at = 'answer'): unknown {
  const { $ref, allOf, anyOf, oneOf, ...rest } = schema;
  if ($ref) return answered(resolved(schema), given, at);
  const types = [schema.type ?? []].flat();
  if (given === undefined && types.includes('null')) return null;
  if (given === null) return given;
  if (allOf) return answered(joined([rest, ...allOf]), given, at);
  const choices = anyOf ?? oneOf;
  if (choices) return chosen(rest, choices, given, at);
  if (schema.enum) return given ?? schema.enum[0];
  if (schema.items) {
    const least = Array.from({ length: schema.minItems ?? 0 }, () => undefined);
    return ((given as unknown[] | undefined) ?? least).map((item, n) => answered(schema.items!, item, `${at}[${n}]`));
  }
  if (schema.properties || types.includes('object')) return object(schema, given, at);
  if (given !== undefined) return given;
  if (types.includes('string')) return words[schema.format ?? ''] ?? 'x';
  return types.includes('boolean') ? false : types.includes('array') ? [] : 1;
}

function object(schema: Schema, given: unknown, at: string): unknown {
  const { properties = {}, required = [], additionalProperties } = schema;
  const out: { [name: string]: unknown } = { ...(given as object) };
  for (const name of Object.keys(out)) {
    const property = properties[name] ?? (typeof additionalProperties === 'object' ? additionalProperties : undefined);
    if (property) out[name] = answered(property, out[name], `${at}.${name}`);
    else if (Object.keys(properties).length > 0)
      throw new Error(`${at}.${name}: GitHub's description has no such property`);
  }
  for (const name of required) out[name] ??= answered(properties[name] ?? {}, undefined, `${at}.${name}`);
  return out;
}

/** The first choice that what is said of it can be. */
function chosen(base: Schema, choices: readonly Schema[], given: unknown, at: string): unknown {
  const why: string[] = [];
  for (const choice of choices) {
    const whole = joined([base, choice]);
    try {
      const answer = answered(whole, given, at);
      const wrong = problemsOf(whole, answer);
      if (!wrong) return answer;
      why.push(wrong);
    } catch (error) {
      why.push((error as Error).message);
    }
  }
  throw new Error(`${at}: none of what GitHub's description allows: ${why.join(' | ')}`);
}

function joined(parts: readonly Schema[]): Schema {
  const all = parts.map(resolved);
  if (all.length > 1 && all.slice(0, -1).every((one) => Object.keys(one).length === 0)) return all.at(-1)!;
  const nested = all.map(({ allOf, ...own }) => (allOf ? joined([own, ...allOf]) : own));
  return {
    ...Object.assign({}, ...nested),
    required: nested.flatMap(({ required = [] }) => required),
    ...(nested.some(({ properties }) => properties) && {
      properties: Object.assign({}, ...nested.map(({ properties }) => properties)),
    }),
  };
}
