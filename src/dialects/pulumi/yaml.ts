import type { FilePlace } from '../../model/place.ts';
import { locationOf } from '../../model/report.ts';
import { child, entriesOf, textOf } from '../../parse/look.ts';
import type { Node, ScalarNode } from '../../parse/tree.ts';
import { parseYaml } from '../../parse/yaml/parse.ts';
import { snake } from '../cloudformation/body.ts';
import type { DialectContext } from '../dialect.ts';
import {
  bool,
  fields,
  joined,
  list,
  notEvaluated,
  nothing,
  number,
  reason,
  referenceTo,
  text,
  tooLarge,
  unknown,
  type Instance,
  type Item,
  type Symbolic,
} from '../programs/items.ts';
import type { Maker } from '../programs/library.ts';
import { asJsonText } from '../programs/methods.ts';
import { expand } from './crosswalk.ts';
import { pulumiLibrary } from './library.ts';

const mostNodes = 50_000;
const deepest = 60;

/** What a project in YAML makes: https://www.pulumi.com/docs/iac/languages-sdks/yaml/yaml-language-reference/ */
export function yamlProgram(path: string, context: DialectContext): readonly Instance[] {
  const { tree, problems } = parseYaml(context.text(path) ?? '');
  for (const { kind, message, span } of problems)
    context.problem({ kind, message, location: locationOf({ file: path, span }) });
  const root = tree[0]?.root;
  return root ? new Program(path, root, context).made : [];
}

/** Whether a project is written in YAML itself. */
export const isYamlProject = (text: string): boolean =>
  /^runtime\s*:\s*["']?yaml\b/m.test(text) || /^runtime\s*:\s*\n\s+name\s*:\s*["']?yaml\b/m.test(text);

class Program {
  readonly made: Instance[] = [];
  private readonly file: string;
  private readonly root: Node;
  private readonly context: DialectContext;
  private readonly byName = new Map<string, Instance>();
  private readonly open = new Set<string>();
  private readonly maker: Maker;
  private left = mostNodes;

  constructor(file: string, root: Node, context: DialectContext) {
    this.file = file;
    this.root = root;
    this.context = context;
    this.maker = this.makerOf();
    const resources = entriesOf(child(root, 'resources'));
    // Each may refer to any other, so all are there before one is worked out.
    for (const { key, value } of resources) this.declare(key, value);
    for (const { key, value } of resources) this.fill(key.text, value);
  }

  private at(node: Node): FilePlace {
    return { file: this.file, span: node.span };
  }

  private declare(key: ScalarNode, value: Node): void {
    const library = classOf(textOf(child(value, 'type')) ?? '', this.at(key));
    if (!library) return;
    const instance = this.instance(library, [text(key.text, this.at(key))], this.at(key), {
      file: this.file,
      span: { ...key.span, endLine: value.span.endLine, endColumn: value.span.endColumn },
    });
    instance.name = `${library.package.slice('@pulumi/'.length)}.${library.path.join('.')}.${key.text}`;
    instance.address = instance.name;
    this.byName.set(key.text, instance);
  }

  private fill(name: string, value: Node): void {
    const instance = this.byName.get(name);
    if (!instance) return;
    const properties = child(value, 'properties');
    instance.args = [...instance.args, properties ? this.item(properties) : nothing(instance.at)];
    this.made.push(instance);
    expand(instance, this.maker);
  }

  private instance(library: Symbolic, args: readonly Item[], at: FilePlace, block: FilePlace): Instance {
    const instance: Instance = {
      type: 'instance',
      class: undefined,
      library,
      args,
      fields: new Map(),
      level: 0,
      name: '',
      address: undefined,
      parent: undefined,
      at,
      block,
      calls: [],
      role: this.context.roleOf(this.file),
      told: [],
    };
    return instance;
  }

  private item(node: Node, depth = 0): Item {
    const at = this.at(node);
    if (--this.left < 0 || depth > deepest) return tooLarge(at);
    if (node.type === 'sequence')
      return list(
        node.items.map((item) => this.item(item, depth + 1)),
        at,
      );
    if (node.type === 'mapping') {
      const [only] = node.entries;
      if (only && node.entries.length === 1 && /^fn::/i.test(only.key.text))
        return this.call(only.key.text.slice(4), only.value, at, depth);
      const made = fields([], at);
      for (const { key, value } of node.entries) {
        made.entries.set(key.text, this.item(value, depth + 1));
        made.keys.set(key.text, this.at(key));
      }
      return made;
    }
    const { value } = node;
    if (typeof value === 'string') return this.text(value, at, depth);
    if (typeof value === 'number') return number(value, at);
    return typeof value === 'boolean' ? bool(value, at) : nothing(at);
  }

  /** `${bucket.arn}` inside of a text; `$${` stands for itself. */
  private text(written: string, at: FilePlace, depth: number): Item {
    const parts: Item[] = [];
    let end = 0;
    for (const match of written.matchAll(/\$(\$?)\{([^{}]*)\}/g)) {
      if (match.index > end) parts.push(text(written.slice(end, match.index), at));
      end = match.index + match[0].length;
      parts.push(match[1] === '' ? this.reference(match[2]!.trim(), at, depth) : text(match[0].slice(1), at));
    }
    if (end === 0) return text(written, at);
    if (end < written.length) parts.push(text(written.slice(end), at));
    const [only] = parts;
    return parts.length === 1 && only ? only : joined(parts, at);
  }

  private reference(path: string, at: FilePlace, depth: number): Item {
    const [name = '', ...inner] = path.split(/[.[\]]+/).filter((part) => part !== '');
    const instance = this.byName.get(name);
    if (instance) return inner.length === 0 ? instance : referenceTo(instance, snake(inner[0]!), at);
    const variable = child(this.root, 'variables', name);
    if (variable && !this.open.has(name)) {
      this.open.add(name);
      const value = this.item(variable, depth + 1);
      this.open.delete(name);
      return inner.reduce<Item>((of, key) => inside(of, key, at), value);
    }
    if (name === 'pulumi') return unknown(reason('data-source', path, 'the stack that it is run for'), at);
    return unknown(reason('no-value', `config ${name}`, 'a value that the program itself states'), at);
  }

  private call(name: string, argument: Node, at: FilePlace, depth: number): Item {
    const given = (): Item => this.item(argument, depth + 1);
    switch (name.toLowerCase()) {
      case 'tojson':
        return asJsonText(given(), at);
      case 'secret': {
        const value = given();
        return 'via' in value ? { ...value, secret: true } : value;
      }
      case 'join': {
        const [between, items] =
          argument.type === 'sequence' ? argument.items.map((one) => this.item(one, depth + 1)) : [];
        if (!between || items?.type !== 'list') return notEvaluated('fn::join', at);
        return joined(
          items.items.flatMap((item, i) => (i === 0 ? [item] : [between, item])),
          at,
        );
      }
      default: {
        const asked = textOf(child(argument, 'function')) ?? name;
        return unknown(reason('data-source', asked, 'what the account holds'), at);
      }
    }
  }

  /** What components of Pulumi's own are made of is made by the same library. */
  private makerOf(): Maker {
    const library = pulumiLibrary();
    const names = new Map<string, number>();
    const maker: Maker = {
      call: (_callee, _args, at) => notEvaluated('a call', at),
      make: (symbol, args, at, block) => {
        const instance = this.instance(symbol, args, at, block);
        library.made(instance, maker);
        this.made.push(instance);
        return instance;
      },
      unique: (name) => {
        const before = names.get(name) ?? 0;
        names.set(name, before + 1);
        return before === 0 ? name : `${name}#${before + 1}`;
      },
      owner: () => undefined,
      unresolved: () => {},
    };
    return maker;
  }
}

const inside = (of: Item, key: string, at: FilePlace): Item =>
  of.type === 'object'
    ? (of.entries.get(key) ?? nothing(at))
    : of.type === 'list'
      ? (of.items[Number(key)] ?? nothing(at))
      : of;

/** `aws:s3/bucket:Bucket` and `aws:s3:Bucket` are the class `s3.Bucket` of `@pulumi/aws`. */
function classOf(token: string, at: FilePlace): Symbolic | undefined {
  const parts = token.split(':');
  const [name = ''] = parts;
  if (parts.length < 2 || name === 'pulumi') return undefined;
  const written = parts.at(-1)!;
  const [module = '', ...rest] = (parts.length > 2 ? parts[1]! : 'index').split('/');
  const path = [module, ...(name === 'kubernetes' ? rest : [])].filter((part) => part !== 'index');
  return { type: 'symbol', package: `@pulumi/${name}`, path: [...path, written], at };
}
