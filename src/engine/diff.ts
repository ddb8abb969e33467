/** What a change does to files, by the names of the new tree. */
export interface Changes {
  /** Lines that it adds or alters. */
  lines: ReadonlyMap<string, readonly { from: number; to: number }[]>;
  /** From the former names of files to the new ones. */
  renamed: ReadonlyMap<string, string>;
}

/** Reads a unified diff without context (`git diff --unified=0`). Deleted lines mark the line they stood before. */
export function changesOf(diff: string | null): Changes | null {
  if (diff === null) return null;
  const lines = new Map<string, { from: number; to: number }[]>();
  const renamed = new Map<string, string>();
  let file: string | undefined;
  let former: string | undefined;
  let inHunk = 0;
  for (const line of diff.split('\n')) {
    // A line of a file may look like a header: the counts of its hunk say that it is none.
    if (inHunk > 0 && /^[-+]/.test(line)) inHunk--;
    else if (line.startsWith('diff --git ')) {
      file = former = undefined;
      inHunk = 0;
    } else if (line.startsWith('rename from ')) former = nameIn(line.slice(12));
    else if (line.startsWith('rename to ') && former !== undefined) renamed.set(former, nameIn(line.slice(10)));
    else if (line.startsWith('+++ ')) file = pathOf(line.slice(4));
    else if (line.startsWith('@@')) {
      const [, removed = '1', start = '0', added = '1'] = hunk.exec(line) ?? [];
      inHunk = Number(removed) + Number(added);
      if (file === undefined) continue;
      const from = Math.max(1, Number(start));
      const there = lines.get(file) ?? [];
      there.push({ from, to: from + Math.max(1, Number(added)) - 1 });
      lines.set(file, there);
    }
  }
  return { lines, renamed };
}

const hunk = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;

/** `b/infra/main.tf`, `"b/a \"name\".tf"` with C escapes, `/dev/null`. */
function pathOf(text: string): string | undefined {
  const name = text.replace(/\t$/, '').replace(/\r$/, '');
  return name === '/dev/null' ? undefined : nameIn(name).replace(/^b\//, '');
}

const nameIn = (text: string): string => (text.startsWith('"') ? unquoted(text) : text);

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
