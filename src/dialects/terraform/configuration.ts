import type { Attribute, Block, Body, Expression } from '../../parse/hcl/ast.ts';
import type { FilePlace } from '../../model/place.ts';

/** A block with the file it stands in. Parts of an override file keep theirs. */
export interface Declared {
  file: string;
  block: Block;
  /** Attributes and blocks by name, override files applied, each with its own file. */
  content: Content;
}

export interface Content {
  attributes: ReadonlyMap<string, Sourced<Attribute>>;
  blocks: readonly Sourced<Block>[];
  file: string;
}

export type Sourced<T> = T & { file: string };

/** What the files of one folder declare: https://developer.hashicorp.com/terraform/language/files */
export interface Configuration {
  folder: string;
  variables: ReadonlyMap<string, Declared>;
  locals: ReadonlyMap<string, { file: string; attribute: Attribute }>;
  outputs: ReadonlyMap<string, Declared>;
  modules: ReadonlyMap<string, Declared>;
  /** By address: `aws_s3_bucket.a`, `data.aws_region.here`. */
  resources: ReadonlyMap<string, Declared & { mode: 'managed' | 'data'; type: string; name: string }>;
  providers: readonly Declared[];
  terraform: readonly Declared[];
  /** Resources whose address is taken already, with what took it. Terraform refuses them; each is judged under a name of its own. */
  repeated: readonly { address: string; declared: Declared; first: Declared }[];
}

/** A parsed file, in either syntax. */
export interface SourceFile {
  path: string;
  body: Body;
}

/** Joins the files of a folder; override files are merged in, in the order of their names. */
export function configurationOf(folder: string, files: readonly SourceFile[]): Configuration {
  const primary = files.filter(({ path }) => !isOverride(path));
  const overrides = files.filter(({ path }) => isOverride(path));
  const found = {
    folder,
    variables: new Map<string, Declared>(),
    locals: new Map<string, { file: string; attribute: Attribute }>(),
    outputs: new Map<string, Declared>(),
    modules: new Map<string, Declared>(),
    resources: new Map<string, Declared & { mode: 'managed' | 'data'; type: string; name: string }>(),
    providers: [] as Declared[],
    terraform: [] as Declared[],
    repeated: [] as { address: string; declared: Declared; first: Declared }[],
  };
  for (const { path, body } of primary) for (const block of body.blocks) declare(found, path, block);
  for (const { path, body } of overrides) for (const block of body.blocks) override(found, path, block);
  return found;
}

// https://developer.hashicorp.com/terraform/language/files/override
const isOverride = (path: string): boolean => /(?:^|[/_])override\.(?:tf|tofu)(?:\.json)?$/.test(path);

type Mutable = {
  -readonly [K in keyof Configuration]: Configuration[K] extends ReadonlyMap<infer A, infer B>
    ? Map<A, B>
    : Configuration[K] extends readonly (infer T)[]
      ? T[]
      : Configuration[K];
};

function declare(into: Mutable, file: string, block: Block): void {
  const declared: Declared = { file, block, content: contentOf(block.body, file) };
  const [first, second] = block.labels.map(({ text }) => text);
  switch (block.type) {
    case 'resource':
    case 'data':
      if (first === undefined || second === undefined) return;
      into.resources.set(freeAddress(into, addressOf(block.type, first, second), declared), {
        ...declared,
        mode: block.type === 'data' ? 'data' : 'managed',
        type: first,
        name: second,
      });
      return;
    case 'variable':
    case 'output':
    case 'module':
      if (first !== undefined) into[`${block.type}s`].set(first, declared);
      return;
    case 'locals':
      for (const attribute of block.body.attributes) into.locals.set(attribute.name, { file, attribute });
      return;
    case 'provider':
      into.providers.push(declared);
      return;
    case 'terraform':
      into.terraform.push(declared);
      return;
    case 'check':
      // Its data source belongs to the module: https://developer.hashicorp.com/terraform/language/checks
      for (const inner of block.body.blocks) if (inner.type === 'data') declare(into, file, inner);
  }
}

const addressOf = (mode: string, type: string, name: string): string =>
  mode === 'data' ? `data.${type}.${name}` : `${type}.${name}`;

/** The address itself, or one beside it where that is taken. */
function freeAddress(into: Mutable, address: string, declared: Declared): string {
  const first = into.resources.get(address);
  if (!first) return address;
  into.repeated.push({ address, declared, first });
  return `${address} (again, ${into.repeated.length})`;
}

export function contentOf(body: Body, file: string): Content {
  return {
    attributes: new Map(body.attributes.map((attribute) => [attribute.name, { ...attribute, file }])),
    blocks: body.blocks.map((block) => ({ ...block, file })),
    file,
  };
}

function override(into: Mutable, file: string, block: Block): void {
  const [first = '', second = ''] = block.labels.map(({ text }) => text);
  const change = <D extends Declared>(map: Map<string, D>, key: string): void => {
    const former = map.get(key);
    if (former) map.set(key, { ...former, content: merged(former.content, contentOf(block.body, file)) });
    else declare(into, file, block);
  };
  switch (block.type) {
    case 'resource':
    case 'data':
      return change(into.resources, addressOf(block.type, first, second));
    case 'variable':
    case 'output':
    case 'module':
      return change(into[`${block.type}s`], first);
    case 'provider': {
      const alias = aliasOf(contentOf(block.body, file));
      const index = into.providers.findIndex(
        (other) => other.block.labels[0]?.text === first && aliasOf(other.content) === alias,
      );
      if (index < 0) return declare(into, file, block);
      into.providers[index] = {
        ...into.providers[index]!,
        content: merged(into.providers[index]!.content, contentOf(block.body, file)),
      };
      return;
    }
    default:
      return declare(into, file, block);
  }
}

/** Attributes replace those of the same name; blocks replace all blocks of their type. */
function merged(former: Content, over: Content): Content {
  const types = new Set(over.blocks.map((block) => blockName(block)));
  return {
    file: former.file,
    attributes: new Map([...former.attributes, ...over.attributes]),
    blocks: [...former.blocks.filter((block) => !types.has(blockName(block))), ...over.blocks],
  };
}

const blockName = (block: Block): string => (block.type === 'dynamic' ? (block.labels[0]?.text ?? '') : block.type);

/** The alias of a provider block; undefined for the default configuration. */
export function aliasOf(content: Content): string | undefined {
  const value = content.attributes.get('alias')?.value;
  return value?.type === 'literal' ? String(value.value) : undefined;
}

export const headerOf = ({ file, block }: Declared): FilePlace => ({ file, span: block.header });
export const blockOf = ({ file, block }: Declared): FilePlace => ({ file, span: block.span });

/** The text of an attribute that has to be a plain string: a module's source, a version. */
export function plainText(expression: Expression | undefined): string | undefined {
  if (expression?.type === 'parentheses') return plainText(expression.inner);
  return expression?.type === 'literal' && typeof expression.value === 'string' ? expression.value : undefined;
}

/** A reference as text, without evaluating it: `aws.west`, `aws_s3_bucket.a.id`. */
export function referenceText(expression: Expression): string | undefined {
  switch (expression.type) {
    case 'variable':
      return expression.name;
    case 'literal':
      return typeof expression.value === 'string' ? expression.value : undefined;
    case 'get-attribute': {
      const object = referenceText(expression.object);
      return object === undefined ? undefined : `${object}.${expression.name}`;
    }
    case 'index':
    case 'splat':
      return referenceText(expression.object);
    default:
      return undefined;
  }
}
