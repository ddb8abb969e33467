import type { FilePlace, Place } from '../../model/place.ts';
import {
  bool,
  fields,
  list,
  nothing,
  number,
  text,
  through,
  unknown,
  whyUnknown,
  type Fields,
  type Instance,
  type Item,
} from '../programs/items.ts';
import { nameOf } from './groups.ts';

/** A resource of CloudFormation that a construct makes. */
export interface Stated {
  type: string;
  /** Behind the path of the construct; the construct's own where it is empty. */
  suffix: string;
  properties: Fields;
  at?: FilePlace;
}

/**
 * The feature flags that a project sets, by name; undefined where its cdk.json isn't here:
 * https://docs.aws.amazon.com/cdk/v2/guide/featureflags.html
 */
export type Flags = ReadonlyMap<string, boolean> | undefined;

/** A construct of the library, as those who know its properties look at it. */
export class Construct {
  readonly instance: Instance;
  readonly at: FilePlace;
  private readonly props: Item | undefined;
  private readonly flags: Flags;

  constructor(instance: Instance, props: Item | undefined = instance.args[2], flags?: Flags) {
    this.instance = instance;
    this.at = instance.at;
    this.props = props;
    this.flags = flags;
  }

  /** The same construct with properties that stand further inside. */
  with(props: Item | undefined): Construct {
    return new Construct(this.instance, props ?? nothing(this.at), this.flags);
  }

  /** What holds where nothing is written for a property, with a feature flag of the CDK and without it. */
  byFlag(flag: string, property: string, set: Item | undefined, unset: Item | undefined): Item | undefined {
    if (this.flags) return this.flags.get(`@aws-cdk/${flag}`) === true ? set : unset;
    return unknown(
      {
        code: 'default-depends-on-version',
        subject: property,
        settledBy: `${property}, written out, or a cdk.json that says whether the feature flag @aws-cdk/${flag} is set`,
      },
      this.at,
    );
  }

  /** What is written for a property; unknown where the properties as a whole are. */
  get(name: string): Item | undefined {
    const { props } = this;
    if (!props || props.type === 'undefined') return undefined;
    if (props.type !== 'object') return unknown(whyUnknown(props), props.at);
    const item = props.entries.get(name);
    if (item) return item.type === 'undefined' ? undefined : item;
    return props.reason ? unknown(props.reason, props.at) : undefined;
  }

  /** What is written, else what the library writes. */
  or(name: string, fallback: Item): Item {
    return this.get(name) ?? fallback;
  }

  bool(value: boolean, at: Place = this.at): Item {
    return bool(value, at);
  }

  number(value: number): Item {
    return number(value, this.at);
  }

  text(value: string, at: Place = this.at): Item {
    return text(value, at);
  }

  /** Properties of CloudFormation: those that are undefined are left out. */
  object(entries: Readonly<Record<string, Item | undefined>>, at: Place = this.at): Fields {
    return fields(
      Object.entries(entries).flatMap(([key, item]): [string, Item][] =>
        item && item.type !== 'undefined' ? [[key, item]] : [],
      ),
      at,
      this.instance.level,
    );
  }

  list(items: readonly Item[], at: Place = this.at, why?: Parameters<typeof list>[3]): Item {
    return list(items, at, this.instance.level, why);
  }

  /** What the construct was told by a method, in order. */
  told(...methods: readonly string[]): Instance['told'] {
    return this.instance.told.filter(({ method }) => methods.includes(method));
  }

  itself(type: string, entries: Readonly<Record<string, Item | undefined>>): Stated {
    return { type, suffix: '', properties: this.object(entries) };
  }

  further(type: string, suffix: string, entries: Readonly<Record<string, Item | undefined>>, at?: FilePlace): Stated {
    return { type, suffix, properties: this.object(entries, at ?? this.at), ...(at && { at }) };
  }
}

/** The last name of something of the library: `BLOCK_ALL` of `s3.BlockPublicAccess.BLOCK_ALL`. */
export const constant = (item: Item | undefined): string | undefined =>
  item?.type === 'symbol' ? item.path.at(-1) : undefined;

/** What one constant or another stands for; unknown for what isn't known here. */
export function choice(
  item: Item | undefined,
  values: { readonly [constant: string]: string | number | boolean | undefined },
): Item | undefined {
  const name = constant(item);
  if (!item || name === undefined) return item;
  if (!Object.hasOwn(values, name)) return unknown(whyUnknown(item), item.at);
  const value = values[name];
  if (value === undefined) return nothing(item.at);
  const made =
    typeof value === 'string'
      ? text(value, item.at)
      : typeof value === 'number'
        ? number(value, item.at)
        : bool(value, item.at);
  return through(made, item.at);
}

/** A constant whose name is the value: `RSA_2048` of `kms.KeySpec.RSA_2048`. */
export function named(item: Item | undefined): Item | undefined {
  const name = constant(item);
  return !item || name === undefined || (item.type === 'symbol' && item.args) ? item : text(name, item.at);
}

export const isTrue = (item: Item | undefined): boolean => item?.type === 'bool' && item.value;

const seconds: { readonly [unit: string]: number } = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };

/** A duration, in days or seconds. */
export function duration(item: Item | undefined, unit: 'days' | 'seconds'): Item | undefined {
  const [amount] = item?.type === 'symbol' ? (item.args ?? []) : [];
  const own = seconds[constant(item) ?? ''];
  if (!item || item.type !== 'symbol') return item;
  if (amount?.type !== 'number' || own === undefined)
    return unknown(whyUnknown(amount?.type === 'unknown' ? amount : item), item.at);
  return number((amount.value * own) / seconds[unit]!, item.at);
}

/** `ec2.Port.tcp(22)` and the like: what was called, with what. */
export const callOf = (item: Item | undefined): { name: string; args: readonly Item[]; at: Place } | undefined =>
  item?.type === 'symbol' ? { name: nameOf(item), args: item.args ?? [], at: item.at } : undefined;

/** What `new` of the library's own gave: its class and what it was given. */
export const newOf = (
  item: Item | undefined,
): { name: string; args: readonly Item[]; instance: Instance } | undefined =>
  item?.type === 'instance' && item.library
    ? { name: nameOf(item.library), args: item.args, instance: item }
    : undefined;
