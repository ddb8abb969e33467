import type { Value } from '../../../model/value.ts';
import { limits } from '../budget.ts';
import { firstUnknown, toData, type Data } from '../deep.ts';
import { jsonAt } from '../json-text.ts';
import { string, unknown, withMarks } from '../values.ts';
import {
  allMarks,
  plain,
  shallow,
  text,
  whenKnown,
  wrong,
  type CallSite,
  type FunctionDefinition,
} from './definition.ts';
import { encodeJson } from './json.ts';
import { decodeYaml, encodeYaml } from './yaml.ts';

/** https://developer.hashicorp.com/terraform/language/functions#encoding-functions */
export const encodingFunctions: Record<string, FunctionDefinition> = {
  base64decode: plain(1, 1, ([s]) => utf8(fromBase64(text(s)))),
  base64encode: plain(1, 1, ([s]) => Buffer.from(text(s)).toString('base64')),
  base64gunzip: plain(1, 1, ([s]) => gunzipped(text(s))),
  // What gzip gives differs between implementations, and no rule reads it.
  base64gzip: shallow(1, 1, (args, site) =>
    withMarks(
      unknown({ code: 'not-evaluated', subject: 'base64gzip()', settledBy: 'a plan (terraform show -json)' }, site.at),
      allMarks(args, site),
    ),
  ),
  csvdecode: plain(1, 1, ([s]) => csv(text(s))),
  jsondecode: shallow(1, 1, ([s], site) => decodeJson(s!, site)),
  jsonencode: shallow(1, 1, ([value], site) => jsonOf(value!, site)),
  textdecodebase64: plain(2, 2, ([s, encoding]) =>
    new TextDecoder(encodingName(text(encoding))).decode(fromBase64(text(s))),
  ),
  textencodebase64: plain(2, 2, ([s, encoding]) =>
    encodeText(text(s), encodingName(text(encoding))).toString('base64'),
  ),
  urldecode: plain(1, 1, ([s]) => {
    try {
      return decodeURIComponent(text(s).replaceAll('+', ' '));
    } catch {
      throw wrong('text in URL encoding');
    }
  }),
  urlencode: plain(1, 1, ([s]) =>
    encodeURIComponent(text(s))
      .replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
      .replaceAll('%20', '+'),
  ),
  yamldecode: shallow(1, 1, ([s], site) => whenKnown([s!], site, ([source]) => decodeYaml(text(source), s!.at))),
  yamlencode: plain(1, 1, ([value]) => encodeYaml(value!)),
};

function fromBase64(value: string): Buffer {
  // https://pkg.go.dev/encoding/base64 passes over line ends, and wants the padding.
  const joined = value.replace(/[\r\n]/g, '');
  if (joined.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(joined)) throw wrong('text in Base64');
  return Buffer.from(joined, 'base64');
}

function utf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw wrong('Base64 of text in UTF-8');
  }
}

function gunzipped(value: string): string {
  try {
    // Not imported: most programs would wait for it and never call this.
    const { gunzipSync } = process.getBuiltinModule('node:zlib');
    return utf8(gunzipSync(fromBase64(value), { maxOutputLength: limits.textLength }));
  } catch {
    throw wrong('Base64 of gzip data');
  }
}

function encodingName(name: string): string {
  const known = /^utf-?8$/i.test(name)
    ? 'utf-8'
    : /^utf-?16(?:-?le)?$/i.test(name)
      ? 'utf-16le'
      : /^(?:us-ascii|iso-8859-1|latin1|windows-1252)$/i.test(name)
        ? 'latin1'
        : undefined;
  if (!known) throw wrong('UTF-8, UTF-16LE or ISO-8859-1 as the encoding');
  return known;
}

const encodeText = (value: string, encoding: string): Buffer =>
  Buffer.from(value, encoding === 'utf-16le' ? 'utf16le' : encoding === 'latin1' ? 'latin1' : 'utf8');

function decodeJson(source: Value, site: CallSite): Value {
  if ((source.type === 'string' || source.type === 'unknown') && source.json)
    return withMarks(source.json, allMarks([source], site));
  return whenKnown([source], site, ([data]) => {
    const tree = jsonAt(text(data), source.at);
    if (tree) return tree;
    throw wrong('JSON');
  });
}

/** The text where all is known; in any case the tree it is made from, with its places. */
function jsonOf(value: Value, site: CallSite): Value {
  const marks = allMarks([value], site);
  if (value.type === 'unknown') return 'failed' in value ? value : withMarks({ ...value, at: site.at }, marks);
  const open = firstUnknown(value, site.budget);
  if (!open) return withMarks({ ...string(encodeJson(toData(value, site.budget)), site.at), json: value }, marks);
  return withMarks({ ...unknown(open.reason, site.at), json: value }, marks);
}

function csv(source: string): Data {
  const rows = csvRows(source);
  const [header, ...rest] = rows;
  if (!header) throw wrong('CSV with a header line');
  if (new Set(header).size < header.length) throw wrong('a header line that names each column once');
  return rest.map((row) => {
    if (row.length !== header.length) throw wrong('as many fields in each line as in the header');
    return new Map(header.map((name, i): [string, Data] => [name, row[i]!]));
  });
}

/** https://datatracker.ietf.org/doc/html/rfc4180 */
function csvRows(source: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy;
  for (let at = 0; at < source.length;) {
    if (row.length === 0 && /^\r?\n/.test(source.slice(at, at + 2))) {
      at += source[at] === '\r' ? 2 : 1;
      continue;
    }
    field.lastIndex = at;
    const found = field.exec(source);
    if (!found) throw wrong('CSV as in RFC 4180');
    row.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    at = field.lastIndex;
    if (found[3] !== ',') {
      rows.push(row);
      row = [];
    } else if (at >= source.length) row.push('');
  }
  if (row.length > 0) rows.push(row);
  return rows;
}
