import { amount, at, longest, made, text, word, type Call, type Function } from './arguments.ts';
import {
  bool,
  dict,
  known,
  ordered,
  printed,
  real,
  string,
  textOf,
  viaOf,
  whole,
  wrongUse,
  type Data,
  type Dict,
} from './data.ts';
import { spend, Stop, type Budget } from '../../terraform/budget.ts';
import { change } from './texts.ts';
import { versionIn } from './semver.ts';

// What charts use less often: https://masterminds.github.io/sprig/

/** Words in lines that are no longer than asked for, where no word is. */
function wrapped(source: string, width: number, between: string): string {
  const lines: string[] = [];
  let line = '';
  for (const part of source.split(' ')) {
    if (line !== '' && line.length + 1 + part.length > width) {
      lines.push(line);
      line = part;
    } else line = line === '' ? part : `${line} ${part}`;
  }
  return [...lines, line].join(between);
}

function sequence(args: readonly Data[], call: Call): Data {
  const [a = 0, b, c] = args.map((_, i) => Math.trunc(amount(args, i, call)));
  const end = c ?? b ?? a;
  const start = b === undefined ? 1 : a;
  const step = c === undefined ? (end < start ? -1 : 1) : b!;
  if (step === 0 || (end - start) / step < 0) return string('');
  const count = Math.floor((end - start) / step) + 1;
  spend(call.budget, count);
  return string(Array.from({ length: count }, (_, i) => start + i * step).join(' '));
}

function cleaned(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '..' || !path.startsWith('/')) parts.push(part);
  }
  return `${path.startsWith('/') ? '/' : ''}${parts.join('/')}` || '.';
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function base32(source: string): string {
  const bits = [...Buffer.from(source, 'utf8')].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const coded = (bits.match(/.{1,5}/g) ?? []).map((part) => letters[Number.parseInt(part.padEnd(5, '0'), 2)]).join('');
  return coded.padEnd(Math.ceil(coded.length / 8) * 8, '=');
}

function fromBase32(source: string): string {
  const bits = [...source.replace(/=+$/, '')]
    .map((letter) => Math.max(0, letters.indexOf(letter)).toString(2).padStart(5, '0'))
    .join('');
  const bytes = (bits.match(/.{8}/g) ?? []).map((part) => Number.parseInt(part, 2));
  return Buffer.from(bytes).toString('utf8');
}

function adler32(source: string): string {
  let [a, b] = [1, 0];
  for (const byte of Buffer.from(source, 'utf8')) {
    a = (a + byte) % 65_521;
    b = (b + a) % 65_521;
  }
  return String(b * 65_536 + a);
}

/** JSON over several lines. */
function pretty(data: Data, budget: Budget, depth = 0): string {
  spend(budget);
  if (depth > 100) throw new Stop('too-large', 'less depth');
  if (data.type !== 'list' && data.type !== 'map')
    return data.type === 'string'
      ? JSON.stringify(known(data))
      : data.type === 'nil'
        ? 'null'
        : known(printed(data, budget));
  const inner = ordered(data).map(
    ([key, item]) => `${typeof key === 'string' ? `${JSON.stringify(key)}: ` : ''}${pretty(item, budget, depth + 1)}`,
  );
  const [open, close] = data.type === 'list' ? ['[', ']'] : ['{', '}'];
  if (inner.length === 0) return open + close;
  const space = '  '.repeat(depth + 1);
  const result = `${open}\n${inner.map((line) => space + line).join(',\n')}\n${'  '.repeat(depth)}${close}`;
  if (result.length > longest) throw new Stop('too-large', 'a shorter text');
  return result;
}

const addressParts = /^(?:([a-z][a-z\d+.-]*):)?(?:\/\/(?:([^/?#@]*)@)?([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/is;

function parsedAddress(args: readonly Data[], call: Call): Dict {
  const [, scheme = '', userinfo = '', host = '', path = '', query = '', fragment = ''] =
    addressParts.exec(word(args, 0, call)) ?? [];
  const hostname = host.replace(/:\d*$/, '');
  const parts = { scheme, userinfo, host, hostname, path, query, fragment, opaque: '' };
  return dict(Object.entries(parts).map(([key, part]) => [key, made([args[0]!], part)] as const));
}

function joinedAddress(args: readonly Data[], call: Call): Data {
  const parts = at(args, 0, call);
  if (parts.type !== 'map') throw wrongUse(call.name, 'a map');
  const part = (key: string, before: string, after = ''): string => {
    const value = parts.entries.get(key);
    const found = value ? known(printed(value, call.budget)) : '';
    return found === '' ? '' : before + found + after;
  };
  return made(
    [...parts.entries.values()],
    part('scheme', '', '://') +
      part('userinfo', '', '@') +
      part('host', '') +
      part('path', '') +
      part('query', '?') +
      part('fragment', '#'),
  );
}

function version(args: readonly Data[], call: Call): Data {
  const written = word(args, 0, call);
  const found = versionIn(written);
  if (!found) throw wrongUse(call.name, 'a version');
  const [major = 0, minor = 0, patch = 0] = found.numbers;
  const metadata = /\+(.*)$/.exec(written)?.[1] ?? '';
  return {
    ...dict([
      ['Major', whole(major)],
      ['Minor', whole(minor)],
      ['Patch', whole(patch)],
      ['Prerelease', string(found.before)],
      ['Metadata', string(metadata)],
      ['Original', made([args[0]!], written)],
    ]),
  };
}

const amounts =
  (compute: (...all: number[]) => number): Function =>
  (args, call) =>
    real(compute(...args.map((_, i) => amount(args, i, call))));

const marks: { readonly [mark: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&#34;',
  "'": '&#39;',
};

export const lessOften: { readonly [name: string]: Function } = {
  abbrev: (args, call) => {
    const [width, source] = [amount(args, 0, call), word(args, 1, call)];
    return width < 4 || source.length <= width
      ? text(args, 1, call)
      : made([args[1]!], `${source.slice(0, width - 3)}...`);
  },
  initials: change((source) =>
    source
      .split(/\s+/)
      .map((part) => part[0] ?? '')
      .join(''),
  ),
  swapcase: change((source) =>
    source.replace(/\p{L}/gu, (letter) =>
      letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase(),
    ),
  ),
  plural: (args, call) => (amount(args, 2, call) === 1 ? text(args, 0, call) : text(args, 1, call)),
  wrap: (args, call) => made([args[1]!], wrapped(word(args, 1, call), amount(args, 0, call), '\n')),
  wrapWith: (args, call) => made([args[2]!], wrapped(word(args, 2, call), amount(args, 0, call), word(args, 1, call))),
  trimall: (args, call) => {
    const marks = word(args, 0, call);
    const source = word(args, 1, call);
    let [start, end] = [0, source.length];
    while (start < end && marks.includes(source[start]!)) start++;
    while (end > start && marks.includes(source[end - 1]!)) end--;
    return made([args[1]!], source.slice(start, end));
  },
  seq: sequence,
  biggest: (args, call) => whole(Math.max(...args.map((_, i) => Math.trunc(amount(args, i, call))))),
  maxf: amounts(Math.max),
  minf: amounts(Math.min),
  clean: change(cleaned),
  osClean: change(cleaned),
  isAbs: (args, call) => bool(word(args, 0, call).startsWith('/')),
  osIsAbs: (args, call) => bool(word(args, 0, call).startsWith('/')),
  b32enc: change(base32),
  b32dec: change(fromBase32),
  adler32sum: change(adler32),
  toPrettyJson: (args, call) => textOf([{ text: pretty(at(args, 0, call), call.budget), via: viaOf(args[0]!) }]),
  urlParse: parsedAddress,
  urlJoin: joinedAddress,
  urlquery: change((source) =>
    encodeURIComponent(source.replace(/\p{Cs}/gu, '\ufffd'))
      .replaceAll('%20', '+')
      .replace(/[!'()*]/g, (mark) => `%${mark.codePointAt(0)!.toString(16).toUpperCase()}`),
  ),
  html: change((source) => source.replace(/[&<>"']/g, (mark) => marks[mark]!)),
  semver: version,
};
