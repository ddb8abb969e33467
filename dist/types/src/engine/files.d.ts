import type { DialectContext, Files } from '../dialects/dialect.js';
import type { Problem } from '../model/report.js';
/** Files larger than this are not read: such a file is data, and one line of it could cost the whole scan. */
export declare const sizeLimit: number;
/** Texts of files, each decoded at most once; what can't be decoded becomes one problem for the dialect that asked. */
export interface Texts {
    /** The text as it is, for code frames and sniffing: no problem is told. */
    peek(path: string): string | undefined;
    /** The beginning of the text, also of a file that is too large to be read. */
    head(path: string, bytes: number): string | undefined;
    /** The text for a dialect that claims the file. */
    text(path: string, dialect: string, whenTooLarge?: string): string | undefined;
    /** How many files were read for a dialect, and how many of those could not be. */
    count(): {
        read: number;
        unread: number;
    };
}
export declare function textsOf(files: Files, problem: (problem: Problem) => void): Texts;
/** The folder listing of files that have none of their own: the same lists for as long as the paths are one list. */
export declare function folderOf(files: Files): DialectContext['folder'];
