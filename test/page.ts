import type { Files } from '../src/dialects/dialect.ts';

/** One `### Fails: …`, `### Passes: …` or `### Unknown: …` section of a rule's page: a small repository. */
export interface Example {
  verdict: 'fail' | 'pass' | 'unknown';
  title: string;
  files: ReadonlyMap<string, string>;
  /** What the forge answers to which path, where it is asked: fences with `json GET /repos/…`. */
  answers: ReadonlyMap<string, unknown>;
  /** When git says that files were changed last: a fence with `text git log`, a day and a path a line. */
  changes: ReadonlyMap<string, string>;
  /** Where the finding has to point. */
  lines: readonly { file: string; line: number }[];
  asOf: string;
}

const verdicts = { Fails: 'fail', Passes: 'pass', Unknown: 'unknown' } as const;
const marker = /(?:#|\/\/|<!--)\s*fails here\b/;

/** The examples of a page, in its order. Throws where a section can't be run, so that no example is left out. */
export function examplesOf(page: string): Example[] {
  const sections = page.split(/^### (?=(?:Fails|Passes|Unknown)\b)/m).slice(1);
  return sections.map((section) => {
    const [heading = '', ...lines] = section.split('\n');
    const body = cutAtHeading(lines).join('\n');
    const word = heading.split(/[:\s]/)[0] as keyof typeof verdicts;
    const files = new Map<string, string>();
    const answers = new Map<string, unknown>();
    const changes = new Map<string, string>();
    const marked: { file: string; line: number }[] = [];
    for (const [, , info = '', content = ''] of body.matchAll(/^(`{3,})(.*)\n([\s\S]*?)^\1\s*$/gm)) {
      const [, path, asked] = info.trim().split(/\s+/);
      if (!path) throw new Error(`${heading}: a fence without a path in its info string: ${info}`);
      if (path === 'GET' && asked !== undefined) {
        answers.set(asked, JSON.parse(content));
        continue;
      }
      if (path === 'git' && asked === 'log') {
        for (const line of content.trim().split('\n')) changes.set(line.slice(11), line.slice(0, 10));
        continue;
      }
      files.set(path, content);
      content.split('\n').forEach((line, index) => {
        if (marker.test(line)) marked.push({ file: path, line: index + 1 });
      });
    }
    if (files.size === 0) throw new Error(`${heading}: no file in this example`);
    const asOf = /as of (\d{4}-\d{2}-\d{2})/.exec(heading)?.[1] ?? '2026-11-22';
    return { verdict: verdicts[word], title: heading.trim(), files, answers, changes, lines: marked, asOf };
  });
}

/** Up to the next heading of level 2 or 3 that is not inside of a fence. */
function cutAtHeading(lines: readonly string[]): string[] {
  let fence = '';
  const end = lines.findIndex((line) => {
    const ticks = /^`{3,}/.exec(line)?.[0];
    if (ticks) fence = fence === '' ? ticks : line.trim() === fence ? '' : fence;
    return fence === '' && /^#{1,3} /.test(line);
  });
  return end < 0 ? [...lines] : lines.slice(0, end);
}

/** A tree in memory. */
export function filesOf(texts: ReadonlyMap<string, string>): Files {
  const encoder = new TextEncoder();
  const paths = [...texts.keys()].sort();
  return {
    list: () => paths,
    read: (path) => {
      const text = texts.get(path);
      return text === undefined ? undefined : encoder.encode(text);
    },
  };
}
