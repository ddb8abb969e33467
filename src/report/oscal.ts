import type { CriterionId } from '../criteria/catalogue.ts';
import { criteria } from '../criteria/catalogue.ts';
import type { CoverageRow, Problem, Report, ReportException, Result } from '../model/report.ts';
import type { RenderContext } from './context.ts';
import { pathUri } from './escape.ts';
import { nameOf, worstFirst } from './findings.ts';
import { controlId, document, metadata, property, prose, selectionOf, some, timeOf, Uuids } from './oscal/terms.ts';
import { findingsOf, type Exception } from './oscal/findings.ts';
import { problemText } from './summary.ts';
import { count, readAt, scopeOf } from './words.ts';

/** Nothing is run: files are read. */
const methods = ['EXAMINE'];
/** The one of OSCAL's two states that we ever give: the other one would be an opinion. */

const limits =
  'This shows what a repository holds, at one state. It says nothing of what is kept elsewhere or of how a control operated, ' +
  'and is no opinion on any criterion: that is for a CPA firm. Findings stand only where a rule found an exception that nobody ' +
  'accepted; passes and what could not be told are observations. Where nothing is said of a criterion, nothing is known of it.';

/** OSCAL assessment results. Every run of the same version over the same state gives the same bytes. */
export function oscal(report: Report, context: RenderContext): string {
  const uuids = new Uuids(report);
  const version = report.tool.version;
  const plan = uuids.of('resource', 'plan');
  return document('assessment-results', {
    uuid: uuids.of('assessment-results'),
    metadata: metadata(
      `What a repository shows for SOC 2: ${readAt(report)}`,
      version,
      report.asOf,
      `${limits} ${report.asOf === null ? 'Neither git nor the caller named a day, so every time in here is a placeholder.' : 'Times are the day by which the state was judged, not the hour of the run.'}`,
    ),
    'import-ap': { href: `#${plan}` },
    results: [resultOf(report, context, uuids)],
    'back-matter': {
      resources: [
        {
          uuid: plan,
          title: 'What was planned',
          description: prose(
            `The rules of soc2-lint ${version} with the configuration in .soc2/, for ${scopeOf(report)}. The rules stand in the component definition that soc2-lint oscal component writes, the criteria in the catalog of soc2-lint oscal catalog.`,
          ),
          props: [...property('tool-version', version), ...property('commit', report.repository.commit)],
        },
      ],
    },
  });
}

function resultOf(report: Report, context: RenderContext, uuids: Uuids) {
  const items = new Items(report, uuids);
  const observed = [...report.results]
    .sort(worstFirst)
    .map((result) => ({ result, observation: observationOf(result, report, context, items, uuids) }));
  const reviewed = reviewedCriteria(report);
  const { summary, repository } = report;
  const unread = report.problems.filter(({ notice }) => !notice);
  return {
    uuid: uuids.of('result'),
    title: prose(readAt(report)),
    description: prose(
      [
        `${count(summary.files.read, 'file')} read, ${count(summary.subjects, 'subject')} judged by ${count(summary.rules, 'rule')}.`,
        unread.length > 0 && `The scan is incomplete: ${count(unread.length, 'problem')}.`,
        ...report.limits,
      ]
        .filter(Boolean)
        .join(' '),
    ),
    start: timeOf(report.asOf),
    end: timeOf(report.asOf),
    props: [
      ...property('commit', repository.commit),
      ...property('uncommitted-changes', repository.dirty === null ? 'not known' : repository.dirty ? 'yes' : 'no'),
      ...property('complete', unread.length === 0 ? 'yes' : 'no'),
      ...report.coverage.flatMap(coverageProperty),
    ],
    ...(items.all.length > 0 && { 'local-definitions': { 'inventory-items': items.all } }),
    'reviewed-controls': {
      'control-selections': [selectionOf(reviewed)],
    },
    ...some('observations', [
      ...observed.map(({ observation }) => observation),
      ...report.passes.map((pass) => passOf(pass, report, context, items, uuids)),
      ...report.problems.map((problem) => problemOf(problem, report, uuids)),
    ]),
    ...some(
      'findings',
      findingsOf(exceptionsOf(observed), context.rules, uuids, {
        counted: (n) => count(n, 'exception'),
        shown: 'Where this is not so, the observations say.',
        remarks: 'The state is about what this one rule looks for, and not about the criterion.',
      }),
    ),
  };
}

const coverageProperty = ({ criterion, state, elsewhere }: CoverageRow) =>
  property('coverage', state, { class: controlId(criterion) }).map((one) => ({
    ...one,
    ...(elsewhere !== '' && { remarks: prose(`What stays outside of a repository: ${elsewhere}`) }),
  }));

/** Criteria about which something was judged: that none was found says nothing about one. */
function reviewedCriteria({ coverage, results }: Report): CriterionId[] {
  const judged = coverage.filter(
    ({ counts: { pass, fail, unknown } }) =>
      pass + unknown + fail.open + fail.accepted + fail.inherited + fail.baseline > 0,
  );
  const ids = new Set([...judged.map(({ criterion }) => criterion), ...results.flatMap((result) => result.criteria)]);
  return criteria.map(({ id }) => id).filter((id) => ids.has(id));
}

/** What was judged, as items of an inventory. */
class Items {
  readonly all: readonly { uuid: string; description: string }[];
  readonly #named = new Map<string, { uuid: string; file: string | undefined }[]>();

  constructor({ subjects }: Report, uuids: Uuids) {
    this.all = subjects.map(({ kind, name, role, provider, location }) => {
      const uuid = uuids.of('subject', kind, name, role, location?.file ?? '');
      const key = keyOf({ kind, name, role });
      this.#named.set(key, [...(this.#named.get(key) ?? []), { uuid, file: location?.file }]);
      return {
        uuid,
        description: prose(`${kind} ${name}`),
        props: [
          ...property('kind', kind),
          ...property('name', name),
          ...property('role', role),
          ...property('provider', provider),
          ...property('file', location?.file),
          ...property('line', location && String(location.startLine)),
        ],
      };
    });
  }

  at = (index: number) => referenceTo(this.all[index]!.uuid);

  /** The one that a result is about; none where several have its name. */
  of({ subject, location }: Result) {
    const named = this.#named.get(keyOf(subject)) ?? [];
    const here = named.length > 1 ? named.filter(({ file }) => file === location?.file) : named;
    return here.length === 1 ? [referenceTo(here[0]!.uuid)] : [];
  }
}

const keyOf = ({ kind, name, role }: Result['subject']) => JSON.stringify([kind, name, role]);
const referenceTo = (uuid: string) => ({ 'subject-uuid': uuid, type: 'inventory-item' });

function observationOf(result: Result, report: Report, { links }: RenderContext, items: Items, uuids: Uuids) {
  const { verdict, subject, location, disposition, reason } = result;
  const exception = result.exception === undefined ? undefined : report.exceptions[result.exception];
  const remarks = [result.do, reason && `Settle it with ${reason.settledBy}.`, exception && waiverText(exception)];
  return {
    uuid: uuids.of('observation', result.fingerprint),
    title: prose(`${nameOf(result)}: ${subject.name}`),
    description: prose(result.message),
    props: [
      ...property('verdict', verdict),
      ...property('rule', result.rule),
      ...property('aspect', result.aspect),
      ...property('item', result.item),
      ...property('severity', result.severity),
      ...property('disposition', disposition),
      ...property('reason', reason?.code),
      ...property('role', subject.role),
      ...property('fingerprint', result.fingerprint),
      ...result.criteria.flatMap((id) => property('criterion', controlId(id))),
    ],
    methods,
    types: [verdict === 'fail' ? 'finding' : 'control-objective'],
    ...some('subjects', items.of(result)),
    ...(location && {
      'relevant-evidence': [
        {
          href: `${links ? `${links.server}/${links.repository}/blob/${links.commit}/` : ''}${pathUri(location.file)}#L${location.startLine}`,
          description: prose(`${location.file}, line ${location.startLine}, ${readAt(report)}`),
        },
      ],
    }),
    collected: timeOf(report.asOf),
    remarks: prose(remarks.filter(Boolean).join(' ')),
  };
}

const waiverText = ({ source, reason, owner, approver, until }: ReportException): string =>
  [
    `Accepted (${source}): ${reason}`,
    owner && `owner ${owner}`,
    approver && `approved by ${approver}`,
    until && `until ${until}`,
  ]
    .filter(Boolean)
    .join(', ');

function passOf(pass: Report['passes'][number], report: Report, { rules }: RenderContext, items: Items, uuids: Uuids) {
  return {
    uuid: uuids.of('pass', nameOf(pass)),
    title: prose(nameOf(pass)),
    description: prose(
      `${rules.get(pass.rule)?.title ?? pass.rule}: ${count(pass.subjects.length, 'subject')} of which this holds. It is evidence for a criterion, and not all of it.`,
    ),
    props: [...property('verdict', 'pass'), ...property('rule', pass.rule), ...property('aspect', pass.aspect)],
    methods,
    types: ['control-objective'],
    ...some('subjects', pass.subjects.map(items.at)),
    collected: timeOf(report.asOf),
  };
}

const problemOf = (problem: Problem, { asOf }: Report, uuids: Uuids) => ({
  uuid: uuids.of('problem', problem.message, problem.location?.file ?? ''),
  title: problem.notice ? 'Left out on purpose' : 'Could not be looked at',
  description: prose(problemText(problem)),
  props: [
    ...property('problem', problem.kind),
    ...(problem.criteria ?? []).flatMap((id) => property('criterion', controlId(id))),
  ],
  methods,
  types: [problem.notice ? 'left-out' : 'not-looked-at'],
  collected: timeOf(asOf),
});

interface Observed {
  result: Result;
  observation: { uuid: string };
}

/** What nobody accepted. A baseline or another tool's comment accepts nothing. */
const exceptionsOf = (observed: readonly Observed[]): Exception[] =>
  observed.flatMap(({ result: { rule, criteria: ids }, result, observation }) =>
    isException(result) ? [{ rule, criteria: ids, observation }] : [],
  );

const isException = ({ verdict, disposition, subject }: Result): boolean =>
  verdict === 'fail' && disposition !== 'accepted' && subject.role === 'system';
