/** A stretch of text. Lines and columns count from 1, columns in UTF-16 units; the end column is the first one outside. */
export interface Span {
    startLine: number;
    startColumn: number;
    endLine: number;
    endColumn: number;
}
/** In a file of the scanned tree. `file` is relative to the scanned folder, with `/`. */
export interface FilePlace {
    file: string;
    span: Span;
}
/** In an answer of an API: which one, and the request that gave it. */
export interface ApiPlace {
    api: string;
    request: string;
}
/** Nowhere: the thing is missing. `near` is where it would be expected. */
export interface AbsentPlace {
    absent: true;
    near?: FilePlace;
}
export type Place = FilePlace | ApiPlace | AbsentPlace;
export declare const isApiPlace: (place: Place) => place is ApiPlace;
export declare const isFilePlace: (place: Place | undefined) => place is FilePlace;
/** The file place to show for a place: itself, or the nearest one there is. */
export declare const shownPlace: (place: Place | undefined) => FilePlace | undefined;
/** Whether `inner` lies within `outer`, borders included. */
export declare function spanContains(outer: Span, inner: Span): boolean;
/** The first character of a file: where to point when a whole file is meant. */
export declare const fileStart: (file: string) => FilePlace;
