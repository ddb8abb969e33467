import type { FilePlace } from '../../model/place.ts';
import type { DialectContext } from '../dialect.ts';

/** Characters that make text look other than it is read by machines. */
export interface HiddenCharacter {
  file: string;
  /** `U+202E`. */
  code: string;
  what: 'direction' | 'invisible';
  at: FilePlace;
}

// Source and configuration: prose and translations may use such characters rightly.
const code =
  /(^|\/)(Dockerfile|Makefile|Jenkinsfile|CODEOWNERS)$|\.(c|cc|cpp|cs|css|cts|cxx|dart|ex|exs|fs|go|gradle|groovy|h|hcl|hpp|hs|java|js|jsx|kt|kts|lua|m|mjs|cjs|mts|ml|php|pl|proto|ps1|py|r|rb|rego|rs|scala|sh|bash|sol|sql|swift|tf|toml|ts|tsx|vue|svelte|ya?ml)$/i;
const besides =
  /(^|\/)(tests?|__tests__|testdata|test-data|fixtures?|vendor|third_party|node_modules|locales?|i18n|translations?|lang|dist)\/|\.min\.js$|[._-](test|spec)\.\w+$/i;
const largest = 1024 * 1024;
/** How much source is looked through: more takes longer than all else together. */
const most = 24 * 1024 * 1024;

// Unicode's controls for direction (Trojan Source, CVE-2021-42574), and tag characters, which are never shown.
const direction = /[\u202A-\u202E\u2066-\u2069]/;
// Flags of regions are a black flag with tags behind it.
const invisible = /(?<!\u{1F3F4}[\u{E0000}-\u{E007F}]*)[\u{E0000}-\u{E007F}]/u;

/** Where source hides characters. Files are looked through as bytes first: few hold any of them. */
export function hiddenCharacters({ files }: DialectContext): { found: HiddenCharacter[]; complete: boolean } {
  const found: HiddenCharacter[] = [];
  let left = most;
  for (const file of files.list()) {
    if (!code.test(file) || besides.test(file) || (files.size?.(file) ?? 0) > largest) continue;
    if (left <= 0) return { found, complete: false };
    const bytes = readable(files, file);
    left -= bytes?.length ?? 0;
    if (!bytes || !mayHide(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))) continue;
    found.push(...hiddenIn(file, Buffer.from(bytes).toString('utf8')));
  }
  return { found, complete: true };
}

/** What can't be read is told by whoever needs it. */
function readable(files: DialectContext['files'], file: string): Uint8Array | undefined {
  try {
    return files.read(file);
  } catch {
    return undefined;
  }
}

// How these characters begin in UTF-8: U+2020 to U+207F in two ways, and the tag characters.
const beginnings = [
  [0xe2, 0x80, 0xaa],
  [0xe2, 0x80, 0xab],
  [0xe2, 0x80, 0xac],
  [0xe2, 0x80, 0xad],
  [0xe2, 0x80, 0xae],
  [0xe2, 0x81],
  [0xf3, 0xa0],
].map((bytes) => Buffer.from(bytes));
const mayHide = (bytes: Buffer): boolean => beginnings.some((start) => bytes.includes(start));

function hiddenIn(file: string, text: string): HiddenCharacter[] {
  return text.split('\n').flatMap((line, index): HiddenCharacter[] => {
    const match = direction.exec(line) ?? invisible.exec(line);
    if (!match) return [];
    const place = {
      startLine: index + 1,
      startColumn: match.index + 1,
      endLine: index + 1,
      endColumn: match.index + 2,
    };
    return [
      {
        file,
        code: `U+${match[0].codePointAt(0)!.toString(16).toUpperCase()}`,
        what: direction.test(match[0]) ? 'direction' : 'invisible',
        at: { file, span: place },
      },
    ];
  });
}
