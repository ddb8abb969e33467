/** Lines that a change adds or alters, by file of the new tree. */
export type ChangedLines = ReadonlyMap<string, readonly { from: number; to: number }[]>;

/** Reads a unified diff without context (`git diff --unified=0`). Deleted lines mark the line they stood before. */
export function changedLines(diff: string | null): ChangedLines | null {
  if (diff === null) return null;
  const changes = new Map<string, { from: number; to: number }[]>();
  let file: string | undefined;
  for (const line of diff.split('\n')) {
    if (line.startsWith('diff --git ')) file = undefined;
    else if (line.startsWith('+++ ')) file = pathOf(line.slice(4));
    else if (line.startsWith('@@') && file !== undefined) {
      const [, start = '0', count = '1'] = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@/.exec(line) ?? [];
      const from = Math.max(1, Number(start));
      const there = changes.get(file) ?? [];
      there.push({ from, to: from + Math.max(1, Number(count)) - 1 });
      changes.set(file, there);
    }
  }
  return changes;
}

/** `b/infra/main.tf`, `"b/a \"name\".tf"` with C escapes, `/dev/null`. */
function pathOf(text: string): string | undefined {
  const name = text.replace(/\t$/, '').replace(/\r$/, '');
  if (name === '/dev/null') return undefined;
  return (name.startsWith('"') ? unquoted(name) : name).replace(/^b\//, '');
}

const escapes: { readonly [letter: string]: number } = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13 };

function unquoted(name: string): string {
  const bytes: number[] = [];
  const inner = Buffer.from(name.slice(1, -1), 'utf8');
  for (let i = 0; i < inner.length; i++) {
    if (inner[i] !== 0x5c) {
      bytes.push(inner[i]!);
      continue;
    }
    const octal = /^[0-7]{3}/.exec(inner.subarray(i + 1, i + 4).toString('latin1'))?.[0];
    const letter = String.fromCharCode(inner[i + 1] ?? 0x5c);
    bytes.push(octal ? Number.parseInt(octal, 8) : (escapes[letter] ?? letter.charCodeAt(0)));
    i += octal ? 3 : 1;
  }
  return Buffer.from(bytes).toString('utf8');
}
