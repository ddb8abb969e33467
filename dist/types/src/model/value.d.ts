import type { UnknownReason } from './fact.js';
import type { Place } from './place.js';
/**
 * What an expression comes to, in whatever language it was written: a tree in which every node knows where it is
 * written and which way it came. Blocks that repeat (HCL's `ingress { }`) are lists of objects, so that native syntax,
 * JSON syntax and plans read the same.
 */
export type Value = StringValue | NumberValue | BoolValue | NullValue | ListValue | ObjectValue | UnknownValue;
interface Placed {
    at: Place;
    /** The places it came through, nearest first. */
    via: readonly Place[];
    secret?: true;
    /** Resources that the value was built from, even where the result is known (`"${aws_s3_bucket.a.bucket}/*"`). */
    references?: readonly Reference[];
    origin?: 'plan';
}
export interface StringValue extends Placed {
    type: 'string';
    value: string;
    /** The tree that the text was made from or parses to, with its own places: `jsonencode({…})`, a policy document. */
    json?: Value;
}
export interface NumberValue extends Placed {
    type: 'number';
    value: number;
}
export interface BoolValue extends Placed {
    type: 'bool';
    value: boolean;
}
export interface NullValue extends Placed {
    type: 'null';
}
/** `complete: false`: there may be more items than these (a dynamic block over something unknown). */
export interface ListValue extends Placed {
    type: 'list';
    items: readonly Value[];
    complete: boolean;
    reason?: UnknownReason;
}
/** `complete: false`: there may be more keys than these (a merge with something unknown). */
export interface ObjectValue extends Placed {
    type: 'object';
    entries: ReadonlyMap<string, Value>;
    /** Where the keys stand, where that is known. */
    keys?: ReadonlyMap<string, Place>;
    complete: boolean;
    reason?: UnknownReason;
}
export interface UnknownValue extends Placed {
    type: 'unknown';
    reason: UnknownReason;
    /** A string with unknown parts: what is certain about its beginning and its end. */
    prefix?: string;
    suffix?: string;
    /** What it is put together from, by name: two texts of one template that have the same are the same text. */
    written?: string;
    /** As of a string: the tree is known in part where the text is not. */
    json?: Value;
}
/** A resource, by address in its program, and what of it is read: `{ address: 'aws_s3_bucket.a', path: ['id'] }`. */
export interface Reference {
    address: string;
    path: readonly string[];
}
export {};
