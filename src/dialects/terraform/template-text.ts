import type { Expression, TemplatePart } from '../../parse/hcl/ast.ts';
import { parseHcl } from '../../parse/hcl/parse.ts';
import type { Span } from '../../model/place.ts';

// Stands behind the text, so that a strip marker at its end does not take the line end that a heredoc needs.
const end = '\ue002';

/** How many lines the parts of a parsed template stand below the lines of its text. */
export const headLines = 1;

/**
 * The parts of a template that is a text of its own: a file for `templatefile`, a string of the JSON syntax. A heredoc
 * has exactly such a text in it: no escapes, only sequences. Undefined where it can't be read.
 */
export function parseTemplate(text: string): readonly TemplatePart[] | undefined {
  let word = 'TEMPLATE';
  while (text.includes(word)) word += '_';
  const { tree, problems } = parseHcl(`template = <<${word}\n${text}${end}\n${word}\n`);
  const value = tree.attributes[0]?.value;
  if (problems.length > 0 || !value) return undefined;
  if (value.type === 'literal') {
    const content = String(value.value).slice(0, -2);
    return content === ''
      ? []
      : [
          {
            type: 'text',
            value: content,
            span: { ...value.span, startLine: value.span.startLine + headLines, startColumn: 1 },
          },
        ];
  }
  if (value.type !== 'template') return undefined;
  return value.parts.flatMap((part, i): TemplatePart[] => {
    if (i !== value.parts.length - 1 || part.type !== 'text') return [part];
    const content = part.value.slice(0, -2);
    return content === '' ? [] : [{ ...part, value: content }];
  });
}

/** The expression that a string of the JSON syntax is, standing at `span` with all that is in it. */
export function templateExpression(text: string, span: Span): Expression {
  if (!text.includes('${') && !text.includes('%{')) return { type: 'literal', value: text, span };
  const parts = parseTemplate(text);
  if (!parts) return { type: 'invalid', span };
  if (parts.length === 1 && parts[0]!.type === 'text') return { type: 'literal', value: parts[0]!.value, span };
  return { type: 'template', parts: at(parts, span), span };
}

/** The same tree with every place in it replaced. */
function at<T>(tree: T, span: Span): T {
  if (Array.isArray(tree)) return tree.map((item: unknown) => at(item, span)) as T;
  if (typeof tree !== 'object' || tree === null) return tree;
  return Object.fromEntries(
    Object.entries(tree).map(([name, value]) => [
      name,
      name === 'span' || name === 'nameSpan' ? span : at(value, span),
    ]),
  ) as T;
}
