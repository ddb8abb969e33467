import type { Binary, Expression } from './ast.ts';
import {
  deeper,
  expected,
  identifier,
  isAt,
  isLineEnd,
  Mistake,
  skipLines,
  skipSpace,
  take,
  withLines,
  type Source,
} from './source.ts';
import { heredoc, quoted } from './template.ts';

/** An expression, up to where it can't go on. */
export const expression = (source: Source): Expression => deeper(source, () => conditional(source));

function conditional(source: Source): Expression {
  const start = source.at;
  const condition = binary(source, 1);
  const end = source.at;
  skipSpace(source);
  if (source.text[source.at] !== '?') {
    source.at = end;
    return condition;
  }
  source.at++;
  skipSpace(source);
  const then = expression(source);
  skipSpace(source);
  take(source, ':', 'between the two results of the conditional');
  skipSpace(source);
  const otherwise = expression(source);
  return { type: 'conditional', condition, then, else: otherwise, span: source.span(start, source.at) };
}

const precedence: Readonly<Record<Binary['operator'], number>> = {
  '||': 1,
  '&&': 2,
  '==': 3,
  '!=': 3,
  '<=': 4,
  '>=': 4,
  '<': 4,
  '>': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '%': 6,
};

function operatorHere({ text, at }: Source): Binary['operator'] | undefined {
  const char = text[at]!;
  switch (char) {
    case '+':
    case '-':
    case '*':
    case '/':
    case '%':
      return char;
    case '<':
    case '>':
      return text[at + 1] === '=' ? `${char}=` : char;
    case '=':
    case '!':
      return text[at + 1] === '=' ? `${char}=` : undefined;
    case '&':
    case '|':
      return text[at + 1] === char ? (`${char}${char}` as '&&' | '||') : undefined;
    default:
      return undefined;
  }
}

/** Operators that bind at least as strongly as `least`; equal ones from the left. */
function binary(source: Source, least: number): Expression {
  const start = source.at;
  let left = unary(source);
  for (let steps = 0; ; steps++) {
    const end = source.at;
    skipSpace(source);
    const operator = operatorHere(source);
    if (!operator || precedence[operator] < least) {
      source.at = end;
      return left;
    }
    if (steps > longest) throw tooLong(source);
    source.at += operator.length;
    skipSpace(source);
    const right = binary(source, precedence[operator] + 1);
    left = { type: 'binary', operator, left, right, span: source.span(start, source.at) };
  }
}

function unary(source: Source): Expression {
  const start = source.at;
  const operator = source.text[source.at];
  if ((operator !== '-' && operator !== '!') || isAt(source, '!=')) return postfix(source);
  source.at++;
  skipSpace(source);
  const operand = deeper(source, () => unary(source));
  return { type: 'unary', operator, operand, span: source.span(start, source.at) };
}

function postfix(source: Source): Expression {
  const start = source.at;
  return traversal(source, start, term(source), false);
}

/** Chains make trees as deep as they are long, which everything that walks the tree has to stand. */
const longest = 1000;
const tooLong = (source: Source): Mistake =>
  new Mistake(`more than ${longest} steps in one chain; split it up`, source.at, source.at + 1, 'too-deep');

/** Attributes, indexes and splats behind a term. Behind an attribute splat, `[` applies to the whole result. */
function traversal(source: Source, start: number, first: Expression, attributesOnly: boolean): Expression {
  let object = first;
  for (let steps = 0; ; steps++) {
    const end = source.at;
    skipSpace(source);
    const char = source.text[source.at];
    if (steps > longest) throw tooLong(source);
    if (char === '.' && !isAt(source, '...')) {
      object = dotted(source, start, object, attributesOnly);
    } else if (char === '[' && !attributesOnly) {
      object = bracketed(source, start, object);
    } else {
      source.at = end;
      return object;
    }
  }
}

const digitsPattern = /\d+(?:[eE][+-]?\d+)?/y;

function dotted(source: Source, start: number, object: Expression, attributesOnly: boolean): Expression {
  source.at++;
  skipSpace(source);
  const nameStart = source.at;
  if (source.text[source.at] === '*') {
    if (attributesOnly) throw expected(source, 'the name of an attribute behind ".*", as ".*" can stand only once');
    source.at++;
    return splat(source, start, object, 'attribute');
  }
  digitsPattern.lastIndex = source.at;
  const digits = digitsPattern.exec(source.text)?.[0];
  if (digits) {
    source.at += digits.length;
    if (source.text[source.at] === '.' && isDigit(source.text[source.at + 1]))
      throw expected(source, 'an index in brackets, such as [0], behind another index');
    const span = source.span(nameStart, source.at);
    return {
      type: 'index',
      object,
      key: { type: 'literal', value: Number(digits), text: digits, span },
      span: source.span(start, source.at),
    };
  }
  const name = identifier(source);
  if (name === undefined) throw expected(source, 'the name of an attribute after "."');
  return {
    type: 'get-attribute',
    object,
    name,
    nameSpan: source.span(nameStart, source.at),
    span: source.span(start, source.at),
  };
}

const isDigit = (char: string | undefined): boolean => char !== undefined && char >= '0' && char <= '9';

function bracketed(source: Source, start: number, object: Expression): Expression {
  const open = source.at;
  source.at++;
  return withLines(source, true, () => {
    skipSpace(source);
    if (source.text[source.at] === '*') {
      source.at++;
      skipSpace(source);
      take(source, ']', 'after "[*"');
      return withLines(source, false, () => splat(source, start, object, 'full'));
    }
    const key = expression(source);
    skipSpace(source);
    take(source, ']', `to close the index that begins on line ${source.line(open)}`);
    return { type: 'index', object, key, span: source.span(start, source.at) };
  });
}

function splat(source: Source, start: number, object: Expression, kind: 'attribute' | 'full'): Expression {
  const item: Expression = { type: 'variable', name: '*', span: source.span(source.at, source.at) };
  const each = deeper(source, () => traversal(source, source.at, item, kind === 'attribute'));
  return { type: 'splat', object, each, kind, span: source.span(start, source.at) };
}

const numberPattern = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

const constants: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);

function term(source: Source): Expression {
  const start = source.at;
  const char = source.text[start];
  if (char === '"') return quoted(source);
  if (char === '(') return parentheses(source);
  if (char === '[') return listOrFor(source);
  if (char === '{') return objectOrFor(source);
  if (isAt(source, '<<')) return heredoc(source);
  if (isDigit(char)) {
    numberPattern.lastIndex = start;
    const number = numberPattern.exec(source.text)![0];
    source.at += number.length;
    if (source.text[source.at] === '.' && isDigit(source.text[source.at + 1]))
      throw new Mistake('expected a number with at most one point', start, source.at);
    return { type: 'literal', value: Number(number), text: number, span: source.span(start, source.at) };
  }
  const name = identifier(source);
  if (name === undefined) throw expected(source, 'a value');
  const constant = constants.get(name);
  if (constant !== undefined) return { type: 'literal', value: constant, span: source.span(start, source.at) };
  return callOrVariable(source, start, name);
}

function callOrVariable(source: Source, start: number, first: string): Expression {
  let name = first;
  // Functions of a provider have a namespace: provider::aws::arn_parse.
  while (isAt(source, '::')) {
    source.at += 2;
    const part = identifier(source);
    if (part === undefined) throw expected(source, 'the name of a function after "::"');
    name += `::${part}`;
  }
  const nameSpan = source.span(start, source.at);
  const end = source.at;
  skipSpace(source);
  if (source.text[source.at] !== '(') {
    if (name !== first) throw expected(source, `"(" after the name of the function ${name}`);
    source.at = end;
    return { type: 'variable', name, span: nameSpan };
  }
  source.at++;
  const { items, expandFinal } = withLines(source, true, () => argumentsOf(source, name));
  return { type: 'call', name, nameSpan, arguments: items, expandFinal, span: source.span(start, source.at) };
}

function argumentsOf(source: Source, name: string): { items: Expression[]; expandFinal: boolean } {
  const open = source.at - 1;
  const items: Expression[] = [];
  let expandFinal = false;
  for (;;) {
    skipSpace(source);
    if (source.text[source.at] === ')') break;
    items.push(expression(source));
    skipSpace(source);
    if (isAt(source, '...')) {
      source.at += 3;
      expandFinal = true;
      skipSpace(source);
      if (source.text[source.at] !== ')') throw expected(source, `")" after "..." of ${name}()`);
      break;
    }
    if (source.text[source.at] === ',') source.at++;
    else if (source.text[source.at] !== ')')
      throw expected(source, `"," or ")" in the arguments of ${name}() that begin on line ${source.line(open)}`);
  }
  source.at++;
  return { items, expandFinal };
}

function parentheses(source: Source): Expression {
  const start = source.at;
  source.at++;
  return withLines(source, true, () => {
    skipSpace(source);
    const inner = expression(source);
    skipSpace(source);
    take(source, ')', `to close the parenthesis that begins on line ${source.line(start)}`);
    return { type: 'parentheses', inner, span: source.span(start, source.at) };
  });
}

function listOrFor(source: Source): Expression {
  const start = source.at;
  source.at++;
  return withLines(source, true, () => {
    skipSpace(source);
    if (isFor(source)) return forExpression(source, start, ']');
    const items: Expression[] = [];
    for (;;) {
      skipSpace(source);
      if (source.text[source.at] === ']') break;
      items.push(expression(source));
      skipSpace(source);
      if (source.text[source.at] === ',') source.at++;
      else if (source.text[source.at] !== ']')
        throw expected(source, `"," or "]" in the list that begins on line ${source.line(start)}`);
    }
    source.at++;
    return { type: 'list', items, span: source.span(start, source.at) };
  });
}

function objectOrFor(source: Source): Expression {
  const start = source.at;
  source.at++;
  skipLines(source);
  if (isFor(source)) return withLines(source, true, () => forExpression(source, start, '}'));
  return withLines(source, false, () => {
    const entries: { key: Expression; value: Expression }[] = [];
    for (;;) {
      skipLines(source);
      if (source.text[source.at] === '}') break;
      const key = objectKey(source);
      skipSpace(source);
      if (source.text[source.at] !== '=' && source.text[source.at] !== ':')
        throw expected(source, '"=" or ":" after the key');
      source.at++;
      skipSpace(source);
      const value = expression(source);
      entries.push({ key, value });
      skipSpace(source);
      const next = source.text[source.at];
      if (next === ',') source.at++;
      else if (next !== '}' && !isLineEnd(source))
        throw expected(source, `a new line, "," or "}" in the object that begins on line ${source.line(start)}`);
    }
    source.at++;
    return { type: 'object', entries, span: source.span(start, source.at) };
  });
}

/** A bare name is a string; anything else is an expression of its own. */
function objectKey(source: Source): Expression {
  const start = source.at;
  const name = identifier(source);
  if (name !== undefined) {
    const end = source.at;
    skipSpace(source);
    const next = source.text[source.at];
    if ((next === '=' && source.text[source.at + 1] !== '=') || next === ':') {
      source.at = end;
      return { type: 'literal', value: name, span: source.span(start, end) };
    }
    source.at = start;
  }
  return expression(source);
}

function isFor(source: Source): boolean {
  if (!isAt(source, 'for')) return false;
  const start = source.at;
  const word = identifier(source);
  source.at = start;
  return word === 'for';
}

function forExpression(source: Source, start: number, close: ']' | '}'): Expression {
  source.at += 3;
  const name = (): string => {
    skipSpace(source);
    const word = identifier(source);
    if (word === undefined) throw expected(source, 'a name for the items of "for"');
    return word;
  };
  let valueName = name();
  let keyName: string | undefined;
  skipSpace(source);
  if (source.text[source.at] === ',') {
    source.at++;
    keyName = valueName;
    valueName = name();
    skipSpace(source);
  }
  const inStart = source.at;
  if (identifier(source) !== 'in') {
    source.at = inStart;
    throw expected(source, '"in" after the names of "for"');
  }
  skipSpace(source);
  const collection = expression(source);
  skipSpace(source);
  take(source, ':', 'after the collection of "for"');
  skipSpace(source);
  let value = expression(source);
  let key: Expression | undefined;
  let group = false;
  skipSpace(source);
  if (close === '}') {
    key = value;
    take(source, '=>', 'between key and value of "for"');
    skipSpace(source);
    value = expression(source);
    skipSpace(source);
    if (isAt(source, '...')) {
      source.at += 3;
      group = true;
      skipSpace(source);
    }
  }
  let condition: Expression | undefined;
  if (/^if\b/.test(source.text.slice(source.at, source.at + 3))) {
    source.at += 2;
    skipSpace(source);
    condition = expression(source);
    skipSpace(source);
  }
  take(source, close, `to close the "for" that begins on line ${source.line(start)}`);
  return {
    type: 'for',
    ...(keyName !== undefined && { keyName }),
    valueName,
    collection,
    ...(key && { key }),
    value,
    ...(condition && { condition }),
    group,
    span: source.span(start, source.at),
  };
}
