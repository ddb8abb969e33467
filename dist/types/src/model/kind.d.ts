import type { Fact, FactList, NotApplicable } from './fact.js';
/** A trait: what one property of a kind means, in one line, and the type its value has. */
export interface Trait<T> {
    about: string;
    /** Never there at run time: carries the type. */
    readonly type?: T;
}
/** `trait<Fact<boolean>>('Whether …')`. A trait name means one thing everywhere: shared ones stand in `shared.ts`. */
export declare const trait: <T>(about: string) => Trait<T>;
export interface Kind<Name extends string = string, T extends Record<string, Trait<unknown>> = Record<string, Trait<unknown>>> {
    name: Name;
    /** One line: what things of this kind are. */
    about: string;
    /** Plural, for counts and inventory: `buckets and containers`. */
    plural: string;
    /** Whether things of this kind belong in the inventory of systems (not: files about the repository). */
    inventory: boolean;
    traits: T;
}
export declare const defineKind: <const Name extends string, T extends Record<string, Trait<unknown>>>(kind: Kind<Name, T>) => Kind<Name, T>;
/** The traits that a mapping has to answer: facts and lists of facts also as not applicable, plain data as it is. */
export type TraitValues<K> = K extends Kind<string, infer T> ? {
    readonly [N in keyof T]: T[N] extends Trait<infer V> ? TraitValue<V> : never;
} : never;
type TraitValue<V> = [V] extends [Fact<unknown> | FactList<unknown>] ? V | NotApplicable : V;
export {};
