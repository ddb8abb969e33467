import type { Comment, DialectContext, Files, Resource, Unresolved } from '../dialects/dialect.js';
import type { Problem } from '../model/report.js';
import type { Memo } from './memo.js';
import { type Texts } from './files.js';
/** What a tree says, in the words of its dialects. */
export interface ReadTree {
    resources: readonly Resource[];
    comments: readonly Comment[];
    unresolved: readonly Unresolved[];
    texts: Texts;
    /** The names of the dialects that took part. */
    dialects: readonly string[];
}
export type Settings = Pick<DialectContext, 'roleOf' | 'varFiles' | 'isDocument' | 'repository' | 'answers'>;
/** Reads `paths` of the tree: recognises them, and lets each dialect read what is its own. */
export declare function readTree(files: Files, paths: readonly string[], partial: boolean, settings: Settings, tell: (problem: Problem) => void, memo?: Memo): Promise<ReadTree>;
/** What is made once for a tree, of the context as it is. */
export declare function keeping(context: () => DialectContext): DialectContext['once'];
