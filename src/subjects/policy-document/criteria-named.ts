import type { PolicyDocument } from '../../dialects/documents/model.ts';
import type { Passage } from '../../model/kinds/policy-document.ts';

// In a text, `A1.4` or `P4.2` may be the number of a section: ids without two letters count on lines about criteria only.
const sure = /(?<![\w.-])(?:CC|PI|PP)\d{1,2}\.\d{1,2}(?![\w]|\.\d)/g;
const all = /(?<![\w.-])(?:CC|PI|PP|A|C|P)\d{1,2}\.\d{1,2}(?![\w]|\.\d)/g;
const about = /\b(?:criteri(?:a|on)|tsc|soc ?2|trust services)\b/i;

/** Ids of criteria in its front matter and its text. */
export function criteriaNamed({ metadata, tree, path }: PolicyDocument): Passage[] {
  const inText = tree.prose.flatMap((line, i) =>
    [...line.matchAll(about.test(line) ? all : sure)].map(({ index, 0: id }): Passage => ({
      text: id,
      at: {
        file: path,
        span: { startLine: i + 1, startColumn: index + 1, endLine: i + 1, endColumn: index + id.length + 1 },
      },
    })),
  );
  return [...metadata.criteria, ...inText];
}
