import type { Dialect, DialectContext, DialectOutput, Files, Resource } from '../dialects/dialect.js';
import type { Problem } from '../model/report.js';
import type { KindName } from '../model/kinds/index.js';
import type { Role, Subject } from '../model/subject.js';
import type { Mapping, MappingContext } from '../subjects/mapping.js';
/**
 * What was worked out of one tree and what it rests on, for the next tree of the same history. Whatever is asked while
 * something is worked out is written down with its answer; it holds for as long as every answer is the same. One memo goes
 * with one configuration and one set of rules. Only the latest of each is kept, so that it grows with a tree, not with a
 * history.
 */
export declare class Memo {
    #private;
    /** Which dialect reads a file: its name and its content say so. */
    claim(path: string, id: string | undefined, find: () => Dialect | undefined): Dialect | undefined;
    /** The same list object for as long as its items are the same: then a look at the object is enough. */
    list<T>(key: string, list: readonly T[]): readonly T[];
    /** What was made of these things, for as long as they are the same. */
    kept<T>(key: string, from: readonly unknown[], make: () => T): T;
    /** What a tree shows, for as long as no other one is asked about. */
    ofTree<T>(files: Files, make: () => Promise<T>): Promise<T>;
    /** Problems, told on and written down. */
    telling: (problem: (problem: Problem) => void) => (told: Problem) => void;
    /** The context of one tree with its questions written down, also those that come late: `own` is who asks then. */
    watch(context: DialectContext, dialect: string, own?: Recording): DialectContext;
    /** All that a dialect says of a tree. */
    output(dialect: string, paths: readonly string[], context: DialectContext, make: (context: DialectContext) => DialectOutput | Promise<DialectOutput>): Promise<DialectOutput>;
    /** The same of a resource that stands where it stood: that is quicker than to look for it. */
    placed(resource: Resource, at: number): readonly Subject[] | undefined;
    /** All subjects of a resource whose mappings asked for nothing but the resource itself, and of which none threw. */
    alone(resource: Resource, at: number, mappings: number, make: () => readonly Subject[]): readonly Subject[];
    /** The subjects that a mapping sees in a resource. What throws is worked out anew each time. */
    mapped(mapping: Mapping, resource: Resource, context: MappingContext): readonly Subject[];
    /** What a rule said when it last looked. */
    said<T>(rule: object): Said<T> | undefined;
    keepSaid(rule: object, said: Said<unknown>): void;
    /** What `pick` takes of each subject, in one list. */
    picked<T>(key: string, subjects: readonly Subject[], pick: (subject: Subject) => readonly T[]): readonly T[];
}
/** `null` asks for the day; else a kind, and what is taken of its subjects. */
export type Question = null | {
    kind: KindName;
    role: Role;
    pick: Picker | undefined;
};
export type Picker = (subject: Subject) => readonly unknown[];
export type Asked = readonly [Question, unknown];
export type Ask = (question: Question) => unknown;
export declare function noteAsked(asked: Asked[], question: Question, answer: unknown): void;
/** Whether each question has the answer it had. `ask` answers with the same object for the same answer. */
export declare function stands(asked: readonly Asked[], ask: Ask): boolean;
export declare const sameAsked: (a: readonly Asked[], b: readonly Asked[]) => boolean;
export declare const sameItems: (a: readonly unknown[], b: readonly unknown[]) => boolean;
/** What was worked out, and all that was asked on the way. */
export interface Answered<T> {
    asked: readonly Asked[];
    value: T;
}
export interface Said<T> extends Answered<T> {
    /** The lists that it looked through. */
    over: readonly object[];
}
interface Recording {
    paths: readonly string[] | undefined;
    asked: Map<string, {
        question: string;
        name: string;
        answer: string;
    }>;
    /** What was worked out on the way, or was known already: it asks for itself. */
    parts: Set<Recording>;
    told: Problem[];
    /** The tree that was looked at last, and whether everything was as before there. */
    looked: Files | undefined;
    held: boolean;
}
export {};
