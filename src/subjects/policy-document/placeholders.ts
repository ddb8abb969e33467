import type { FilePlace } from '../../model/place.ts';
import type { MarkdownTree } from '../../parse/markdown/tree.ts';

interface Placeholder {
  text: string;
  at: FilePlace;
}

// What templates leave to fill in. Upper case where the word has another use ("todo" in a sentence).
const marks =
  /\b(?:TODO|TBD|TBC|FIXME|XXX)\b|lorem ipsum|\{\{[^{}\n]{0,80}\}\}|\[[A-Z][A-Z0-9]*(?:[_ ][A-Z0-9]+)*_[A-Z0-9]+\](?![([:])|\[[^\][\n]{1,100}?\be\.g\.[^\][\n]{0,100}\](?![([:])|\[(?:insert|enter|replace|fill|add|list|set|specif(?:y|ic)|describe|provide|identify|define|choose|select|state|persons?|people|job|amount|day|month|year|location|your|company|organi[sz]ation|org|client|customer|business|name|date|role|title|department|owner|approver|e-?mail|phone|address|contact|number|version|system|tool|vendor|xx+|tbd|todo)\b[^\][\n]{0,300}\](?![([:])|<(?:insert|enter|your|company|organi[sz]ation)\b[^<>\n]{0,60}>|\bYYYY-MM-DD\b|\b(?:MM\/DD|DD\/MM)\/YYYY\b|^\W*(?:template )?coming soon\W*$/gim;
// `[company_name]` is a name in code, `[COMPANY_NAME]` a place to fill in.
const inCapitals = /^\[\w+(?:[_ ]\w+)*_\w+\]$/;
const anyCase = /^(?:lorem|\{|\[|<|\W*(?:template )?coming)/i;

/** The places that are left to fill in, in front matter and text, code left out. */
export function placeholdersIn(tree: MarkdownTree, lines: readonly string[], file: string): Placeholder[] {
  const front = tree.frontMatter?.span;
  return tree.prose.flatMap((prose, i) => {
    const inFront = front && i + 1 >= front.startLine && i + 1 <= front.endLine;
    // A comment in front matter explains what to fill in.
    const line = inFront ? (lines[i] ?? '').replace(/(?:^|\s)#.*$/, '') : prose;
    return [...line.matchAll(marks)]
      .filter(([text]) => (anyCase.test(text) && !inCapitals.test(text)) || text === text.toUpperCase())
      .filter(([text]) => !/e\.g\./i.test(text) || /^\[(?:\p{Lu}|insert|list|specify)/u.test(text))
      .map(({ index, 0: text }): Placeholder => {
        const startColumn = index + (text.length - text.trimStart().length) + 1;
        return {
          text: text.trim().replace(/^#+\s*/, ''),
          at: {
            file,
            span: { startLine: i + 1, startColumn, endLine: i + 1, endColumn: startColumn + text.trim().length },
          },
        };
      });
  });
}
