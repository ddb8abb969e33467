import type { PolicyDocument } from '../../../dialects/documents/model.ts';
import { readCadence } from '../cadence.ts';
import { backedUp } from './keeping.ts';
import { cadence, period, periods } from './period.ts';
import type { Figure, Reader } from './sentence.ts';

const backups = /\b(?:back-?ups?|back(?:ed|s)? up|snapshots?)\b/;
const areMade =
  /\b(?:backed up|backs? up|(?:daily|hourly|nightly|weekly|monthly|continuous|automatic|automated|full|incremental) (?:[a-z]+ ){0,3}(?:back-?ups?|snapshots?)|(?:back-?ups?|snapshots?)\b[^.;]{0,50}\b(?:made|taken|performed|created|run|runs|executed|done|conducted|occur|occurs|happen|happens|scheduled|take place)|(?:perform|take|make|run|create|schedule)s? (?:[a-z]+ ){0,4}(?:back-?ups?|snapshots?)|back-?ups? (?:frequency|schedule))\b/;
// What else happens with backups at regular times.
const otherwise =
  /\b(?:restor\w+|test(?:s|ed|ing)?|verif\w+|review\w*|monitor\w*|check(?:s|ed)?|audit(?:s|ed)?|report\w*|fails?|failed|repeated|copied|copies)\b/;
const elsewhere =
  /\b(?:(?:an)?other|second|separate|different|secondary|distinct|alternate|remote) (?:aws |azure |gcp |google |cloud |geographic(?:al)? |availability )?(?:regions?)\b|\b(?:cross|multi)[- ]region\b|\bgeo-?(?:redundan\w+|replicated)\b|\bgeographically (?:separate\w*|distant|dispersed|redundant|distinct)\b|\bregions? (?:other than|different from)\b|\boutside (?:of )?(?:the|their|its) (?:primary|main|home|own|source) region\b|\b(?:two|2|three|multiple|several|more than one) (?:[a-z]+ )?regions\b/;

/** How often backups are made, in hours; none: it says nothing of it, or several things. */
function everyHours(text: string): number | undefined | 'several' {
  const found = new Set<number>();
  if (/\b(?:hourly|every hour|each hour|once an hour)\b/.test(text)) found.add(1);
  for (const [, count = '', unit] of text.matchAll(
    /\b(?:every|each) (\d+|two|three|four|six|eight|twelve) (hour|minute)s?\b/g,
  ))
    found.add(numbers[count] ?? (unit === 'minute' ? Number(count) / 60 : Number(count)));
  if (/\b(?:nightly|every night|each night|overnight|once a night)\b/.test(text)) found.add(24);
  // What is copied without a pause loses least, whatever is made besides.
  if (/\bcontinuous(?:ly)?\b/.test(text)) return 0;
  const days = readCadence(text);
  if (days === 'ambiguous') return 'several';
  if (days !== undefined) found.add(days * 24);
  return found.size > 1 ? 'several' : [...found][0];
}
const numbers: { readonly [word: string]: number } = { two: 2, three: 3, four: 4, six: 6, eight: 8, twelve: 12 };

// Keys are put somewhere else too, and are no data.
const ofKeys =
  /^[^.;]{0,80}\b(?:keys?|credentials|secrets|codes)\b[^.;]{0,30}\b(?:is|are|be) (?:\w+ )?(?:backed up|stored|kept|held|copied)\b/;

export const continuity: readonly Reader[] = [
  {
    topic: 'restore-test',
    words: ['restor', 'backup'],
    figure: true,
    ours: true,
    read: ({ text, under }) =>
      /\b(?:restor\w+|backup (?:data|testing)|tests? of backups?|backups? (?:is|are) tested)\b/.test(text) &&
      (/\b(?:tests?|tested|testing|exercis\w+|drills?)\b/.test(text) || /restor\w+ (?:test|exercise|drill)/.test(under))
        ? cadence(text)
        : undefined,
  },
  {
    topic: 'backup-frequency',
    words: ['back', 'snapshot'],
    ours: true,
    read: ({ text, under, document: { policy } }) => {
      const inPolicy =
        policy === 'backup' && /\b(?:frequency|schedule|how often)\b/.test(under) && /\bdatabases?\b/.test(text);
      if (!inPolicy && (!backups.test(text) || !areMade.test(text))) return undefined;
      if (otherwise.test(text) || /\b(?:not|never|no|n['’]t)\b/.test(text)) return undefined;
      const hours = everyHours(text);
      if (hours === undefined) return undefined;
      return { value: hours === 'several' ? undefined : hours, words: text, of: backedUp(text) };
    },
  },
  {
    topic: 'backup-region',
    words: ['region', 'geo'],
    ours: true,
    read: ({ text, under, document: { policy } }) => {
      const about =
        backups.test(text) ||
        (/\b(?:cop(?:y|ies)|replica\w*|replicated|stored)\b/.test(text) &&
          (policy === 'backup' || /\bback-?ups?\b/.test(under)));
      const place = elsewhere.exec(text);
      if (
        !about ||
        !place ||
        ofKeys.test(text) ||
        /\b(?:not|never|no|n['’]t|neither|tests?|tested|restored? (?:in|to)|fail-?over to)\b/.test(
          text.replace(/\bnot only\b/, ''),
        )
      )
        return undefined;
      if (
        !/\b(?:stored?|kept|keep|cop(?:y|ied|ies)|replicat\w*|held|saved|sent|written|maintained?|located|reside\w*|back(?:ed)? up|mirrored|redundan\w+|placed|lie|lies|transferred|retained?)\b|^[^:]{0,40}: /.test(
          text,
        )
      )
        return undefined;
      return { value: 1, words: place[0], of: backedUp(text) };
    },
  },
  {
    topic: 'recovery-time',
    words: ['rto', 'recovery time', 'restor', 'recover', 'resum'],
    figure: true,
    ours: true,
    read: ({ text, document }) =>
      (/\b(?:rto|recovery time)\b/.test(text) || isOnlyTarget(text, document)) && !/\brpo\b/.test(text)
        ? target(text)
        : undefined,
  },
  {
    topic: 'recovery-point',
    words: ['rpo', 'recovery point', 'loss'],
    figure: true,
    ours: true,
    read: ({ text }) =>
      /\b(?:rpo|recovery point(?: objective)?|(?:data loss|loss of data) (?:of|is limited to))\b/.test(text) &&
      !/\brto\b/.test(text)
        ? target(text)
        : undefined,
  },
];

/** "Operations are restored within a day", in a plan that has no other word for it. */
const isOnlyTarget = (text: string, { policy, text: all }: PolicyDocument): boolean =>
  policy === 'continuity' &&
  /\b(?:restor|recover|resum)\w* (?:\w+ ){0,2}(?:operations?|services?|systems?)\b[^.;]{0,40}\bwithin\b|\b(?:operations?|services?|systems?) (?:\w+ ){1,3}(?:restored|recovered|resumed)\b[^.;]{0,30}\bwithin\b/.test(
    text,
  ) &&
  !/\brtos?\b|\brecovery time/.test(all);

/** A target of recovery: how often it is looked at is another figure, and one of whole days has no minutes. */
function target(text: string): Figure | undefined {
  if (
    /\b(?:review\w*|tested|test(?:s|ing)?|meets?|measured)\b/.test(text) &&
    periods(text).length > 0 &&
    !/\b(?:rto|rpo|objective)\b[^.;]{0,40}\d/.test(text)
  )
    return undefined;
  return period(text);
}
