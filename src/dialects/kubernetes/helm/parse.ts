/** The template language of Go: https://pkg.go.dev/text/template */
export type Operand =
  | { type: 'literal'; value: string | number | boolean | null; whole?: boolean }
  | { type: 'dot'; fields: readonly string[] }
  | { type: 'variable'; name: string; fields: readonly string[] }
  | { type: 'function'; name: string }
  | { type: 'pipe'; pipe: Pipe; fields: readonly string[] };

export interface Pipe {
  /** Variables that it declares (`:=`) or changes (`=`). */
  names: readonly string[];
  declares: boolean;
  commands: readonly (readonly Operand[])[];
}

interface Branch {
  pipe: Pipe;
  body: readonly TemplateNode[];
}

/** Offsets are of the whole action, braces included. */
interface Placed {
  start: number;
  end: number;
}

export type TemplateNode = Placed &
  (
    | { type: 'text'; text: string }
    | { type: 'action'; pipe: Pipe }
    | { type: 'if' | 'with'; branches: readonly Branch[]; otherwise: readonly TemplateNode[] }
    | { type: 'range'; branches: readonly [Branch]; otherwise: readonly TemplateNode[] }
    | { type: 'template'; name: string; pipe: Pipe | undefined }
    | { type: 'break' | 'continue' }
  );

export interface Template {
  body: readonly TemplateNode[];
  defines: ReadonlyMap<string, readonly TemplateNode[]>;
}

/** Where a template can't be read, and what was expected there. */
export class TemplateSyntax extends Error {
  readonly offset: number;
  constructor(expected: string, offset: number) {
    super(`expected ${expected}`);
    this.offset = offset;
  }
}

interface Token {
  type: 'space' | 'string' | 'number' | 'word' | 'field' | 'variable' | 'mark';
  text: string;
  start: number;
}
type Segment = Placed & ({ type: 'text'; text: string } | { type: 'action'; tokens: readonly Token[] });

const token =
  /(?<space>\s+)|(?<string>"(?:[^"\\\n]|\\.)*"|`[^`]*`|'(?:[^'\\\n]|\\.)+')|(?<number>[-+]?(?:0[xXoObB][\da-fA-F_]+|\d[\d_]*(?:\.\d*)?(?:[eE][-+]?\d+)?|\.\d+(?:[eE][-+]?\d+)?))|(?<field>\.[\p{L}_][\p{L}\d_]*)|(?<variable>\$[\p{L}\d_]*)|(?<word>[\p{L}_][\p{L}\d_]*)|(?<mark>:=|[=|(),.])/uy;

const space = /[ \t\r\n]/;

function segments(source: string): Segment[] {
  const found: Segment[] = [];
  let at = 0;
  let trimNext = false;
  const text = (start: number, end: number, trimEnd: boolean): void => {
    let [from, to] = [start, end];
    if (trimNext) while (from < to && space.test(source[from]!)) from++;
    if (trimEnd) while (to > from && space.test(source[to - 1]!)) to--;
    if (to > from) found.push({ type: 'text', text: source.slice(from, to), start: from, end: to });
  };
  for (;;) {
    const open = source.indexOf('{{', at);
    if (open < 0) {
      text(at, source.length, false);
      return found;
    }
    const trims = source[open + 2] === '-' && space.test(source[open + 3] ?? '');
    text(at, open, trims);
    const inside = open + (trims ? 3 : 2);
    const comment = /^[ \t\r\n]*\/\*/.exec(source.slice(inside, inside + 200));
    const tokens: Token[] = [];
    let position = inside;
    if (comment) {
      const end = source.indexOf('*/', inside + comment[0].length);
      if (end < 0) throw new TemplateSyntax('*/ at the end of a comment', open);
      position = end + 2;
    }
    for (;;) {
      const close = /^(?:\s+-)?\}\}/.exec(source.slice(position, position + 400));
      if (close) {
        trimNext = close[0].length > 2;
        at = position + close[0].length;
        break;
      }
      token.lastIndex = position;
      const match = token.exec(source);
      if (!match)
        throw new TemplateSyntax(
          position >= source.length ? '}} at the end of an action' : 'an operand, | or }}',
          position,
        );
      const type = Object.entries(match.groups!).find(([, value]) => value !== undefined)![0] as Token['type'];
      tokens.push({ type, text: match[0], start: position });
      position = token.lastIndex;
    }
    if (!comment) found.push({ type: 'action', tokens, start: open, end: at });
  }
}

const deepest = 100;

export function parseTemplate(source: string): Template {
  const all = segments(source);
  const defines = new Map<string, readonly TemplateNode[]>();
  let next = 0;
  let last: { word: string; reader: Reader; segment: Segment } | undefined;

  /** Up to `end` or `else`, which is left in `last`. */
  const nodes = (depth: number, opened?: Placed): TemplateNode[] => {
    if (depth > deepest) throw new TemplateSyntax(`blocks less than ${deepest} deep`, opened?.start ?? 0);
    const body: TemplateNode[] = [];
    while (next < all.length) {
      const segment = all[next++]!;
      const placed = { start: segment.start, end: segment.end };
      if (segment.type === 'text') {
        body.push(segment);
        continue;
      }
      const reader = new Reader(segment.tokens, segment.end - 2);
      const word = reader.keyword();
      if (word === 'end' || word === 'else') {
        if (!opened) throw new TemplateSyntax(`a block before {{ ${word} }}`, segment.start);
        last = { word, reader, segment };
        return body;
      }
      const node = word === undefined ? undefined : statement(word, reader, placed, depth);
      if (node) body.push(node);
      else if (word === undefined && !reader.ended) body.push({ type: 'action', pipe: reader.whole(), ...placed });
    }
    if (opened) throw new TemplateSyntax('{{ end }} for this block', opened.start);
    return body;
  };

  const statement = (word: string, reader: Reader, placed: Placed, depth: number): TemplateNode | undefined => {
    if (word === 'break' || word === 'continue') return { type: word, ...placed };
    if (word === 'define') {
      defines.set(reader.name(), untilEnd(placed, depth));
      return undefined;
    }
    if (word === 'template' || word === 'block') {
      const name = reader.name();
      const pipe = reader.ended ? undefined : reader.whole();
      if (word === 'block') {
        const body = untilEnd(placed, depth);
        if (!defines.has(name)) defines.set(name, body);
      }
      return { type: 'template', name, pipe, ...placed };
    }
    const type = word as 'if' | 'with' | 'range';
    const branches: Branch[] = [];
    let otherwise: readonly TemplateNode[] = [];
    let pipe = reader.whole();
    for (;;) {
      branches.push({ pipe, body: nodes(depth + 1, placed) });
      if (last!.word === 'end') break;
      const again = last!.reader.keyword();
      if (again !== undefined && again === type && type !== 'range') {
        pipe = last!.reader.whole();
        continue;
      }
      otherwise = untilEnd(placed, depth);
      break;
    }
    const { end } = last!.segment;
    if (type === 'range') return { type, branches: [branches[0]!], otherwise, start: placed.start, end };
    return { type, branches, otherwise, start: placed.start, end };
  };

  const untilEnd = (placed: Placed, depth: number): readonly TemplateNode[] => {
    const body = nodes(depth + 1, placed);
    if (last!.word !== 'end') throw new TemplateSyntax('{{ end }}', last!.segment.start);
    return body;
  };

  return { body: nodes(0), defines };
}

const keywords = /^(?:if|with|range|define|template|block|end|else|break|continue)$/;

class Reader {
  private at = 0;
  private depth = 0;
  private readonly tokens: readonly Token[];
  private readonly end: number;
  constructor(tokens: readonly Token[], end: number) {
    this.tokens = tokens;
    this.end = end;
  }

  private get here(): Token | undefined {
    return this.tokens[this.at];
  }
  private skip(): void {
    while (this.here?.type === 'space') this.at++;
  }
  private is(text: string): boolean {
    return this.here?.type === 'mark' && this.here.text === text;
  }
  private fail(expected: string): TemplateSyntax {
    return new TemplateSyntax(expected, this.here?.start ?? this.end);
  }
  get ended(): boolean {
    this.skip();
    return this.here === undefined;
  }

  keyword(): string | undefined {
    this.skip();
    if (this.here?.type !== 'word' || !keywords.test(this.here.text)) return undefined;
    return this.tokens[this.at++]!.text;
  }

  name(): string {
    this.skip();
    if (this.here?.type !== 'string') throw this.fail('the name of a template in quotes');
    return unquoted(this.tokens[this.at++]!.text);
  }

  whole(): Pipe {
    const pipe = this.pipe();
    if (!this.ended) throw this.fail('| or the end of the action');
    return pipe;
  }

  private pipe(): Pipe {
    if (++this.depth > deepest) throw this.fail('fewer brackets');
    const { names, declares } = this.declared();
    const commands: Operand[][] = [];
    do {
      this.skip();
      if (this.is('|')) this.at++;
      commands.push(this.command());
      this.skip();
    } while (this.is('|'));
    this.depth--;
    return { names, declares, commands };
  }

  private declared(): { names: string[]; declares: boolean } {
    const start = this.at;
    const names: string[] = [];
    for (;;) {
      this.skip();
      if (this.here?.type !== 'variable') break;
      names.push(this.tokens[this.at++]!.text);
      this.skip();
      if (this.is(',')) {
        this.at++;
        continue;
      }
      if (this.is(':=') || this.is('=')) return { names, declares: this.tokens[this.at++]!.text === ':=' };
      break;
    }
    this.at = start;
    return { names: [], declares: false };
  }

  private command(): Operand[] {
    const operands: Operand[] = [];
    for (;;) {
      this.skip();
      if (this.here === undefined || this.is('|') || this.is(')')) break;
      operands.push(this.operand());
    }
    if (operands.length === 0) throw this.fail('an operand');
    return operands;
  }

  private operand(): Operand {
    const first = this.tokens[this.at++]!;
    switch (first.type) {
      case 'string':
        return {
          type: 'literal',
          ...(first.text[0] === "'"
            ? { value: unquoted(first.text).codePointAt(0) ?? 0, whole: true }
            : { value: unquoted(first.text) }),
        };
      case 'number':
        return { type: 'literal', value: number(first), whole: !/[.eE]/.test(first.text) || /^0[xX]/.test(first.text) };
      case 'field':
        return { type: 'dot', fields: [first.text.slice(1), ...this.fields()] };
      case 'variable':
        return { type: 'variable', name: first.text, fields: this.fields() };
      case 'word':
        if (first.text === 'true' || first.text === 'false') return { type: 'literal', value: first.text === 'true' };
        if (first.text === 'nil') return { type: 'literal', value: null };
        return { type: 'function', name: first.text };
      default: {
        if (first.text === '.') return { type: 'dot', fields: [] };
        if (first.text !== '(') break;
        const pipe = this.pipe();
        this.skip();
        if (!this.is(')')) throw this.fail(')');
        this.at++;
        return { type: 'pipe', pipe, fields: this.fields() };
      }
    }
    throw new TemplateSyntax('an operand', first.start);
  }

  private fields(): string[] {
    const fields: string[] = [];
    while (this.here?.type === 'field') fields.push(this.tokens[this.at++]!.text.slice(1));
    return fields;
  }
}

function number({ text, start }: Token): number {
  const value = Number(text.replaceAll('_', '').replace(/^\+/, ''));
  if (Number.isNaN(value)) throw new TemplateSyntax('a number', start);
  return value;
}

const escapes: { readonly [letter: string]: string } = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
};

/** https://go.dev/ref/spec#String_literals */
function unquoted(text: string): string {
  const inner = text.slice(1, -1);
  if (text[0] === '`') return inner;
  return inner.replace(
    /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{3})|(.))/gsu,
    (_, x, u, U, octal, letter) => {
      if (letter !== undefined) return escapes[letter] ?? letter;
      const code = octal === undefined ? parseInt(x ?? u ?? U, 16) : parseInt(octal, 8);
      return code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
    },
  );
}
