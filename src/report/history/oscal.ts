import { criteria, type CriterionId } from '../../criteria/catalogue.ts';
import { dayOfTime } from '../../history/commit.ts';
import type { Due } from '../../history/cadence.ts';
import type { Window } from '../../history/exposure.ts';
import type { History } from '../../history/history.ts';
import type { Item } from '../../history/population.ts';
import type { Rule } from '../../rule/rule.ts';
import { document, metadata, controlId, property, prose, selectionOf, some, timeOf, Uuids } from '../oscal/terms.ts';
import { findingsOf, type Exception } from '../oscal/findings.ts';
import { count } from '../words.ts';
import { eventLine } from './exceptions.ts';
import { contradictionLine, dueText, nameOf } from './reviews.ts';
import { limits } from './terms.ts';
import { windowLine } from './windows.ts';

export type RuleText = Pick<Rule, 'id' | 'title' | 'criteria'>;

const methods = ['EXAMINE'];

const about =
  'Findings stand only where a rule failed for a time within the period and no exception was in force for all of it; a deviation ' +
  'that was mended stays one. Passes, what could not be told, reviews, changes and what did not occur are observations. Where ' +
  'nothing is said of a criterion, nothing is known of it.';

/** What a history shows as OSCAL assessment results: the same history gives the same bytes. */
export function historyOscal(history: History, rules: readonly RuleText[]): string {
  const uuids = new Uuids(history);
  const { version } = history.tool;
  const { from, to } = history.period;
  const plan = uuids.of('resource', 'plan');
  return document('assessment-results', {
    uuid: uuids.of('assessment-results'),
    metadata: metadata(
      `What a repository shows for SOC 2 from ${from} to ${to}`,
      version,
      to,
      `${limits.join(' ')} ${about} Times are days by the clock of the committers, not the hour of the run.`,
    ),
    'import-ap': { href: `#${plan}` },
    results: [resultOf(history, new Map(rules.map((rule) => [rule.id, rule])), uuids)],
    'back-matter': {
      resources: [
        {
          uuid: plan,
          title: 'What was planned',
          description: prose(
            `The rules of soc2-lint ${version} over every state that the branch had from ${from} to ${to}, with the configuration of each. The rules stand in the component definition that soc2-lint oscal component writes, the criteria in the catalog of soc2-lint oscal catalog.`,
          ),
          props: [...property('tool-version', version), ...property('commit', history.range.last)],
        },
      ],
    },
  });
}

type Rules = ReadonlyMap<string, RuleText>;

function resultOf(history: History, rules: Rules, uuids: Uuids) {
  const { period, range, completeness, population, pullRequests, windows } = history;
  const items = new Items(windows, uuids);
  const observed = windows.map((window) => ({ window, observation: windowOf(window, period.to, items, uuids) }));
  return {
    uuid: uuids.of('result'),
    title: prose(`From ${period.from} to ${period.to}`),
    description: prose(
      `${count(range.commits, 'commit')} on the line of first parents; ${count(windows.length, 'window')} of exposure. ${completeness.established ? 'Nothing that git shows speaks against its being whole.' : 'Completeness is not established.'} ${limits.join(' ')}`,
    ),
    start: timeOf(period.from),
    end: `${period.to}T23:59:59Z`,
    props: [
      ...property('before', range.before),
      ...property('commit', range.last),
      ...property('complete', completeness.established ? 'yes' : 'no'),
      ...property('population', population.sha256),
      ...property('pull-requests', pullRequests?.sha256),
      ...history.criteria.flatMap(({ criterion, state }) =>
        property('over-the-period', state, { class: controlId(criterion) }),
      ),
    ],
    ...(items.all.length > 0 && { 'local-definitions': { 'inventory-items': items.all } }),
    'reviewed-controls': { 'control-selections': [selectionOf(reviewed(history))] },
    ...some('observations', [
      ...observed.map(({ observation }) => observation),
      ...history.perRule
        .filter(({ state }) => state !== 'no-occurrence')
        .map((row) => ruleOf(row, rules, period.to, uuids)),
      ...silentOf(history, uuids),
      ...reviewsOf(history, uuids),
      ...changesOf(history, uuids),
      ...completeness.reasons.map((reason) =>
        observation(uuids.of('doubt', reason), 'Speaks against completeness', reason, period.to, 'not-looked-at', [
          ...property('verdict', 'unknown'),
        ]),
      ),
    ]),
    ...some(
      'findings',
      findingsOf(exceptionsOf(observed), rules, uuids, {
        counted: (n) => `${count(n, 'window')} of exposure`,
        shown: 'When this was not so, the observations say.',
        remarks:
          'The state is about what this one rule looks for at some time within the period, and not about the criterion. It may have been mended since.',
      }),
    ),
  };
}

/** Criteria about which something was judged: that nothing occurred says nothing about one. */
function reviewed({ criteria: rows }: History): CriterionId[] {
  const judged = new Set(rows.filter(({ state }) => state !== 'no-occurrence').map(({ criterion }) => criterion));
  return criteria.map(({ id }) => id).filter((id) => judged.has(id));
}

const observation = (
  uuid: string,
  title: string,
  description: string,
  day: string,
  type: string,
  props: readonly object[],
) => ({
  uuid,
  title: prose(title),
  description: prose(description),
  ...some('props', props),
  methods,
  types: [type],
  collected: timeOf(day),
});

/** What failed at some time, as items of an inventory. */
class Items {
  readonly all: object[] = [];
  readonly #uuids = new Map<string, string>();

  constructor(windows: readonly Window[], uuids: Uuids) {
    for (const window of windows) {
      if (this.#uuids.has(keyOf(window))) continue;
      const { subject, file } = window;
      const uuid = uuids.of('subject', subject.kind, subject.name, file);
      this.#uuids.set(keyOf(window), uuid);
      this.all.push({
        uuid,
        description: prose(`${subject.kind} ${subject.name}`),
        props: [...property('kind', subject.kind), ...property('name', subject.name), ...property('file', file)],
      });
    }
  }

  of = (window: Window) => ({ 'subject-uuid': this.#uuids.get(keyOf(window))!, type: 'inventory-item' });
}

const keyOf = ({ subject, file }: Window) => JSON.stringify([subject.kind, subject.name, file]);

function windowOf(window: Window, end: string, items: Items, uuids: Uuids) {
  const { rule, severity, from, to, days, acceptedDays, openedBy, closedBy } = window;
  const props = [
    ...property('verdict', 'fail'),
    ...property('rule', rule),
    ...property('severity', severity),
    ...property('opened', dayOfTime(from)),
    ...property('opened-by', openedBy),
    ...property('closed', to === null ? undefined : dayOfTime(to)),
    ...property('closed-by', closedBy),
    ...property('days', String(days)),
    ...property('accepted-days', String(acceptedDays)),
    ...window.criteria.flatMap((id) => property('criterion', controlId(id))),
  ];
  const uuid = uuids.of('window', rule, keyOf(window), String(from));
  return {
    ...observation(
      uuid,
      `${rule}: ${window.subject.name}`,
      windowLine(window),
      to === null ? end : dayOfTime(to),
      'finding',
      props,
    ),
    subjects: [items.of(window)],
  };
}

const verdicts = { deviation: 'fail', 'no-deviation': 'pass', undetermined: 'unknown' } as const;

function ruleOf(
  { rule, state, subjects, deviations, days }: History['perRule'][number],
  rules: Rules,
  end: string,
  uuids: Uuids,
) {
  const title = rules.get(rule)?.title ?? rule;
  const said = `${title}: ${count(subjects, 'check')}, ${count(deviations, 'window')} of exposure; days added over the checks: ${days.pass} passed, ${days.fail} failed, ${days.accepted} accepted, ${days.unknown} not to be told. It is evidence for a criterion, and not all of it.`;
  return observation(uuids.of('rule', rule), rule, said, end, 'control-objective', [
    ...property('verdict', verdicts[state as keyof typeof verdicts]),
    ...property('rule', rule),
    ...property('over-the-period', state),
  ]);
}

/** Rules of whose kind nothing was there. */
function silentOf({ perRule, period }: History, uuids: Uuids) {
  const silent = perRule.filter(({ state }) => state === 'no-occurrence');
  if (silent.length === 0) return [];
  return [
    observation(
      uuids.of('no-occurrence'),
      'Nothing occurred',
      `${count(silent.length, 'rule')} found nothing of ${silent.length === 1 ? 'its' : 'their'} kind within the period, which is neither a pass nor a failure.`,
      period.to,
      'control-objective',
      [...property('verdict', 'no-occurrence'), ...silent.flatMap(({ rule }) => property('rule', rule))],
    ),
  ];
}

const dueVerdicts: { readonly [R in Due['result']]: string } = {
  'in-time': 'pass',
  late: 'fail',
  missing: 'fail',
  'recorded-late': 'unknown',
  moved: 'unknown',
  'cannot-tell': 'unknown',
};

function reviewsOf({ reviews, contradictions, acceptances, happenings, period }: History, uuids: Uuids) {
  return [
    ...reviews.flatMap((review) =>
      review.dues.map((due) =>
        observation(
          uuids.of('review', review.what, review.file, review.name, due.due),
          `Review of ${nameOf(review)}`,
          dueText(due),
          due.recorded ?? period.to,
          'historic',
          [
            ...property('verdict', dueVerdicts[due.result]),
            ...property('result', due.result),
            ...property('due', due.due),
          ],
        ),
      ),
    ),
    ...happenings.map(({ what, file, days }) =>
      observation(
        uuids.of('happening', file),
        `Record ${file}`,
        `${count(days.length, 'entry', 'entries')} within the period.`,
        period.to,
        'historic',
        [...property('record', what), ...property('verdict', days.length === 0 ? 'no-occurrence' : 'recorded')],
      ),
    ),
    ...contradictions.map((one) =>
      observation(
        uuids.of('contradiction', one.rule, one.subject, one.item ?? '', String(one.from)),
        `${one.rule}: ${one.subject}`,
        contradictionLine(one, period.to),
        one.to === null ? period.to : dayOfTime(one.to),
        'historic',
        [...property('verdict', 'fail'), ...property('rule', one.rule), ...property('item', one.item)],
      ),
    ),
    ...acceptances.map((one) =>
      observation(
        uuids.of('exception', one.rule, one.aspect ?? '', one.of),
        `Exception from ${one.rule}`,
        one.events.map((event) => eventLine(one, event)).join('; '),
        period.to,
        'historic',
        [...property('verdict', 'accepted'), ...property('rule', one.rule), ...property('aspect', one.aspect)],
      ),
    ),
  ];
}

/** All of them counted, and each that deviates. */
function changesOf({ population, pullRequests, period }: History, uuids: Uuids) {
  const { items, sha256, passes, deviations, cannotTell } = population;
  const asked = pullRequests
    ? `An export of the host (sha256 ${pullRequests.sha256}) tells of ${pullRequests.joined} of them.`
    : 'Who reviewed one, git does not hold, and no export of the host was given.';
  const state = items.length === 0 ? 'no-occurrence' : deviations > 0 ? 'fail' : cannotTell > 0 ? 'unknown' : 'pass';
  return [
    observation(
      uuids.of('population'),
      'Changes of the branch',
      `${count(items.length, 'change')}: reviewed as the host says ${passes}, deviations ${deviations}, not to be told ${cannotTell}. ${asked}`,
      period.to,
      'historic',
      [...property('verdict', state), ...property('population', sha256)],
    ),
    ...items.filter(({ result }) => result === 'deviation').map((item) => changeOf(item, uuids)),
  ];
}

const changeOf = ({ commit, day, title, kind, reason, pullRequest }: Item, uuids: Uuids) =>
  observation(uuids.of('change', commit), `Change ${commit.slice(0, 12)}`, `${title}: ${reason}`, day, 'historic', [
    ...property('verdict', 'fail'),
    ...property('commit', commit),
    ...property('kind', kind),
    ...property('pull-request', pullRequest === null ? undefined : String(pullRequest)),
  ]);

interface Observed {
  window: Window;
  observation: { uuid: string };
}

/** Windows of which not every day was accepted. */
const exceptionsOf = (observed: readonly Observed[]): Exception[] =>
  observed.flatMap(({ window: { rule, criteria: ids, acceptedDays, days }, observation }) =>
    acceptedDays < days || days === 0 ? [{ rule, criteria: ids, observation }] : [],
  );
