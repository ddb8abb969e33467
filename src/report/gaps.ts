import { policies, type PolicyId } from '../criteria/policies.ts';
import type { CriterionId, Reach } from '../criteria/catalogue.ts';
import type { CoverageRow, CoverageState, Location, Report, Result } from '../model/report.ts';
import { severities } from '../model/verdict.ts';
import { count, settle } from './words.ts';

/** Who has to act: somebody who changes code or settings here, somebody who writes a document, somebody elsewhere. */
export const actors = ['repository', 'document', 'outside'] as const;
export type Actor = (typeof actors)[number];

export interface Missing {
  who: Actor;
  /** What is missing, in a sentence. */
  what: string;
  do: string;
  /** Of how many things the same is to be done. */
  places: readonly string[];
  rule?: string;
}

export interface CriterionGaps {
  criterion: CriterionId;
  title: string;
  state: CoverageState;
  missing: readonly Missing[];
}

const documentKinds = new Set([
  'policy',
  'policy-document',
  'policy-set',
  'record',
  'register',
  'duty',
  'kept-elsewhere',
]);
// What a repository shows for these is a document or a sign at most: evidence has to come from elsewhere as well.
const needsMore = new Set<Reach>(['none', 'document', 'weak']);

/** The readiness list: for each criterion in scope, what is missing and who has to act; criteria without any are left out. */
export function gapsOf(report: Report): CriterionGaps[] {
  const own = report.results.filter(
    ({ subject, disposition, severity }) =>
      subject.role === 'system' && disposition !== 'accepted' && severity !== 'info',
  );
  return report.coverage
    .filter(({ state }) => state !== 'out-of-scope')
    .map((row) => ({
      criterion: row.criterion,
      title: row.title,
      state: row.state,
      missing: [
        ...grouped(own.filter(({ criteria }) => criteria.includes(row.criterion))),
        ...unread(row),
        ...outside(row),
      ],
    }))
    .filter(({ missing }) => missing.length > 0);
}

/** Results of one rule and aspect are one thing to do. The worst come first, then who acts in the order above. */
function grouped(results: readonly Result[]): Missing[] {
  const groups = new Map<string, [Result, ...Result[]]>();
  for (const result of results) {
    const own = separate.has(result.rule) ? `${result.subject.name}\n${result.location?.file ?? ''}` : '';
    const key = [result.rule, result.aspect, result.verdict, own].join('\n');
    const group = groups.get(key);
    if (group) group.push(result);
    else groups.set(key, [result]);
  }
  const rank = ({ severity, verdict }: Result) => severities.indexOf(severity) + (verdict === 'unknown' ? 10 : 0);
  return [...groups.values()].sort(([a], [b]) => rank(a) - rank(b)).map(missingOf);
}

// A document that is missing, or lacks something, is a task of its own.
const separate = new Set([
  'expected-policies-exist',
  'expected-records-exist',
  'policies-have-their-sections',
  'duties-are-written-down',
]);

/** What one of several says, and of how many others it is so; of sections of one document, all that are missing. */
function told([first, ...others]: readonly [Result, ...Result[]]): string {
  const sentence = first.message.split(/(?<=\.)\s/)[0]!;
  if (others.length === 0) return sentence;
  const items = [first, ...others].flatMap(({ item, message }) => (item && message.endsWith(` ${item}.`) ? item : []));
  if (separate.has(first.rule) && items.length > others.length)
    return `${sentence.slice(0, -items[0]!.length - 1)}${items.join(', ')}.`;
  return `${sentence} It is the same ${others.length === 1 ? 'in one more place' : `in ${others.length} more places`}.`;
}

const missingOf = ([first, ...others]: readonly [Result, ...Result[]]): Missing => ({
  who: documentKinds.has(first.subject.kind) ? 'document' : 'repository',
  what: told([first, ...others]),
  do: first.verdict === 'unknown' && first.reason ? `Settle whether it is so: ${settle(first.reason)}.` : first.do,
  places: [...new Set([first, ...others].flatMap(({ location, subject }) => locatedAt(location, subject)))],
  rule: first.aspect ? `${first.rule}/${first.aspect}` : first.rule,
});

const unread = ({ unread: files }: CoverageRow): Missing[] =>
  files === 0
    ? []
    : [
        {
          who: 'repository',
          what: `${count(files, 'file')} that may say something here could not be read.`,
          do: 'Mend what soc2-lint tells of them under its problems.',
          places: [],
        },
      ];

/** What no file here can show: an entry that points to it is missing, or past its date. */
function outside({ criterion, state, reach, elsewhere, manual = [] }: CoverageRow): Missing[] {
  const late = manual.filter(({ overdue }) => overdue);
  if (late.length > 0)
    return late.map(({ what, where, nextDue }) => ({
      who: 'outside',
      what: `${what}: was due again on ${nextDue}.`,
      do: 'Renew it, and bring its entry in .soc2/manual-evidence.yml up to date.',
      places: [where],
    }));
  if (manual.length > 0) return [];
  const texts = state === 'nothing-to-judge' ? documentsFor(criterion) : [];
  const written: Missing = {
    who: 'document',
    what: 'Nothing here was found that shows it.',
    do: `Write it down (${texts.join(', ')}), or say where it is kept in .soc2/manual-evidence.yml.`,
    places: [],
  };
  const kept: Missing = {
    who: 'outside',
    what: `To be shown from elsewhere: ${elsewhere}.`,
    do: 'Say where it is kept and from when, in .soc2/manual-evidence.yml.',
    places: [],
  };
  return [...(texts.length > 0 ? [written] : []), ...(needsMore.has(reach) ? [kept] : [])];
}

/** `infra/main.tf:4`, or what it is about where nothing is written; a document that is missing is nowhere. */
const locatedAt = (location: Location | null, { kind, name }: Result['subject']): string[] => {
  if (location) return [`${location.file}:${location.startLine}`];
  return documentKinds.has(kind) ? [] : [name];
};

const documentsFor = (criterion: CriterionId): string[] =>
  (Object.keys(policies) as PolicyId[])
    .filter((id) => (policies[id].criteria as readonly CriterionId[]).includes(criterion))
    .filter((id) => policies[id].neededFor !== 'optional')
    .map((id) => policies[id].title);
