import type { ExceptionEntry } from '../model/config.ts';
import { spanContains, type FilePlace } from '../model/place.ts';
import { locationOf, type ReportException, type Result } from '../model/report.ts';
import type { RuleIndex } from '../rule/entry.ts';
import type { Equivalents, Rule, Tool } from '../rule/rule.ts';
import { globMatcher, nameMatcher } from './globs.ts';
import type { Judgement } from './judge.ts';
import type { Judged } from './judged.ts';
import type { ScanInput } from './scan.ts';
import { foreignWaivers, inlineWaiver, type ForeignWaiver, type InlineWaiver } from './waivers.ts';

/**
 * Marks failures that are accepted (register, inline) or waived by another tool's comment, and lists every exception with
 * what became of it. An acceptance outweighs what another tool's comment says. Expired ones, and ones whose owner is their
 * approver, accept nothing.
 */
export function applyExceptions(judgement: Judgement, input: ScanInput): ReportException[] {
  const rules = judgement.rules.map(({ rule }) => rule);
  const waivers = [...input.exceptions.map(fromRegister), ...fromComments(judgement, rules, input.rules)];
  const rulesById = new Map(
    rules.flatMap((rule) => [rule.id, ...(rule.formerly ?? [])].map((id) => [id, rule] as const)),
  );
  const listed = waivers.map((waiver): ReportException => {
    const state =
      waiver.exception.source === 'inherited'
        ? foreignState(waiver, input.asOf)
        : ownState(waiver, judgement.ids, input.asOf);
    return { ...waiver.exception, state };
  });
  for (const [at, { result, subject }] of waivers.length > 0 ? judgement.judged.entries() : []) {
    if (result.verdict !== 'fail') continue;
    const used = waivers.findIndex(
      (waiver, i) => inForce.has(listed[i]!.state) && covers(waiver, result, subject, rulesById),
    );
    if (used < 0) {
      const former = formerWaivers(waivers, listed, result, subject, rulesById);
      if (former.length > 0)
        judgement.judged[at] = { result: { ...result, related: [...result.related, ...former] }, subject };
      continue;
    }
    const exception = listed[used]!;
    exception.state = 'used';
    const disposition = exception.source === 'inherited' ? 'inherited' : 'accepted';
    judgement.judged[at] = { result: { ...result, disposition, exception: used }, subject };
  }
  const whole = !input.only && !input.select.rules && !input.select.criteria;
  if (!whole) for (const exception of listed) if (exception.state === 'unused') exception.state = 'not-checked';
  return listed;
}

/** Why a finding that somebody accepted is open again. */
const formerWaivers = (
  waivers: readonly Waiver[],
  listed: readonly ReportException[],
  result: Result,
  subject: Judged['subject'],
  rules: ReadonlyMap<string, Rule>,
) =>
  listed
    .filter(({ state }, i) => state === 'expired' && covers(waivers[i]!, result, subject, rules))
    .map(({ until, location }) => ({ name: `accepted until ${until}`, location }));

const inForce: ReadonlySet<ReportException['state']> = new Set(['unused', 'used', 'not-checked']);

interface Waiver {
  exception: Omit<ReportException, 'state'>;
  covers?: FilePlace;
  matches?: (result: Result) => boolean;
  /** Rules and aspects that another tool's id stands for. */
  targets?: readonly { rule: string; aspect?: string }[];
}

function fromRegister(entry: ExceptionEntry): Waiver {
  const { rule, aspect, subject, path, reason, owner, approver, until, at } = entry;
  const bySubject = subject === undefined ? undefined : nameMatcher(subject);
  const byPath = path === undefined ? undefined : globMatcher(path);
  return {
    exception: {
      source: 'register',
      rule,
      reason,
      location: locationOf(at),
      ...(aspect && { aspect }),
      ...(subject && { subject }),
      ...(path && { path }),
      ...(owner && { owner }),
      ...(approver && { approver }),
      ...(until && { until }),
    },
    matches: (result) =>
      bySubject
        ? bySubject(result.subject.name)
        : result.location !== null && byPath !== undefined && byPath(result.location.file),
  };
}

function fromComments({ tree, problems }: Judgement, rules: readonly Rule[], known: RuleIndex): Waiver[] {
  const targets = targetsOf(rules);
  const names = new Set(known.entries.flatMap(({ id, formerly = [] }) => [id, ...formerly]));
  const tell = (message: string, at: FilePlace) =>
    void problems.push({ kind: 'comment', message, location: locationOf(at), notice: true });
  const waivers = tree.comments.flatMap((comment): Waiver[] => {
    const own = inlineWaiver(comment);
    if (own && 'message' in own) {
      tell(own.message, own.at);
      return [];
    }
    if (own && !names.has(own.rule)) {
      tell(`there is no rule "${own.rule}" to accept (soc2-lint rules lists them)`, own.at);
      return [];
    }
    return own ? [inline(own)] : foreignWaivers(comment).map((waiver) => foreign(waiver, targets));
  });
  // Ours first, so that an acceptance outweighs what another tool's comment says of the same finding.
  return [
    ...waivers.filter(({ exception }) => exception.source === 'inline'),
    ...waivers.filter(({ exception }) => exception.source === 'inherited'),
  ];
}

const inline = ({ rule, aspect, until, reason, at, covers }: InlineWaiver): Waiver => ({
  exception: {
    source: 'inline',
    rule,
    reason,
    location: locationOf(at),
    ...(aspect && { aspect }),
    ...(until && { until }),
  },
  covers,
});

const foreign = (
  { tool, id, reason, until, at, covers }: ForeignWaiver,
  targets: ReadonlyMap<string, Waiver['targets']>,
): Waiver => ({
  exception: { source: 'inherited', tool, rule: id, reason, location: locationOf(at), ...(until && { until }) },
  covers,
  targets: targets.get(`${tool}\0${plain(id)}`) ?? [],
});

const plain = (id: string): string => id.replace(/^AVD-/i, '').toLowerCase();

/** Which rules and aspects each id of another tool stands for. */
function targetsOf(rules: readonly Rule[]): Map<string, { rule: string; aspect?: string }[]> {
  const targets = new Map<string, { rule: string; aspect?: string }[]>();
  const add = (equivalents: Equivalents | undefined, target: { rule: string; aspect?: string }) => {
    for (const [tool, ids] of Object.entries(equivalents ?? {}) as [Tool, readonly string[]][])
      for (const id of ids)
        targets.set(`${tool}\0${plain(id)}`, [...(targets.get(`${tool}\0${plain(id)}`) ?? []), target]);
  };
  for (const rule of rules) {
    add(rule.equivalents, { rule: rule.id });
    for (const [aspect, equivalents] of Object.entries(rule.aspects ?? {})) add(equivalents, { rule: rule.id, aspect });
  }
  return targets;
}

function foreignState({ exception, targets }: Waiver, asOf: string | null): ReportException['state'] {
  if (targets!.length === 0) return 'no-equivalent';
  return exception.until && asOf && exception.until < asOf ? 'expired' : 'unused';
}

/** Without a date to judge by, an exception that has one may have expired: it is applied, and the report says so. */
function ownState(
  { exception }: Waiver,
  takingPart: ReadonlySet<string>,
  asOf: string | null,
): ReportException['state'] {
  const { until, owner, approver, rule } = exception;
  if (until && asOf && until < asOf) return 'expired';
  if (owner !== undefined && owner === approver) return 'invalid';
  return takingPart.has(rule) ? 'unused' : 'not-checked';
}

function covers(waiver: Waiver, result: Result, subject: Judged['subject'], rules: ReadonlyMap<string, Rule>): boolean {
  const { exception, targets } = waiver;
  if (targets) {
    if (!targets.some((target) => target.rule === result.rule && (!target.aspect || target.aspect === result.aspect)))
      return false;
  } else if (rules.get(exception.rule)?.id !== result.rule || (exception.aspect && exception.aspect !== result.aspect))
    return false;
  return waiver.matches
    ? waiver.matches(result)
    : waiver.covers !== undefined && reaches(waiver.covers, result, subject);
}

/** Whether a comment's text covers the finding: its line, the block of its subject, or a call the subject came through. */
function reaches(place: FilePlace, { location }: Result, { block, calls }: Judged['subject']): boolean {
  const holds = (other: FilePlace) => other.file === place.file && spanContains(place.span, other.span);
  if (location && holds({ file: location.file, span: location })) return true;
  return (block !== undefined && holds(block)) || calls.some(holds);
}
