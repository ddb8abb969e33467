import type { Category } from '../criteria/catalogue.js';
import type { Files } from '../dialects/dialect.js';
import { type Fact } from '../model/fact.js';
import type { KindName } from '../model/kinds/index.js';
import type { Problem } from '../model/report.js';
import type { Subject } from '../model/subject.js';
import { type Evaluation } from './evaluate.js';
import type { ConfiguredRule } from './rule-verdicts.js';
import { type ReadTree } from './read-tree.js';
import type { ScanInput } from './scan.js';
/** A tree, what it shows, and what the rules say of it. */
export interface Judgement extends Evaluation {
    tree: ReadTree;
    subjects: readonly Subject[];
    rules: readonly ConfiguredRule[];
    problems: Problem[];
    /** Of all rules that take part, also those that found nothing of their kind. */
    ids: ReadonlySet<string>;
    /** Null: nobody chose. */
    categories: readonly Category[] | null;
    /** The kinds that a dialect's files can show. */
    kindsOf(dialect: string): ReadonlySet<KindName>;
}
/** Reads the files of a tree, sees subjects in them, and judges those by the rules that take part. */
export declare function judge(input: ScanInput, files: Files, found: readonly Problem[]): Promise<Judgement>;
export declare const dayOf: (asOf: string | null) => Fact<string>;
