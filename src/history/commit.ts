/** What a commit does to one file, by its new name. Without a blob there is no file any more (or a link, or a submodule). */
export interface Change {
  path: string;
  blob?: string;
  /** Its former name. */
  from?: string;
}

export interface Person {
  name: string;
  mail: string;
}

/** A commit of the first-parent line, with what it changes against its first parent. Times in seconds since 1970. */
export interface Commit {
  id: string;
  parents: readonly string[];
  /** When it was committed: what the history goes by. */
  time: number;
  /** When its author says it was written. */
  authored: number;
  author: Person;
  committer: Person;
  message: string;
  /** It carries a signature; whose, nobody checked. */
  signed: boolean;
  changes: readonly Change[];
}

/** The UTC day of a time. */
export const dayOfTime = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 10);

export const timeOfDay = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 1000;
