import { spend, type Budget } from '../budget.ts';
import { wrong } from './definition.ts';

/**
 * Regular expressions as Terraform has them (Go's RE2 syntax: https://github.com/google/re2/wiki/Syntax), matched in
 * time linear to the text: the platform's own engine backtracks, and an expression from a repository could hold it up.
 */
export interface Program {
  code: readonly Instruction[];
  /** Names of the capture groups, from group 1; undefined for a group without a name. */
  groups: readonly (string | undefined)[];
}

type Instruction =
  | { op: 'char'; test: (code: number) => boolean }
  | { op: 'split'; first: number; second: number }
  | { op: 'jump'; to: number }
  | { op: 'save'; slot: number }
  | { op: 'assert'; test: (text: readonly number[], at: number) => boolean }
  | { op: 'match' };

type Tree =
  | { type: 'empty' }
  | { type: 'char'; test: (code: number) => boolean }
  | { type: 'assert'; test: (text: readonly number[], at: number) => boolean }
  | { type: 'sequence'; items: Tree[] }
  | { type: 'choice'; items: Tree[] }
  | { type: 'repeat'; item: Tree; least: number; most: number; greedy: boolean }
  | { type: 'group'; item: Tree; index: number };

interface Flags {
  i: boolean;
  m: boolean;
  s: boolean;
  U: boolean;
}

const sizeLimit = 20_000;

export function compile(source: string): Program {
  const groups: (string | undefined)[] = [];
  const pattern = [...source];
  let at = 0;
  let depth = 0;
  let flags: Flags = { i: false, m: false, s: false, U: false };

  const choice = (): Tree => {
    if (++depth > 100) throw wrong('a regular expression that nests less deeply');
    const items = [sequence()];
    while (pattern[at] === '|') {
      at++;
      items.push(sequence());
    }
    depth--;
    return items.length === 1 ? items[0]! : { type: 'choice', items };
  };
  const sequence = (): Tree => {
    const items: Tree[] = [];
    while (at < pattern.length && pattern[at] !== '|' && pattern[at] !== ')') items.push(repeated());
    return { type: 'sequence', items };
  };
  const repeated = (): Tree => {
    // What repeats behind \Q…\E is its last character.
    const literal = pattern[at] === '\\' && pattern[at + 1] === 'Q' ? quoted() : undefined;
    let item = literal ? (literal.pop() ?? { type: 'empty' }) : atom();
    for (;;) {
      const range = repetition();
      if (!range) return literal ? { type: 'sequence', items: [...literal, item] } : item;
      const lazy = pattern[at] === '?';
      if (lazy) at++;
      item = { type: 'repeat', item, least: range[0], most: range[1], greedy: lazy === flags.U };
    }
  };
  const repetition = (): [number, number] | undefined => {
    const char = pattern[at];
    if (char === '*' || char === '+' || char === '?') {
      at++;
      return char === '*' ? [0, Infinity] : char === '+' ? [1, Infinity] : [0, 1];
    }
    const counted = char === '{' ? /^\{(\d{1,4})(,(\d{1,4})?)?\}/.exec(pattern.slice(at, at + 12).join('')) : null;
    if (!counted) return undefined;
    at += counted[0].length;
    const least = Number(counted[1]);
    const most = counted[2] ? (counted[3] ? Number(counted[3]) : Infinity) : least;
    if (least > 1000 || (most !== Infinity && (most > 1000 || most < least)))
      throw wrong('a repetition of at most 1000');
    return [least, most];
  };
  const atom = (): Tree => {
    const char = pattern[at++]!;
    switch (char) {
      case '(':
        return group();
      case '[':
        return { type: 'char', test: characterClass() };
      case '.': {
        const all = flags.s;
        return { type: 'char', test: (code) => all || code !== 10 };
      }
      case '^':
        return { type: 'assert', test: flags.m ? isLineStart : isTextStart };
      case '$':
        return { type: 'assert', test: flags.m ? isLineEnd : isTextEnd };
      case '\\':
        return escaped();
      case '*':
      case '+':
      case '?':
        throw wrong(`something before ${char} in the regular expression`);
      default:
        return { type: 'char', test: exactly(char.codePointAt(0)!) };
    }
  };
  const exactly = (code: number): ((other: number) => boolean) => {
    if (!flags.i) return (other) => other === code;
    const folded = fold(code);
    return (other) => fold(other) === folded;
  };
  const group = (): Tree => {
    const before = flags;
    let index: number | undefined;
    const rest = pattern.slice(at, at + 80).join('');
    const named = /^\?P?<([A-Za-z_]\w*)>/.exec(rest);
    const switches = /^\?([imsU]*)(?:-([imsU]*))?([:)])/.exec(rest);
    if (named) {
      at += named[0].length;
      index = groups.push(named[1]);
    } else if (switches) {
      at += switches[0].length;
      flags = { ...flags };
      for (const flag of switches[1] ?? '') flags[flag as keyof Flags] = true;
      for (const flag of switches[2] ?? '') flags[flag as keyof Flags] = false;
      if (switches[3] === ')') return { type: 'empty' };
    } else if (pattern[at] === '?') throw wrong('a regular expression in RE2 syntax (no look-around)');
    else index = groups.push(undefined);
    const item = choice();
    if (pattern[at++] !== ')') throw wrong('a closing parenthesis in the regular expression');
    flags = before;
    return index === undefined ? item : { type: 'group', item, index };
  };
  const escaped = (): Tree => {
    const char = pattern[at++];
    if (char === 'A') return { type: 'assert', test: isTextStart };
    if (char === 'z') return { type: 'assert', test: isTextEnd };
    if (char === 'b') return { type: 'assert', test: isWordBorder };
    if (char === 'B') return { type: 'assert', test: (text, i) => !isWordBorder(text, i) };
    at--;
    const set = escapedClass();
    return { type: 'char', test: typeof set === 'number' ? exactly(set) : set };
  };
  const quoted = (): Tree[] => {
    const items: Tree[] = [];
    for (at += 2; at < pattern.length && !(pattern[at] === '\\' && pattern[at + 1] === 'E'); at++)
      items.push({ type: 'char', test: exactly(pattern[at]!.codePointAt(0)!) });
    at = Math.min(pattern.length, at + 2);
    return items;
  };
  /** After a backslash: one character, or a class of them. */
  const escapedClass = (): number | ((code: number) => boolean) => {
    const char = pattern[at++];
    if (char === undefined) throw wrong('a character after the backslash in the regular expression');
    if (char in perl) return perl[char as keyof typeof perl];
    if (char === 'p' || char === 'P') return unicodeClass(char === 'P');
    if (char in controls) return controls[char as keyof typeof controls];
    if (char === 'x') return hexadecimal();
    if (/[A-Za-z0-9]/.test(char)) throw wrong(`a regular expression without \\${char}`);
    return char.codePointAt(0)!;
  };
  const hexadecimal = (): number => {
    const hex = /^(?:\{([0-9A-Fa-f]{1,6})\}|([0-9A-Fa-f]{2}))/.exec(pattern.slice(at, at + 8).join(''));
    if (!hex) throw wrong('hexadecimal digits after \\x');
    at += hex[0].length;
    return Number.parseInt((hex[1] ?? hex[2])!, 16);
  };
  const unicodeClass = (negated: boolean): ((code: number) => boolean) => {
    const name = /^(?:\{(\^?)(\w+)\}|(\w))/.exec(pattern.slice(at, at + 30).join(''));
    if (!name) throw wrong('the name of a Unicode class after \\p');
    at += name[0].length;
    const word = (name[2] ?? name[3])!;
    let test: RegExp;
    try {
      test = new RegExp(/^(?:[A-Z][a-z]?)$/.test(word) ? `^\\p{${word}}$` : `^\\p{Script=${word}}$`, 'u');
    } catch {
      throw wrong('a Unicode class that exists');
    }
    const not = negated !== (name[1] === '^');
    return (code) => test.test(String.fromCodePoint(code)) !== not;
  };
  const characterClass = (): ((code: number) => boolean) => {
    const negated = pattern[at] === '^';
    if (negated) at++;
    const tests: ((code: number) => boolean)[] = [];
    for (let first = true; first || pattern[at] !== ']'; first = false) {
      if (at >= pattern.length) throw wrong('a closing bracket in the regular expression');
      const posix = /^\[:(\^?)([a-z]+):\]/.exec(pattern.slice(at, at + 14).join(''));
      if (posix && Object.hasOwn(posixClasses, posix[2]!)) {
        at += posix[0].length;
        const test = posixClasses[posix[2] as keyof typeof posixClasses];
        tests.push(posix[1] ? (code) => !test(code) : test);
        continue;
      }
      const low = classMember();
      if (typeof low !== 'number') tests.push(low);
      else if (pattern[at] === '-' && pattern[at + 1] !== ']' && at + 1 < pattern.length) {
        at++;
        const high = classMember();
        if (typeof high !== 'number' || high < low) throw wrong('a range in order in the regular expression');
        tests.push(inRange(low, high));
      } else tests.push(exactly(low));
    }
    at++;
    return (code) => tests.some((test) => test(code)) !== negated;
  };
  const classMember = (): number | ((code: number) => boolean) => {
    const char = pattern[at++]!;
    return char === '\\' ? escapedClass() : char.codePointAt(0)!;
  };
  const inRange = (low: number, high: number) => {
    const fits = (code: number) => code >= low && code <= high;
    return flags.i ? (code: number) => fits(fold(code)) || fits(upper(code)) : fits;
  };

  const tree = choice();
  if (at < pattern.length) throw wrong('an opening parenthesis for each closing one in the regular expression');
  return { code: assemble(tree), groups };
}

function assemble(tree: Tree): Instruction[] {
  const code: Instruction[] = [];
  const emit = (instruction: Instruction): number => {
    if (code.length > sizeLimit) throw wrong('a smaller regular expression');
    return code.push(instruction) - 1;
  };
  const add = (node: Tree): void => {
    switch (node.type) {
      case 'empty':
        return;
      case 'char':
        emit({ op: 'char', test: node.test });
        return;
      case 'assert':
        emit({ op: 'assert', test: node.test });
        return;
      case 'sequence':
        node.items.forEach(add);
        return;
      case 'group':
        emit({ op: 'save', slot: node.index * 2 });
        add(node.item);
        emit({ op: 'save', slot: node.index * 2 + 1 });
        return;
      case 'choice': {
        const ends: number[] = [];
        node.items.forEach((item, i) => {
          if (i === node.items.length - 1) return add(item);
          const split = emit({ op: 'split', first: code.length + 1, second: 0 });
          add(item);
          ends.push(emit({ op: 'jump', to: 0 }));
          code[split] = { op: 'split', first: split + 1, second: code.length };
        });
        for (const end of ends) code[end] = { op: 'jump', to: code.length };
        return;
      }
      case 'repeat':
        return repeat(node);
    }
  };
  const fork = (greedy: boolean, into: number, past: number): Instruction =>
    greedy ? { op: 'split', first: into, second: past } : { op: 'split', first: past, second: into };
  const repeat = ({ item, least, most, greedy }: Tree & { type: 'repeat' }): void => {
    for (let i = 0; i < least; i++) add(item);
    if (most === Infinity) {
      const split = emit({ op: 'jump', to: 0 });
      add(item);
      emit({ op: 'jump', to: split });
      code[split] = fork(greedy, split + 1, code.length);
      return;
    }
    const splits: number[] = [];
    for (let i = least; i < most; i++) {
      splits.push(emit({ op: 'jump', to: 0 }));
      add(item);
    }
    for (const split of splits) code[split] = fork(greedy, split + 1, code.length);
  };
  add(tree);
  emit({ op: 'match' });
  return code;
}

/** Offsets of the whole match and of each group, in code points; -1 for a group that took no part. */
export type Match = readonly number[];

/** The leftmost match from `from` on, as Perl would choose it. */
export function search(program: Program, text: readonly number[], from: number, budget: Budget): Match | undefined {
  const slots = 2 + program.groups.length * 2;
  let matched: number[] | undefined;
  let current: Thread[] = [];
  for (let at = from; at <= text.length; at++) {
    const seen = new Set<number>();
    const next: Thread[] = [];
    const active: Thread[] = [];
    for (const thread of current) follow(program, thread, text, at, seen, active, budget);
    if (!matched) follow(program, { pc: 0, saved: start(slots, at) }, text, at, seen, active, budget);
    for (const thread of active) {
      spend(budget);
      const instruction = program.code[thread.pc]!;
      if (instruction.op === 'match') {
        matched = [...thread.saved];
        matched[1] = at;
        break;
      }
      if (instruction.op === 'char' && at < text.length && instruction.test(text[at]!))
        next.push({ pc: thread.pc + 1, saved: thread.saved });
    }
    current = next;
    if (matched && current.length === 0) break;
  }
  return matched;
}

interface Thread {
  pc: number;
  saved: readonly number[];
}

function start(slots: number, at: number): number[] {
  const saved = new Array<number>(slots).fill(-1);
  saved[0] = at;
  return saved;
}

/** Adds to `active`, in order of preference, the threads that stand before a character or a match. */
function follow(
  program: Program,
  from: Thread,
  text: readonly number[],
  at: number,
  seen: Set<number>,
  active: Thread[],
  budget: Budget,
): void {
  const stack: Thread[] = [from];
  for (let thread = stack.pop(); thread; thread = stack.pop()) {
    if (seen.has(thread.pc)) continue;
    spend(budget);
    seen.add(thread.pc);
    const { pc, saved } = thread;
    const instruction = program.code[pc]!;
    if (instruction.op === 'jump') stack.push({ pc: instruction.to, saved });
    else if (instruction.op === 'split')
      stack.push({ pc: instruction.second, saved }, { pc: instruction.first, saved });
    else if (instruction.op === 'assert') {
      if (instruction.test(text, at)) stack.push({ pc: pc + 1, saved });
    } else if (instruction.op === 'save') {
      const copy = [...saved];
      copy[instruction.slot] = at;
      stack.push({ pc: pc + 1, saved: copy });
    } else active.push(thread);
  }
}

const between = (low: string, high: string) => (code: number) =>
  code >= low.charCodeAt(0) && code <= high.charCodeAt(0);
const isDigit = between('0', '9');
const isLower = between('a', 'z');
const isUpper = between('A', 'Z');
const isWord = (code: number): boolean => isDigit(code) || isLower(code) || isUpper(code) || code === 95;
const isPerlSpace = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 12 || code === 13;
const perl = {
  d: isDigit,
  D: (code: number) => !isDigit(code),
  w: isWord,
  W: (code: number) => !isWord(code),
  s: isPerlSpace,
  S: (code: number) => !isPerlSpace(code),
};
const controls = { n: 10, r: 13, t: 9, f: 12, v: 11, a: 7 };
const isGraphic = (code: number): boolean => code > 32 && code < 127;
const posixClasses = {
  alnum: (code: number) => isDigit(code) || isLower(code) || isUpper(code),
  alpha: (code: number) => isLower(code) || isUpper(code),
  ascii: (code: number) => code < 128,
  blank: (code: number) => code === 32 || code === 9,
  cntrl: (code: number) => code < 32 || code === 127,
  digit: isDigit,
  graph: isGraphic,
  lower: isLower,
  print: (code: number) => code >= 32 && code < 127,
  punct: (code: number) => isGraphic(code) && !isDigit(code) && !isLower(code) && !isUpper(code),
  space: (code: number) => isPerlSpace(code) || code === 11,
  upper: isUpper,
  word: isWord,
  xdigit: (code: number) => isDigit(code) || between('a', 'f')(code) || between('A', 'F')(code),
};

const fold = (code: number): number => String.fromCodePoint(code).toLowerCase().codePointAt(0)!;
const upper = (code: number): number => String.fromCodePoint(code).toUpperCase().codePointAt(0)!;
const isTextStart = (_text: readonly number[], at: number): boolean => at === 0;
const isTextEnd = (text: readonly number[], at: number): boolean => at === text.length;
const isLineStart = (text: readonly number[], at: number): boolean => at === 0 || text[at - 1] === 10;
const isLineEnd = (text: readonly number[], at: number): boolean => at === text.length || text[at] === 10;
const isWordBorder = (text: readonly number[], at: number): boolean =>
  (at > 0 && isWord(text[at - 1]!)) !== (at < text.length && isWord(text[at]!));
