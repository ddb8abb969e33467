import type { PolicyDocument } from '../../dialects/documents/model.ts';

const counted = new WeakMap<PolicyDocument, number>();

/** How many words of text a document has. */
export function wordsOf(document: PolicyDocument): number {
  let words = counted.get(document);
  if (words === undefined) {
    const texts = document.tree.blocks.map(({ text }) => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu)?.length ?? 0);
    counted.set(document, (words = texts.reduce((sum, count) => sum + count, 0)));
  }
  return words;
}
