import { parse, type ParserPlugin } from '@babel/parser';
import type { Span } from '../../model/place.ts';
import type { SyntaxProblem } from '../parsed.ts';

type File = ReturnType<typeof parse>;

// The types of the tree, as the parser gives them.
export type Statement = File['program']['body'][number];
export type Expression = Extract<Statement, { type: 'ExpressionStatement' }>['expression'];
export type ClassNode =
  | Extract<Statement, { type: 'ClassDeclaration' }>
  | Extract<Expression, { type: 'ClassExpression' }>;
export type FunctionNode =
  | Extract<Statement, { type: 'FunctionDeclaration' }>
  | Extract<Expression, { type: 'FunctionExpression' | 'ArrowFunctionExpression' }>
  | Extract<ClassNode['body']['body'][number], { type: 'ClassMethod' | 'ClassPrivateMethod' }>
  | Extract<Extract<Expression, { type: 'ObjectExpression' }>['properties'][number], { type: 'ObjectMethod' }>;
export type Parameter = FunctionNode['params'][number];

export interface SourceNode {
  type: string;
  loc?: { start: Position; end: Position } | null | undefined;
}

interface Position {
  line: number;
  column: number;
}

export interface SourceFile {
  statements: readonly Statement[];
  comments: readonly { text: string; span: Span }[];
  problems: readonly SyntaxProblem[];
}

/** TypeScript and JavaScript. What can't be read is a problem, and the rest of the file is read if it can be. */
export function parseTypeScript(text: string, path: string): SourceFile {
  const plugins: ParserPlugin[] = ['decorators', 'typescript'];
  if (/\.[jt]sx$/.test(path) || /\.[cm]?js$/.test(path)) plugins.push('jsx');
  try {
    const file = parse(text, {
      sourceType: 'unambiguous',
      errorRecovery: true,
      allowReturnOutsideFunction: true,
      allowAwaitOutsideFunction: true,
      plugins,
    });
    return {
      statements: file.program.body,
      comments: (file.comments ?? []).map((comment) => ({ text: comment.value.trim(), span: spanOf(comment) })),
      problems: [],
    };
  } catch (error) {
    return { statements: [], comments: [], problems: [problemOf(error)] };
  }
}

/** Columns of the parser count from 0. */
export const spanOf = ({ loc }: Pick<SourceNode, 'loc'>): Span =>
  loc
    ? {
        startLine: loc.start.line,
        startColumn: loc.start.column + 1,
        endLine: loc.end.line,
        endColumn: loc.end.column + 1,
      }
    : { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };

function problemOf(error: unknown): SyntaxProblem {
  if (error instanceof RangeError)
    return {
      kind: 'too-deep',
      message: 'This program is nested too deeply to be read. Split the expression into several.',
      span: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 },
    };
  const loc = (error as { loc?: Position }).loc ?? { line: 1, column: 0 };
  const message = error instanceof Error ? error.message.replace(/\s*\(\d+:\d+\)$/, '') : 'it is no TypeScript';
  return {
    kind: 'parse',
    message: `This is no TypeScript or JavaScript: ${message}`,
    span: { startLine: loc.line, startColumn: loc.column + 1, endLine: loc.line, endColumn: loc.column + 1 },
  };
}
