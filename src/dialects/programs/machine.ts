import type { UnknownReason } from '../../model/fact.ts';
import type { FilePlace } from '../../model/place.ts';
import type { Role } from '../../model/subject.ts';
import { spanOf, type Expression, type SourceNode, type Statement } from '../../parse/typescript/parse.ts';
import type { Environment, Variable } from './environment.ts';
import { oneOf, type Class, type Fields, type Instance, type Item, type List } from './items.ts';
import type { Library, Maker } from './library.ts';

const steps = 400_000;
const deepestCall = 60;
const deepestExpression = 400;

/** What a function gives back while it isn't certain which `return` is reached. */
export interface Results {
  perhaps: Item[];
  reason?: UnknownReason;
}

/** Where in a program something is worked out. */
export interface Frame {
  machine: Machine;
  file: string;
  scope: Environment;
  self: Item | undefined;
  /** The class whose method this is: `super` is above it. */
  home: Class | undefined;
  results: Results;
}

/** How a statement ends, if not by going on to the next. */
export type Signal =
  | { type: 'return'; value: Item }
  | { type: 'break' | 'continue'; label: string | undefined }
  | { type: 'throw' };

/** What the parts of a program are worked out by: each of them needs the others. */
export interface Workers {
  evaluate(node: Expression, frame: Frame, name?: string): Item;
  execute(statements: readonly Statement[], frame: Frame): Signal | undefined;
  call(callee: Item, args: readonly Item[], at: FilePlace, machine: Machine): Item;
  member(of: Item, name: string, at: FilePlace, machine: Machine): Item;
  maker(machine: Machine): Maker;
}

/** What a run of a program has come to so far, and how much of it may still be worked out. */
export class Machine {
  readonly library: Library;
  readonly evaluate: Workers['evaluate'];
  readonly execute: Workers['execute'];
  readonly call: Maker['call'];
  readonly member: (of: Item, name: string, at: FilePlace) => Item;
  readonly maker: Maker;
  /** Classes and functions that were used: the others are looked at by themselves in the end. */
  readonly used = new Set<SourceNode>();
  readonly calls: FilePlace[] = [];
  readonly owners: Instance[] = [];
  readonly instances: Instance[] = [];
  readonly load: (from: string, specifier: string, at: FilePlace) => Item;
  readonly unresolved: (name: string, at: FilePlace, settledBy: string) => void;
  readonly roleOf: (file: string) => Role;
  private readonly names = new Map<string, number>();
  private readonly doubts: UnknownReason[] = [];
  private left = steps;
  private depth = 0;

  constructor(workers: Workers, given: Pick<Machine, 'library' | 'load' | 'unresolved' | 'roleOf'>) {
    this.evaluate = workers.evaluate;
    this.execute = workers.execute;
    this.call = (callee, args, at) => workers.call(callee, args, at, this);
    this.member = (of, name, at) => workers.member(of, name, at, this);
    this.maker = workers.maker(this);
    this.library = given.library;
    this.load = given.load;
    this.unresolved = given.unresolved;
    this.roleOf = given.roleOf;
  }

  /** Whether there is still something to spend; `many` parts are copied or looked at. */
  spend(many = 1): boolean {
    this.left -= many;
    return this.left > 0;
  }

  get exhausted(): boolean {
    return this.left <= 0;
  }

  /** One step further inside; undefined where that is too deep. */
  inside<T>(work: () => T): T | undefined {
    if (!this.spend() || this.depth >= deepestExpression) return undefined;
    this.depth++;
    try {
      return work();
    } finally {
      this.depth--;
    }
  }

  /** What a function or a constructor does: what it makes came through this place. */
  called<T>(at: FilePlace, work: () => T): T | undefined {
    if (this.calls.length >= deepestCall) return undefined;
    this.calls.push(at);
    try {
      return work();
    } finally {
      this.calls.pop();
    }
  }

  get level(): number {
    return this.doubts.length;
  }

  /** What may be done or not: nobody knows. */
  perhaps<T>(why: UnknownReason, work: () => T): T {
    this.doubts.push(why);
    try {
      return work();
    } finally {
      this.doubts.pop();
    }
  }

  private get doubt(): UnknownReason {
    return this.doubts.at(-1)!;
  }

  assign(variable: Variable, value: Item): void {
    variable.value = this.level > variable.level ? oneOf([variable.value, value], this.doubt, value.at) : value;
  }

  setField(of: Fields | Instance, key: string, value: Item, at?: FilePlace): void {
    const entries = of.type === 'object' ? of.entries : of.fields;
    const there = entries.get(key) ?? ({ type: 'undefined', at: of.at } as const);
    entries.set(key, this.level > of.level ? oneOf([there, value], this.doubt, value.at) : value);
    if (of.type === 'object' && at) of.keys.set(key, at);
  }

  push(onto: List, items: readonly Item[]): void {
    if (!this.spend(items.length)) return;
    if (this.level > onto.level) onto.reason ??= this.doubt;
    else onto.items.push(...items);
  }

  unique(name: string): string {
    const before = this.names.get(name) ?? 0;
    this.names.set(name, before + 1);
    return before === 0 ? name : `${name}#${before + 1}`;
  }
}

export const placeOf = (frame: Pick<Frame, 'file'>, node: SourceNode): FilePlace => ({
  file: frame.file,
  span: spanOf(node),
});
