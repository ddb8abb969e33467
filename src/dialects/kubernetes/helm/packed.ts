import { gunzipSync } from 'node:zlib';

const largestArchive = 20_000_000;
const largestFile = 1_000_000;
const mostFiles = 3_000;

/**
 * The texts in a packed chart (tar in gzip) by their paths, all below one folder with the chart's name; undefined where it can't
 * be read. https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html#tag_20_94_13_06
 */
export function unpacked(bytes: Uint8Array): ReadonlyMap<string, string> | undefined {
  let tar: Buffer;
  try {
    tar = gunzipSync(bytes, { maxOutputLength: largestArchive });
  } catch {
    return undefined;
  }
  const files = new Map<string, string>();
  let longName: string | undefined;
  for (let at = 0; at + 512 <= tar.length && files.size < mostFiles;) {
    const header = tar.subarray(at, at + 512);
    if (header.every((byte) => byte === 0)) break;
    const size = Number.parseInt(field(header, 124, 12).trim() || '0', 8);
    if (!Number.isInteger(size) || size < 0 || at + 512 + size > tar.length) return undefined;
    const content = tar.subarray(at + 512, at + 512 + size);
    const type = String.fromCharCode(header[156]!);
    at += 512 + Math.ceil(size / 512) * 512;
    if (type === 'L') longName = content.toString('utf8').replace(/\0.*$/s, '');
    else if (type === 'x') longName = /(?:^|\n)\d+ path=([^\n]*)\n/.exec(content.toString('utf8'))?.[1] ?? longName;
    else {
      const path = (longName ?? nameIn(header)).replace(/^(?:\.\/)+/, '');
      longName = undefined;
      const isInside = !path.startsWith('/') && !path.split('/').includes('..');
      if ((type === '0' || type === '\0') && isInside && size <= largestFile) files.set(path, content.toString('utf8'));
    }
  }
  return files.size > 0 ? files : undefined;
}

const field = (header: Buffer, start: number, length: number): string =>
  header.toString('latin1', start, start + length).replace(/\0.*$/s, '');

function nameIn(header: Buffer): string {
  const [name, prefix] = [
    [0, 100],
    [345, 155],
  ].map(([start, length]) => header.toString('utf8', start, start! + length!).replace(/\0.*$/s, ''));
  return field(header, 257, 5) === 'ustar' && prefix ? `${prefix}/${name}` : name!;
}
