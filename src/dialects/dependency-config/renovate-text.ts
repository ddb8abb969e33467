/**
 * JSON5 as YAML's flow style, which knows its bare keys, single quotes and trailing commas: only comments and tabs have
 * to go. Every character keeps its place.
 */
export function asFlowYaml(text: string): string {
  let out = '';
  let at = 0;
  const blank = (from: string) => from.replace(/[^\n]/g, ' ');
  while (at < text.length) {
    const char = text[at]!;
    if (char === '"' || char === "'") {
      const end = endOfString(text, at);
      out += text.slice(at, end);
      at = end;
    } else if (char === '/' && (text[at + 1] === '/' || text[at + 1] === '*')) {
      const close = text[at + 1] === '/' ? text.indexOf('\n', at) : text.indexOf('*/', at + 2) + 2;
      const end = close < at + 2 ? text.length : close;
      out += blank(text.slice(at, end));
      at = end;
    } else {
      out += char === '\t' ? ' ' : char;
      at++;
    }
  }
  return out;
}

function endOfString(text: string, start: number): number {
  const quote = text[start];
  let at = start + 1;
  while (at < text.length && text[at] !== quote && text[at] !== '\n') at += text[at] === '\\' ? 2 : 1;
  return Math.min(at + 1, text.length);
}
