import { cadence, days } from './period.ts';
import type { Reader } from './sentence.ts';

const tls = '\\btls\\b ?(?:\\(?transport layer security\\)? ?)?\\(?(?:versions? ?|v\\.? ?)?';

const versionFirst = new RegExp(
  `${tls}(1\\.[0-3])\\b(?: protocols?)?(?: ?\\+| \\(?(?:or|and) (?:any )?(?:later|higher|newer|above|greater|better|up|stronger)| (?:at a|as (?:a|the)) minimum| minimum| or 1\\.3\\b| and 1\\.3 (?:only|are accepted|are allowed))`,
);
const versionLast = new RegExp(
  `(?:\\b(?:minimum|at least|no(?:t|thing)? (?:older|lower|less|earlier) than|lowest|oldest|older than|below|lower than|earlier than|prior to|versions before)|>=|≥)[^.;\\n]{0,40}?${tls}(1\\.[0-3])\\b`,
);

/** Which stores a promise is about, where it is not about all data: `databases disks`. */
function encryptedThings(text: string): string {
  if (/\b(?:data|information|storage|stores?)\b/.test(text)) return '';
  return [
    ['databases', /\bdatabases?\b/] as const,
    ['disks', /\b(?:disks?|volumes?)\b/] as const,
    ['objects', /\bbuckets?\b/] as const,
    ['backups', /\b(?:back-?ups?|snapshots?)\b/] as const,
  ]
    .flatMap(([thing, named]) => (named.test(text) ? [thing] : []))
    .join(' ');
}

export const cryptography: readonly Reader[] = [
  {
    topic: 'tls-minimum',
    words: ['tls'],
    figure: true,
    ours: true,
    read: ({ text }) => {
      const match = versionFirst.exec(text) ?? versionLast.exec(text);
      if (!match) return undefined;
      // "Older than TLS 1.2 is refused" names the oldest one too; without the refusal it only speaks of older ones.
      if (/^(?:older|below|lower than|earlier|prior|versions)/.test(match[0]) && !refused.test(text)) return undefined;
      return { value: Number(match[1]), words: `TLS ${match[1]}` };
    },
  },
  {
    topic: 'key-rotation',
    words: ['key'],
    figure: true,
    ours: true,
    read: ({ text, document: { policy } }) => {
      // Keys of access and certificates are changed in other ways.
      const named =
        /\b(?:encryption|cryptographic|kms|cmks?|customer[- ]managed|master|data(?:base)?|storage|symmetric)(?: encryption| master)? keys?\b/.test(
          text,
        );
      const inPolicy = policy === 'encryption' && /\bkeys?\b/.test(text);
      if ((!named && !inPolicy) || !/\b(?:rotat\w+|renewed|replaced|cryptoperiod|changed)\b/.test(text))
        return undefined;
      if (
        /\b(?:access|api|ssh|signing|host|session|deploy|public|private|tls|ssl|license|door|gpg|pgp) keys?\b|\bkeys? (?:to|for) (?:the |our )?(?:office|door|building|cabinet|safe)|\b(?:certificates?|passwords?|secrets?|tokens?|credentials)\b/.test(
          text,
        )
      )
        return undefined;
      if (
        /\b(?:not|never|no)\b/.test(text) &&
        !/\b(?:not? (?:be )?(?:older|longer|later|less often|less than|more than)|not? [a-z ]{0,20}(?:used )?(?:for )?longer)\b/.test(
          text,
        )
      )
        return undefined;
      if (
        /\b(?:delet\w+|destroy\w*|review\w*|log\w*|audit\w*|kept|retain\w*)\b/.test(text) &&
        !/\brotat\w+\b/.test(text)
      )
        return undefined;
      const often = cadence(text);
      if (often) return often;
      return /\b(?:after|when|once|upon)\b/.test(text) &&
        !/\bafter (?:at most |no more than |a maximum of )?(?:\d|an? |one|two|three|six|twelve|ninety)/.test(text)
        ? undefined
        : days(text);
    },
  },
  {
    topic: 'encryption-at-rest',
    words: ['rest', 'on disk'],
    ours: true,
    read: ({ text }) => {
      const all =
        /\b(?:all|every|any|each)\b[^.;]{0,60}\b(?:data|databases?|storage|disks?|volumes?|backups?|information|stores?|buckets?)\b/.test(
          text,
        ) ||
        /^(?:data|information)(?: stored)? at[ -]rest\b|^(?:data|information|customer data|databases|storage) (?:is|are|must be|shall be|will be|has to be)(?: always)? encrypted\b/.test(
          text,
        );
      const rest =
        /\bencrypt(?:ed|s)\b[^.;]{0,40}\bat[ -]rest\b|\bat[ -]rest\b[^.;]{0,60}\bencrypted\b|\bencrypt (?:all|every)\b[^.;]{0,60}\bat[ -]rest\b|\bencryption at[ -]rest is (?:enabled|used|mandatory|required|on)\b|\bencrypted on disk\b/.exec(
          text,
        );
      const negated = /\b(?:not|never|no|without|transit only|n['’]t)\b/.test(
        text.replace(/\b(?:no|without) exceptions?\b|\bnever stored unencrypted\b/g, ''),
      );
      const ownDevices = /\b(?:laptops?|workstations?|phones?|mobile|devices?|usb|removable|public data)\b/.test(text);
      return all && rest && !negated && !ownDevices
        ? { value: 1, words: rest[0], of: encryptedThings(text) }
        : undefined;
    },
  },
];

const refused =
  /^no\b|\b(?:refus\w+|reject\w*|disabled?|prohibited|forbidden|blocked|not (?:be )?(?:accepted|used|allowed|permitted|supported|enabled)|switched off|turned off|never (?:used|accepted)|no longer (?:accepted|supported))\b/;
