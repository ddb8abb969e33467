import type { PolicyDocument } from '../../dialects/documents/model.ts';
import { known, unknownFact } from '../../model/fact.ts';
import type { Statement, Topic } from '../../model/kinds/policy-document.ts';
import type { FilePlace } from '../../model/place.ts';
import type { Piece } from '../../parse/markdown/tree.ts';
import { headingBefore } from '../../parse/markdown/under.ts';
import { number, numberOf, readCadence } from './cadence.ts';

/** One sentence with what stands around it, in lower case. */
interface Sentence {
  text: string;
  /** The headings it stands under, nearest last. */
  under: string;
  document: PolicyDocument;
}

/** A figure as it is found: what it comes to, and its words. */
interface Figure {
  value: number;
  words: string;
  of?: string;
}

interface Reader {
  topic: Topic;
  read(sentence: Sentence): Figure | undefined;
}

// A sentence that leaves a way out commits to nothing that could be held against anything.
const hedged =
  /\b(?:where (?:possible|feasible|supported|practical|appropriate|applicable)|if (?:possible|feasible|supported)|should|recommended|preferabl[ye]|ideally|typically|usually|generally|in general|normally|unless|except|depending|for example|e\.g\.|such as|up to|or more|no more than|between|varies|approximately|about)\b/;

const duration = new RegExp(
  `\\b${number}(?: |-)(?:(?:calendar|consecutive|full) )?(hour|day|week|month|year)s?\\b`,
  'g',
);
const hours = { hour: 1, day: 24, week: 168, month: 730, year: 8760 } as const;

/** The one period of a sentence, in hours; none where there are several, or where working days are meant. */
function period(text: string): Figure | undefined {
  if (new RegExp(`\\b${number} (?:business|working)[ -]`).test(text)) return undefined;
  const found = [...text.matchAll(duration)];
  const [only] = found;
  if (!only || found.length > 1) return undefined;
  return { value: numberOf(only[1]!) * hours[only[2] as keyof typeof hours], words: only[0] };
}

const days = (figure: Figure | undefined): Figure | undefined =>
  figure && { ...figure, value: Math.round(figure.value / 24) };

function cadence(text: string): Figure | undefined {
  const read = readCadence(text);
  return typeof read === 'number' ? { value: read, words: text } : undefined;
}

const keeps = /\b(?:retain(?:ed|s)?|kept|keep|retention|preserved|maintained|stored for|archived for)\b/;
const tells = /\b(?:notif\w+|inform(?:ed|s|ing)?|told|tell|communicat\w+|report(?:ed|s|ing)?)\b/;
const customers = /\b(?:customers?|clients?|(?:affected|concerned) (?:people|persons|individuals|users|parties))\b/;
const authorities = /\b(?:regulators?|authorit(?:y|ies)|ico|dpa|cnil|attorney general)\b/;

const readers: readonly Reader[] = [
  {
    topic: 'tls-minimum',
    read: ({ text }) => {
      const match =
        /\btls\b ?(?:version ?|v\.? ?)?(1\.[0-3])\b(?: ?\+| \(?(?:or|and) (?:later|higher|newer|above|greater|better|up)| (?:at a|as (?:a|the)) minimum| minimum)/.exec(
          text,
        ) ??
        /\b(?:minimum|at least|no (?:older|lower|less|earlier) than|lowest)\b[^.;\n]{0,40}?\btls\b ?(?:version ?|v\.? ?)?(1\.[0-3])\b/.exec(
          text,
        );
      return match ? { value: Number(match[1]), words: `TLS ${match[1]}` } : undefined;
    },
  },
  {
    topic: 'change-approvals',
    read: ({ text, under, document: { policy } }) => {
      if (policy !== 'change-management' && policy !== 'development') return undefined;
      // Approvals of releases, of emergency changes and of some changes are another figure.
      if (/emergenc|hot-?fix|roll-?back|deploy|release|exception|production access/.test(`${under} ${text}`))
        return undefined;
      if (
        !/\b(?:approv\w+|reviews?|reviewed|reviewers?)\b/.test(text) ||
        !/\b(?:changes?|pull requests?|merge\w*|code)\b/.test(text)
      )
        return undefined;
      const match = new RegExp(
        `\\b${number} (?:(?:other|independent|additional|more|qualified|peer|different|senior) )*(?:person|people|peers?|reviewers?|engineers?|developers?|approvers?|approvals?|reviews?|colleagues?|team members?|code owners?|maintainers?|employees?)\\b`,
      ).exec(text);
      return match ? { value: numberOf(match[1]!), words: match[0] } : undefined;
    },
  },
  {
    topic: 'access-review',
    read: ({ text, under }) => {
      if (
        !/\breview\w*\b/.test(text) ||
        /\b(?:logs?|polic(?:y|ies)|reports?|physical|badges?|privileged?|admin\w*|root)\b/.test(text)
      )
        return undefined;
      return /\b(?:(?:all|user|system) access|access (?:rights|reviews?|levels?)|reviews? (?:all )?access|access\b[^.;]{0,60}\bis reviewed|accounts and permission\w*|permissions?|entitlements?|user accounts)\b/.test(
        text,
      ) || /\b(?:access review|review of access)/.test(under)
        ? cadence(text)
        : undefined;
    },
  },
  {
    topic: 'log-retention',
    read: ({ text }) => {
      const logs = /(?:\b([a-z-]+) )?\b(?:logs?|audit trails?)\b/.exec(text);
      if (!logs || !keeps.test(text) || /\b(?:visitors?|badges?|cards?|doors?)\b/.test(text)) return undefined;
      const figure = days(period(text));
      return (
        figure && { ...figure, of: logs[1] && /^(?:all|the|these|such|our)$/.test(logs[1]) ? '' : (logs[1] ?? '') }
      );
    },
  },
  {
    topic: 'backup-retention',
    read: ({ text, under, document: { policy } }) => {
      const kept = keeps.test(text) || /\bretention\b/.test(under);
      if (!kept || !(/\bbackups?\b/.test(text) || (policy === 'backup' && /\bretention\b/.test(under))))
        return undefined;
      const figure = days(period(text));
      const of = /\bdatabases?\b/.test(text)
        ? 'databases'
        : /\b(?:buckets?|objects?|files?|versions?)\b/.test(text)
          ? 'objects'
          : '';
      return figure && { ...figure, of };
    },
  },
  {
    topic: 'restore-test',
    read: ({ text, under }) =>
      /\b(?:restor\w+|backup (?:data|testing)|tests? of backups?|backups? (?:is|are) tested)\b/.test(text) &&
      (/\b(?:tests?|tested|testing|exercis\w+|drills?)\b/.test(text) || /restor\w+ (?:test|exercise|drill)/.test(under))
        ? cadence(text)
        : undefined,
  },
  {
    topic: 'password-length',
    read: ({ text }) => {
      if (
        !/\bpass(?:word|phrase)s?\b/.test(text) ||
        /\b(?:admin\w*|privileged|service|root|system accounts?)\b/.test(text)
      )
        return undefined;
      const match = new RegExp(`\\b${number}[ -]characters?\\b`).exec(text);
      return match ? { value: numberOf(match[1]!), words: match[0] } : undefined;
    },
  },
  {
    topic: 'customer-notice',
    read: ({ text, document: { policy } }) =>
      isNotice(policy, text) && customers.test(text) ? period(text) : undefined,
  },
  {
    topic: 'authority-notice',
    read: ({ text, document: { policy } }) =>
      isNotice(policy, text) && authorities.test(text) && !customers.test(text) ? period(text) : undefined,
  },
  {
    topic: 'recovery-time',
    read: ({ text }) => (/\b(?:rto|recovery time)\b/.test(text) && !/\brpo\b/.test(text) ? period(text) : undefined),
  },
  {
    topic: 'recovery-point',
    read: ({ text }) =>
      /\b(?:rpo|recovery point objective)\b/.test(text) && !/\brto\b/.test(text) ? period(text) : undefined,
  },
  {
    topic: 'retention-period',
    read: ({ text, under, document: { policy } }) =>
      (policy === 'retention' || policy === 'privacy') &&
      (keeps.test(text) ||
        /\b(?:delet\w+|destroy\w*|purg\w+|eras\w+|dispos\w+)\b/.test(text) ||
        /retention|schedule/.test(under))
        ? days(period(text))
        : undefined,
  },
  {
    topic: 'request-deadline',
    read: ({ text, document: { policy } }) =>
      policy === 'privacy' &&
      /\brequests?\b/.test(text) &&
      /\b(?:respon\w+|answer\w*|repl(?:y|ied)|handled|complet\w+|fulfil\w*|act(?:ed)? on|within)\b/.test(text)
        ? days(period(text))
        : undefined,
  },
  {
    topic: 'risk-review',
    read: ({ text, document: { policy } }) =>
      policy === 'risk' &&
      /\brisks?\b/.test(text) &&
      (looksAgain.test(text) || /\brisk assessments?\b/.test(text)) &&
      !/\b(?:vendors?|suppliers?|third[- ]part(?:y|ies)|polic(?:y|ies))\b/.test(text)
        ? cadence(text)
        : undefined,
  },
  {
    topic: 'vendor-review',
    read: ({ text, document: { policy } }) =>
      policy === 'vendors' &&
      /\b(?:vendors?|suppliers?|sub-?processors?|third[- ]part(?:y|ies)|providers?)\b/.test(text) &&
      looksAgain.test(text) &&
      !/\bpolic(?:y|ies)\b/.test(text)
        ? cadence(text)
        : undefined,
  },
  {
    topic: 'training',
    read: ({ text }) =>
      /\b(?:training|trained)\b/.test(text) && /\b(?:security|awareness|privacy)\b/.test(text)
        ? cadence(text)
        : undefined,
  },
  {
    topic: 'key-rotation',
    read: ({ text }) => {
      // Keys of access and certificates are changed in other ways.
      if (
        !/\b(?:encryption|kms|customer[- ]managed|master|data(?:base)?) keys?\b/.test(text) ||
        !/\brotat\w+\b/.test(text)
      )
        return undefined;
      return cadence(text) ?? days(period(text));
    },
  },
  {
    topic: 'vulnerability-deadline',
    read: ({ text }) => {
      if (!/\b(?:vulnerabilit(?:y|ies)|patch(?:es|ed)?|security updates?|cves?)\b/.test(text)) return undefined;
      if (!/\b(?:remediat\w+|patch\w*|fix(?:ed)?|resolv\w+|appl(?:y|ied)|mitigat\w+|installed|address\w*)\b/.test(text))
        return undefined;
      if (/\b(?:medium|low|moderate)\b/.test(text) && !/\b(?:critical|high)\b/.test(text)) return undefined;
      return days(period(text));
    },
  },
  {
    topic: 'encryption-at-rest',
    read: ({ text }) => {
      const all =
        /\b(?:all|every|any)\b[^.;]{0,60}\b(?:data|databases?|storage|disks?|volumes?|backups?|information)\b/.test(
          text,
        );
      const rest = /\bencrypted\b[^.;]{0,40}\bat[ -]rest\b|\bat[ -]rest\b[^.;]{0,60}\bencrypted\b/.exec(text);
      return all && rest && !/\b(?:not|never|no|without|transit only)\b/.test(text)
        ? { value: 1, words: rest[0] }
        : undefined;
    },
  },
];

/** A sentence that says how often something is looked at again. */
const looksAgain = /\b(?:review\w*|re-?assess\w*|assess\w*|evaluat\w*|updat\w*|monitor\w*)\b/;

const isNotice = (policy: string | undefined, text: string): boolean =>
  tells.test(text) && (policy === 'incident-response' || /\b(?:breach\w*|incidents?)\b/.test(text));

/** All figures that a document commits to. */
export function statementsIn(document: PolicyDocument): readonly Statement[] {
  let found = read.get(document);
  if (!found) read.set(document, (found = readStatements(document)));
  return found;
}

const read = new WeakMap<PolicyDocument, readonly Statement[]>();

function readStatements(document: PolicyDocument): Statement[] {
  const { tree, path, title, lines } = document;
  const said = [...sentencesOf(tree.blocks), ...rowsOf(document)];
  return said.flatMap(({ text: original, at }) => {
    const text = original.toLowerCase();
    if (
      !/\d|\b(?:one|two|three|four|five|six|seven|ten|twelve|fourteen|thirty|sixty|ninety|daily|weekly|monthly|quarter\w*|annual\w*|yearly|month|year|week|day)\b|\bat[ -]rest\b/.test(
        text,
      )
    )
      return [];
    const last = headingBefore(tree.headings, at.startLine);
    const under = tree.headings
      .slice(Math.max(0, last - 1), last + 1)
      .map((heading) => heading.text.toLowerCase())
      .join(' / ');
    return readers.flatMap(({ topic, read }): Statement[] => {
      const figure = read({ text, under, document });
      if (!figure) return [];
      const place = narrowed(path, at, figure.words, lines);
      return [
        {
          topic,
          figure: figure.words,
          ...(figure.of && { of: figure.of }),
          quote: original.length > 160 ? `${original.slice(0, 157)}…` : original,
          document: `"${title}"`,
          at: place,
          value: hedged.test(text)
            ? unknownFact(
                {
                  code: 'not-evaluated',
                  subject: `"${figure.words}"`,
                  settledBy: 'a sentence that says it without a way out',
                },
                place,
              )
            : known(figure.value, place),
        },
      ];
    });
  });
}

interface Said {
  text: string;
  at: Piece['span'];
}

/** Sentences of paragraphs and list items; a number with a dot ends none. */
const sentencesOf = (blocks: readonly Piece[]): Said[] =>
  blocks.flatMap(({ text, span }) =>
    text
      .slice(0, 20_000)
      .split(/(?<=[.;!?])\s+(?=[\p{Lu}\d("“'])/u)
      .map((sentence) => ({ text: sentence.trim(), at: span })),
  );

/** Rows of tables, each read as `heading cell`: a figure in a table stands under its column. */
const rowsOf = ({ tree }: PolicyDocument): Said[] =>
  tree.tables.flatMap(({ header, rows }) =>
    header.length === 0
      ? []
      : rows.flatMap((row) =>
          row.flatMap((cell, i) =>
            header[i] && cell.text !== '' ? [{ text: `${header[i].text} ${cell.text}`, at: cell.span }] : [],
          ),
        ),
  );

/** The words themselves, where they stand in one line of it; else the whole. */
function narrowed(file: string, span: Piece['span'], words: string, lines: readonly string[]): FilePlace {
  for (let line = span.startLine; line <= span.endLine; line++) {
    const at = (lines[line - 1] ?? '').toLowerCase().indexOf(words.toLowerCase());
    if (at >= 0 && words.length < 60)
      return { file, span: { startLine: line, startColumn: at + 1, endLine: line, endColumn: at + words.length + 1 } };
  }
  return { file, span };
}
