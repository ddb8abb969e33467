import { visit } from 'jsonc-parser';
import type { Span } from '../../model/place.ts';
import { linesOf } from '../lines.ts';
import type { Parsed, SourceComment, SyntaxProblem } from '../parsed.ts';
import type { Node, ScalarNode } from '../tree.ts';

const deepest = 200;

/** Parses JSON with positions. Never throws. `comments` allows comments and trailing commas, as in JSON5-like settings. */
export function parseJson(text: string, { comments = false }: { comments?: boolean } = {}): Parsed<Node | undefined> {
  const lines = linesOf(text);
  // The scanner sees two characters behind a comment that never ends.
  const span = (start: number, end: number): Span =>
    lines.span(Math.min(start, text.length), Math.min(end, text.length));
  const problems: SyntaxProblem[] = [];
  const tooDeep = depthOver(text);
  if (tooDeep !== undefined) {
    const problem = {
      message: `expected at most ${deepest} levels of nesting`,
      span: span(tooDeep, tooDeep + 1),
      kind: 'too-deep' as const,
    };
    return { tree: undefined, comments: [], problems: [problem] };
  }
  const found: SourceComment[] = [];
  let root: Node | undefined;
  type Open = {
    start: number;
    key?: ScalarNode;
    /** Where each key stands first. */
    lines: Map<string, number>;
    node: { type: 'mapping'; entries: { key: ScalarNode; value: Node }[] } | { type: 'sequence'; items: Node[] };
  };
  const stack: Open[] = [];
  const place = (node: Node): void => {
    const parent = stack.at(-1);
    if (!parent) root ??= node;
    else if (parent.node.type === 'sequence') parent.node.items.push(node);
    else if (parent.key) {
      parent.node.entries.push({ key: parent.key, value: node });
      delete parent.key;
    }
  };
  const close = (end: number): void => {
    const open = stack.pop();
    if (open) place({ ...open.node, span: span(open.start, end) } as Node);
  };
  visit(
    text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text,
    {
      onObjectBegin: (offset) =>
        void stack.push({ start: offset, lines: new Map(), node: { type: 'mapping', entries: [] } }),
      onObjectEnd: (offset, length) => close(offset + length),
      onArrayBegin: (offset) =>
        void stack.push({ start: offset, lines: new Map(), node: { type: 'sequence', items: [] } }),
      onArrayEnd: (offset, length) => close(offset + length),
      onObjectProperty: (name, offset, length) => {
        const open = stack.at(-1);
        if (!open) return;
        const key: ScalarNode = {
          type: 'scalar',
          value: name,
          text: name,
          style: 'double',
          span: span(offset, offset + length),
        };
        if (open.node.type !== 'mapping') return;
        const former = open.lines.get(name);
        if (former === undefined) open.lines.set(name, key.span.startLine);
        else
          problems.push({
            message: `expected each key once: "${name}" stands on line ${former} already`,
            span: key.span,
            kind: 'parse',
          });
        open.key = key;
      },
      onLiteralValue: (value: string | number | boolean | null, offset, length) =>
        place({
          type: 'scalar',
          value,
          text: typeof value === 'string' ? value : text.slice(offset, offset + length),
          style: typeof value === 'string' ? 'double' : 'plain',
          span: span(offset, offset + length),
        }),
      onComment: (offset, length) => {
        const written = text.slice(offset, offset + length);
        const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
        found.push({
          text: written.replace(/^\/[/*]|\*\/$/g, '').trim(),
          span: span(offset, offset + length),
          ownLine: text.slice(lineStart, offset).trim() === '',
        });
      },
      onError: (error, offset, length) => {
        if (problems.some(({ kind, message }) => kind === 'parse' && message.startsWith('expected JSON'))) return;
        problems.push({
          message: `expected JSON: ${errors[error] ?? 'a value'}`,
          span: span(offset, offset + length),
          kind: 'parse',
        });
      },
    },
    { disallowComments: !comments, allowTrailingComma: comments },
  );
  while (stack.length > 0) close(text.length);
  return { tree: root, comments: found, problems };
}

// Numbers of jsonc-parser's ParseErrorCode.
const errors: { readonly [code: number]: string } = {
  1: 'a value that JSON knows',
  2: 'a number',
  3: 'the name of a property',
  4: 'a value',
  5: 'a colon',
  6: 'a comma',
  7: 'a closing brace',
  8: 'a closing bracket',
  9: 'the end of the file',
  10: 'no comment here',
  11: 'the end of the comment',
  12: 'a closing quote',
  13: 'a whole number',
  14: 'a valid \\u escape',
  15: 'a valid escape',
  16: 'a character that JSON allows',
};

/** Where the text nests too deep for a parser that calls itself. */
function depthOver(text: string): number | undefined {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === '"') {
      for (at++; at < text.length && text[at] !== '"' && text[at] !== '\n'; at++) if (text[at] === '\\') at++;
    } else if (char === '{' || char === '[') {
      if (++depth > deepest) return at;
    } else if (char === '}' || char === ']') depth--;
  }
  return undefined;
}
