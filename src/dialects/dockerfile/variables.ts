/** Variables in the order they were set; undefined: it has no value in the file. */
export type Variables = ReadonlyMap<string, string | undefined>;

export interface Filled {
  text: string;
  /** The first variable without a value. */
  open: string | undefined;
}

/** Fills in variables: `$A`, `${A}`, `${A:-b}`, `${A:+b}`. https://docs.docker.com/reference/dockerfile/#environment-replacement */
export function filled(text: string, variables: Variables): Filled {
  let open: string | undefined;
  const result = text.replace(
    /\\\$|\$(?:(\w+)|\{(\w+)(?:(:?[-+])((?:[^{}\\]|\\.)*))?\})/g,
    (whole: string, plain?: string, braced?: string, how?: string, other = '') => {
      const name = plain ?? braced;
      if (name === undefined) return '$';
      const value = variables.get(name);
      if (how?.endsWith('+')) return value ? other : '';
      if (value !== undefined && (value !== '' || !how?.startsWith(':'))) return value;
      if (how?.endsWith('-')) return other;
      open ??= name;
      return whole;
    },
  );
  return { text: result, open };
}

/** The names and values that ENV or ARG sets: `A=1 B="2 3"`, or the old form `A 1 2`. */
export function assignments(rest: string): { name: string; value: string | undefined; start: number; end: number }[] {
  const found: { name: string; value: string | undefined; start: number; end: number }[] = [];
  const old = /^\s*([\w.-]+)\s+([^=\s][^]*)$/.exec(rest);
  if (old && !/^\s*[\w.-]+\s*=/.test(rest))
    return [{ name: old[1]!, value: unquoted(old[2]!.trim()), start: rest.search(/\S/), end: rest.trimEnd().length }];
  const pattern = /([\w.-]+)(?:=((?:"(?:[^"\\]|\\[^])*"|'[^']*'|\\[^]|[^\s"'\\])*))?/g;
  for (const match of rest.matchAll(pattern)) {
    const [whole, name = '', value] = match;
    found.push({
      name,
      value: value === undefined ? undefined : unquoted(value),
      start: match.index,
      end: match.index + whole.length,
    });
  }
  return found;
}

const unquoted = (text: string): string =>
  text.replace(/"((?:[^"\\]|\\[^])*)"|'([^']*)'|\\([^])/g, (_, double?: string, single?: string, escaped?: string) =>
    double !== undefined ? double.replace(/\\(["\\$])/g, '$1') : (single ?? escaped ?? ''),
  );
