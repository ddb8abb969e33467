/** A paragraph, or a list that may be cut: `more` says how many entries are missing. */
export type Part =
  | string
  | { before?: string; items: readonly string[]; between: string; after?: string; more: (missing: number) => string };

const bytes = (text: string): number => Buffer.byteLength(text);
const paragraphEnd = '\n\n';

/** Joins the parts within so many bytes. Lists give way, the last ones first; a list that is cut says so. */
export function fitted(parts: readonly Part[], limit: number): string {
  const shown = parts.filter((part) => (typeof part === 'string' ? part !== '' : part.items.length > 0));
  const frameOf = (part: Part) =>
    typeof part === 'string'
      ? bytes(part)
      : bytes(`${part.before ?? ''}${part.after ?? ''}${part.between}${part.more(part.items.length)}`);
  let left = limit - shown.reduce((sum, part) => sum + frameOf(part) + paragraphEnd.length, 0);
  const written = shown.map((part) => {
    if (typeof part === 'string') return part;
    const { before = '', items, between, after = '', more } = part;
    let kept = 0;
    for (const item of items) {
      const size = bytes(item) + bytes(between);
      if (size > left) break;
      left -= size;
      kept++;
    }
    const lines = kept < items.length ? [...items.slice(0, kept), more(items.length - kept)] : items;
    return before + lines.join(between) + after;
  });
  return `${written.join(paragraphEnd)}\n`;
}
