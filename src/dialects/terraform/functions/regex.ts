import type { Budget } from '../budget.ts';
import type { Data } from '../deep.ts';
import { compile, search, type Match, type Program } from './regular-expression.ts';
import { wrong } from './definition.ts';

const points = (text: string): number[] => Array.from(text, (char) => char.codePointAt(0)!);

/** What `regex` gives for a match: the text, a list of the groups, or an object where the groups have names. */
function captured(program: Program, text: readonly number[], match: Match): Data {
  const group = (index: number): Data => {
    const from = match[index * 2]!;
    return from < 0 ? null : textOf(text.slice(from, match[index * 2 + 1]));
  };
  if (program.groups.length === 0) return group(0);
  if (program.groups.every((name) => name === undefined)) return program.groups.map((_, i) => group(i + 1));
  if (program.groups.some((name) => name === undefined)) throw wrong('either all groups with names or none');
  return new Map(program.groups.map((name, i) => [name!, group(i + 1)]));
}

const textOf = (codes: readonly number[]): string => codes.map((code) => String.fromCodePoint(code)).join('');

function matches(program: Program, text: readonly number[], budget: Budget): Match[] {
  const found: Match[] = [];
  for (let from = 0; from <= text.length;) {
    const match = search(program, text, from, budget);
    if (!match) break;
    // As Go has it: an empty match directly behind another one does not count.
    if (!(match[1] === match[0] && found.at(-1)?.[1] === match[0])) found.push(match);
    from = match[1]! > match[0]! ? match[1]! : match[1]! + 1;
  }
  return found;
}

export function regex(pattern: string, value: string, budget: Budget): Data {
  const program = compile(pattern);
  const text = points(value);
  const match = search(program, text, 0, budget);
  if (!match) throw wrong('a text that matches the pattern');
  return captured(program, text, match);
}

export function regexAll(pattern: string, value: string, budget: Budget): Data {
  const program = compile(pattern);
  const text = points(value);
  return matches(program, text, budget).map((match) => captured(program, text, match));
}

/** With `$1`, `${1}` and `${name}` in the replacement: https://pkg.go.dev/regexp#Regexp.Expand */
export function regexReplace(value: string, pattern: string, replacement: string, budget: Budget): string {
  const program = compile(pattern);
  const text = points(value);
  let result = '';
  let last = 0;
  for (const match of matches(program, text, budget)) {
    result += textOf(text.slice(last, match[0]));
    result += replacement.replace(/\$(?:\$|(\w+)|\{(\w+)\})/g, (all, bare?: string, braced?: string) => {
      if (all === '$$') return '$';
      const name = (bare ?? braced)!;
      const index = /^\d+$/.test(name) ? Number(name) : program.groups.indexOf(name) + 1 || -1;
      const from = match[index * 2] ?? -1;
      return from < 0 ? '' : textOf(text.slice(from, match[index * 2 + 1]));
    });
    last = match[1]!;
  }
  return result + textOf(text.slice(last));
}
