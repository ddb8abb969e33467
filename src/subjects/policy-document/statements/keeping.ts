import { periods, days } from './period.ts';
import type { Figure, Reader, Sentence } from './sentence.ts';

const keeps =
  /\b(?:retain(?:ed|s)?|retention|kept|keeps?|preserved?|maintained|maintains?|held|holds?|stored? for|stored|archived?)\b/;
const deletes = /\b(?:delet\w+|purg\w+|eras\w+|destroy\w*|dispos\w+|expir\w+|removed?|removes|aged out|ages? out)\b/;
const neverLonger =
  /\b(?:no|not|never|cannot|can['’]t|don['’]t|nothing|none)\b[^.;]{0,60}\b(?:longer|more|older|beyond|past|exceed\w*)\b|\b(?:maximum|at (?:the )?most|up to|a limit of|at the latest)\b|\bnot exceed\b/;
const notBefore =
  /\b(?:not|never|cannot|can['’]t|nobody|no one)\b[^.;]{0,30}\b(?:delet\w+|remov\w+|purg\w+|overwrit\w+|eras\w+)\b[^.;]{0,40}\b(?:for|before|until|within|in the first|sooner)\b/;
const lowest = /\b(?:at least|no less than|not less than|(?:a )?minimum|no shorter than|no fewer than)\b/;
const negated = /\b(?:not|never|no need|need not|needn['’]t|don['’]t|doesn['’]t|isn['’]t|aren['’]t|without)\b/;
// Logs are also looked at, alerts answered and reports made within some days.
const otherTimes =
  /\b(?:review\w*|inspect\w*|analy[sz]\w*|look(?:ed)? (?:at|through)|examin\w*|respond\w*|answer\w*|investigat\w*|arriv\w*|deliver\w*|restor\w*|recover\w*|rotat\w*)\b/;

/** For how long something is kept, as a sentence says it. */
function kept({ text: written, under }: Sentence): Figure | undefined {
  const text = written.replace(atHand, '');
  const figure = days(text);
  if (!figure) return undefined;
  const isLabelled = labelled.test(text) && /\b(?:retention|retain\w*|kept|keep|lifecycle|period)\b/.test(under);
  const row = isLabelled && !otherTimes.test(text);
  if (notBefore.test(text)) return figure;
  if (neverLonger.test(text) && !lowest.test(text) && (keeps.test(text) || deletes.test(text) || row))
    return { ...figure, bound: 'most' };
  if (negated.test(text)) return undefined;
  if (keeps.test(text) && !keptOtherwise(text)) return figure;
  if (deletes.test(text) && /\b(?:after|older than|within|once|upon|at the age of)\b/.test(text) && !lowest.test(text))
    return { ...figure, bound: 'most' };
  return row ? figure : undefined;
}

// How much of it is at hand at once is another figure: "12 months (3 months immediately available)".
const atHand =
  /\([^()]*\b(?:immediately|readily|instantly) (?:available|accessible|searchable)\b[^()]*\)|, (?:and |with |of which )[^,.;]*\b(?:immediately|readily|instantly) (?:available|accessible|searchable)\b[^,.;]*/;
// How soon it is brought up, and not how long it is kept.
const broughtUp = /\b(?:accessible|available|retriev\w+|produced|provided|searchable)\b[^.;,]{0,40}\bwithin\b/;

/** The figure stands with another verb: "kept in one place and reviewed within 5 days". */
const keptOtherwise = (text: string): boolean =>
  (broughtUp.test(text) && periods(text).length === 1) ||
  (otherTimes.test(text) &&
    /\b(?:review|inspect|analy[sz]|answer|respond|investigat|restor|recover|arriv|deliver)\w*\b(?:(?!kept|keep|retain|stor|preserv)[^.;,]){0,30}\b(?:within|in|after|for)\b[^.;,]{0,20}[.!]?$/.test(
      text,
    ) &&
    periods(text).length === 1);

/** `Audit logs: 365 days`: what, and for how long. */
const labelled =
  /^[^:.;]{2,60}(?::| [–—-]) ?(?:[a-z ]{0,40} )?(?:at least |a minimum of |minimum |for |up to |max(?:imum|\.)? )?(?:\d|an? |one|two|three|four|five|six|seven|ten|twelve|thirty|sixty|ninety)/;

// Words before "logs" that say nothing of which logs they are.
const anyLogs =
  /^(?:all|any|every|each|the|these|those|such|our|its|their|your|keep|keeps|kept|retain|retains|retained|store|stores|stored|preserve|preserves|archive|archives|archived|collect|collects|collected|maintain|maintains|of|for|and|or|in|with|from|to|that|which|where|when|as|on|by|only|both|central|raw|old|older|online|both|most|system|retention|relevant|said|other)$/;

const logsNamed = /(?:\b([a-z-]+)[ /])?\b(?:logs?|audit trails?|log (?:files?|data|entries|lines|events?|records?))\b/;

const movedOn =
  /\b(?:moved|transferred|shipped|exported|copied|offloaded) (?:on )?(?:in)?to\b|\b(?:archive|cold|warm|long-?term) (?:storage|retention)\b|\barchived? \(|\((?:cold|warm|archive)\b/;

// In a policy on one thing, "the logs" are those of that thing; "all logs" are all.
const ofOneThing: { readonly [policy: string]: string } = {
  authentication: 'authentication',
  'access-control': 'access',
  'remote-access': 'access',
};

const ofPolicy = ({ text, document: { policy } }: Sentence): string =>
  /\b(?:all|any|every|each) (?:[a-z-]+ ){0,2}logs?\b/.test(text) ? '' : (ofOneThing[policy ?? ''] ?? '');

/** Which backups: those of databases, of objects, or no word about it. */
export function backedUp(text: string): string {
  if (/\bdatabases?\b|\brds\b|\bsql\b|\bdynamodb\b/.test(text)) return 'databases';
  if (/\b(?:buckets?|objects?|files?|versions?|blobs?|s3)\b/.test(text)) return 'objects';
  return /\b(?:laptops?|workstations?|code|repositor\w+|e-?mails?|devices?|tapes?|volumes?|disks?|virtual machines?|vms?|instances?|servers?)\b/.test(
    text,
  )
    ? 'others'
    : '';
}

export const keeping: readonly Reader[] = [
  {
    topic: 'log-retention',
    words: ['log', 'audit trail'],
    figure: true,
    ours: true,
    read: (sentence) => {
      const { text, document } = sentence;
      // Of who comes and goes.
      if (document.policy === 'physical') return undefined;
      const logs = logsNamed.exec(text);
      if (
        !logs ||
        /\b(?:visitors?|badges?|cards?|doors?|change ?logs?|backlogs?|logbooks?|log-?ins?|log ?on)\b/.test(text)
      )
        return undefined;
      const figure = kept(sentence);
      // What is moved on is kept elsewhere, and not where lines are written.
      if (figure && movedOn.test(text)) return { ...figure, of: 'archive' };
      const which = logs[1] ?? (logs[0].startsWith('audit trail') ? 'audit' : '');
      return figure && { ...figure, of: anyLogs.test(which) || which === '' ? ofPolicy(sentence) : which };
    },
  },
  {
    topic: 'backup-retention',
    words: ['backup', 'back-up', 'snapshot', 'retention'],
    figure: true,
    ours: true,
    read: (sentence) => {
      const { text, under, document } = sentence;
      if (/\blogs?\b/.test(text) && !/\bback-?ups?\b/.test(text)) return undefined;
      const about =
        /\b(?:back-?ups?|snapshots?)\b/.test(text) || (document.policy === 'backup' && /\bretention\b/.test(under));
      const figure = about ? kept(sentence) : undefined;
      return figure && { ...figure, of: backedUp(text) };
    },
  },
  {
    topic: 'retention-period',
    figure: true,
    read: ({ text, under, document: { policy } }) =>
      (policy === 'retention' || policy === 'privacy') &&
      (keeps.test(text) || deletes.test(text) || /retention|schedule/.test(under))
        ? days(text)
        : undefined,
  },
  {
    topic: 'object-retention',
    figure: true,
    ours: true,
    read: (sentence) => {
      const { text, document } = sentence;
      // What begins with an event can't be told from the age of an object.
      if (
        fromAnEvent.test(text) ||
        /\b(?:logs?|back-?ups?|snapshots?|audit trails?|keys?|passwords?|accounts?)\b/.test(text)
      )
        return undefined;
      const versions =
        /\b(?:former|old|older|previous|prior|non-?current|past|deleted) (?:object )?(?:versions?|objects?)\b/.test(
          text,
        );
      const all =
        /\b(?:all|any|every|each|no) (?:\w+ )?(?:data|objects?|files?|information|records?)\b|^(?:data|objects?|files?|information) (?:in|are|is|must|shall|will|may not|can not|cannot)\b/.test(
          text,
        );
      const stored = /\b(?:buckets?|object stor(?:es?|age)|blob storage|s3)\b/.test(text);
      const named = subjectNamed.exec(text)?.[1];
      const of = versions ? 'versions' : stored && !named ? '' : all ? '' : named;
      if (of === undefined) return undefined;
      if (!versions && !stored && document.policy !== 'retention' && document.policy !== 'privacy') return undefined;
      const figure = kept(sentence);
      return figure && { ...figure, of };
    },
  },
];

const fromAnEvent =
  /\b(?:after|of|following|from|upon|since|on|beyond|past) (?:the |its |their |a |an |his or her |contract |account |customer )*(?:termination|end|closure|closing|close|expiry|expiration|request|receipt|leav\w+|departure|cancel\w*|off-?boarding|last|conclusion|completion|separation|contract|death|resolution|being closed|deletion request)\b|\b(?:terminat\w+|cancel\w+|leaves?|closes?|inactive|inactivity|no longer)\b(?! than)/;

/** `Invoices are kept …`: what it is about, where that is one word; buckets are known by such words. */
const subjectNamed =
  /^(?:all |the |our |customer |customers['’] |copies of |uploaded |generated |scanned )*([a-z]{4,20}s)(?: \(?[a-z ]{1,30}\)?)?(?: (?:in|from|on) [a-z0-9 -]{2,30})?(?::| (?:are|is|must|shall|should|will|may|can) |$)/;
