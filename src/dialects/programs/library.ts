import type { FilePlace } from '../../model/place.ts';
import type { Instance, Item, Symbolic } from './items.ts';

/**
 * What a program is written against: its names are not followed but known. An answer of `undefined` means that the library
 * has nothing to say, and what is asked for is unknown.
 */
export interface Library {
  /** Whether a package is part of it. */
  owns(specifier: string): boolean;
  /** What a package is called here, with the path inside of it: `@pulumi/aws/s3` is `aws` and `s3`. */
  symbol(specifier: string, at: FilePlace): Symbolic;
  /** What calling one of its functions gives. */
  call(symbol: Symbolic, args: readonly Item[], at: FilePlace, machine: Maker): Item | undefined;
  /** What reading one of its names gives, where it isn't just that name. */
  read(symbol: Symbolic, at: FilePlace): Item | undefined;
  /** Something is made of one of its classes: it is given its name and, if it is a resource, its address. */
  made(instance: Instance, machine: Maker): void;
  /** What an instance of one of its classes has. */
  member(instance: Instance, name: string, at: FilePlace): Item | undefined;
  /** What calling a method of an instance gives. */
  method(instance: Instance, name: string, args: readonly Item[], at: FilePlace, machine: Maker): Item | undefined;
}

/** What a library may ask of who works the program out. */
export interface Maker {
  call(callee: Item, args: readonly Item[], at: FilePlace): Item;
  make(symbol: Symbolic, args: readonly Item[], at: FilePlace, block: FilePlace): Instance;
  /** A name that nothing else in this program has. */
  unique(name: string): string;
  /** What the innermost constructor that runs is making. */
  owner(): Instance | undefined;
  unresolved(name: string, at: FilePlace, settledBy: string): void;
}
