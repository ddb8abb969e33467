import type { FilePlace, Place } from './place.js';
import type { KindName, TraitsOf } from './kinds/index.js';
/** What a subject is there for. Only `system` counts for coverage and the exit code. */
export type Role = 'system' | 'example' | 'test' | 'vendored';
/** A further place that a subject is made of: a bucket's separate ACL resource, a rule of its own of a security group. */
export interface Part {
    name: string;
    at: FilePlace;
    /** The whole block, for comments and for "touched". */
    block: FilePlace;
}
/** A thing that rules judge, in neutral words. */
export interface Subject<K extends KindName = KindName> {
    kind: K;
    /** Its address in its own language, typed: `module.db.aws_db_instance.main`, `job build`. */
    name: string;
    /** Who provides it: `aws`, `azure`, `google`, `github`, …; for the inventory, never for a rule. */
    provider?: string;
    role: Role;
    /** Where it begins: what a finding points at when there is nothing nearer. */
    at: Place;
    /** All of it. Comments inside or directly before cover it. */
    block?: FilePlace;
    parts: readonly Part[];
    /** The module calls it came through, innermost first. */
    calls: readonly FilePlace[];
    traits: TraitsOf<K>;
}
