import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { criteria } from '../../src/criteria/catalogue.ts';
import type { Report } from '../../src/model/report.ts';
import type { History } from '../../src/history/history.ts';
import { historyOscal } from '../../src/report/history/oscal.ts';
import { oscal } from '../../src/report/oscal.ts';
import { eventful, quiet } from './history-sample.ts';
import { cli, folderWith, repository, workflow } from '../run.ts';
import { clean, context, failure, findings, reportOf, samples, steering } from './sample.ts';

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema(JSON.parse(readFileSync('test/report/oscal.schema.json', 'utf8')) as object, 'oscal');
const shapes = {
  results: ajv.compile({ $ref: 'oscal#/$defs/assessment-results' }),
  catalog: ajv.compile({ $ref: 'oscal#/$defs/catalog' }),
  component: ajv.compile({ $ref: 'oscal#/$defs/component-definition' }),
};

/** What of OSCAL the tests look at. */
interface Part {
  uuid: string;
  [name: string]: unknown;
}
interface Observation extends Part {
  props: readonly { name: string; value: string }[];
}
interface Finding extends Part {
  title: string;
  target: { type: string; 'target-id': string; status: { state: string } };
  'related-observations': readonly { 'observation-uuid': string }[];
}
interface Results {
  uuid: string;
  metadata: { 'last-modified': string; remarks: string };
  'import-ap': { href: string };
  results: readonly [
    {
      props: readonly { name: string; value: string }[];
      'reviewed-controls': { 'control-selections': readonly { 'exclude-controls'?: readonly unknown[] }[] };
      'local-definitions'?: { 'inventory-items': readonly Part[] };
      observations?: readonly Observation[];
      findings?: readonly Finding[];
    },
  ];
  'back-matter': { resources: readonly Part[] };
}

function valid(shape: ValidateFunction, text: string): unknown {
  const document = JSON.parse(text) as unknown;
  expect(shape(document), JSON.stringify(shape.errors?.slice(0, 5))).toBe(true);
  const uuids = [...text.matchAll(/"uuid": "([^"]+)"/g)].map(([, uuid]) => uuid!);
  expect(new Set(uuids).size, 'a uuid is used twice').toBe(uuids.length);
  for (const uuid of uuids)
    expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  return document;
}

const resultsOf = (text: string) =>
  (valid(shapes.results, text) as { 'assessment-results': Results })['assessment-results'];
const of = (report: Report, more = {}) => resultsOf(oscal(report, context(more)));
const verdicts = (results: Results) =>
  (results.results[0].observations ?? []).map(
    ({ props }) => props.find(({ name }) => name === 'verdict' || name === 'problem')!.value,
  );
const said = (results: Results, wanted: string) => results.results[0].props.find(({ name }) => name === wanted)?.value;

const ci = '.github/workflows/ci.yml';
const scans: { readonly [name: string]: () => string } = {
  clean: () => repository({ 'README.md': '# hello\n', CODEOWNERS: '* @acme/platform\n' }),
  failing: () => repository({ [ci]: workflow() }),
  empty: () => folderWith({}),
  incomplete: () => folderWith({ [ci]: 'on: push\njobs:\n  build: [\n' }),
};

describe('oscal of a scan', () => {
  it.each(Object.entries(scans))('is valid and the same twice: %s', (_, folder) => {
    const root = folder();
    const { out } = cli(root, ['--format', 'oscal']);
    resultsOf(out);
    expect(cli(root, ['--format', 'oscal']).out).toBe(out);
  });

  it.each(['acme-cloud', 'acme-cloud-gaps', 'acme-site'])('is valid for the repository %s', (name) => {
    const { out } = cli(join('fixtures', name), ['--format', 'oscal', '--as-of', '2026-11-22']);
    expect(resultsOf(out).results[0].observations!.length).toBeGreaterThan(10);
  });

  it.each(Object.entries(samples))('is valid: %s', (_, report) => {
    const links = { server: 'https://github.com', repository: 'acme/orders', commit: 'abc' };
    expect(of(report).uuid).toBe(of(report, { verbose: true, links }).uuid);
  });

  it('says that a scan of nothing has reviewed nothing', () => {
    const results = resultsOf(cli(folderWith({}), ['--format', 'oscal', '--rules', 'storage-is-private']).out);
    const [selection] = results.results[0]['reviewed-controls']['control-selections'];
    expect(selection).not.toHaveProperty('include-controls');
    expect(selection!['exclude-controls']).toHaveLength(61);
    expect(results.results[0].findings).toBeUndefined();
    expect(results.metadata['last-modified']).toBe('1970-01-01T00:00:00Z');
    expect(results.metadata.remarks).toContain('placeholder');
  });

  it('says that a scan is incomplete, and what could not be read', () => {
    const results = resultsOf(cli(scans['incomplete']!(), ['--format', 'oscal']).out);
    expect(said(results, 'complete')).toBe('no');
    expect(verdicts(results)).toContain('parse');
    expect(said(of(clean), 'complete')).toBe('yes');
  });

  it('has findings only for what nobody accepted in the system itself; the rest is observed', () => {
    const results = of(findings);
    const [{ findings: found = [], observations = [] }] = results.results;
    const named = new Map(observations.map((one) => [one.uuid, one]));
    const value = ({ props }: Observation, wanted: string) => props.find(({ name }) => name === wanted)?.value;
    for (const { target, 'related-observations': related } of found) {
      expect(target.type).toBe('objective-id');
      expect(target['target-id']).toMatch(/^(cc|a|pi|c|p)\d+\.\d+_obj\./);
      expect(target.status.state).toBe('not-satisfied');
      for (const { 'observation-uuid': uuid } of related) {
        const one = named.get(uuid)!;
        expect(value(one, 'verdict')).toBe('fail');
        expect(value(one, 'role')).toBe('system');
        expect(value(one, 'disposition')).not.toBe('accepted');
      }
    }
    const exceptions = findings.results.filter(
      ({ verdict, disposition, subject }) =>
        verdict === 'fail' && disposition !== 'accepted' && subject.role === 'system',
    );
    const related = new Set(found.flatMap((one) => one['related-observations'].map((o) => o['observation-uuid'])));
    expect(related.size).toBe(exceptions.length);
    expect(verdicts(results).filter((verdict) => verdict === 'unknown')).toHaveLength(
      findings.results.filter(({ verdict }) => verdict === 'unknown').length,
    );
    expect(of(clean).results[0].findings).toBeUndefined();
    expect(verdicts(of(clean)).filter((verdict) => verdict === 'pass')).toHaveLength(clean.passes.length);
  });

  it('refers only to what it holds', () => {
    const results = of(findings);
    expect(results['back-matter'].resources.map(({ uuid }) => `#${uuid}`)).toContain(results['import-ap'].href);
    const items = new Set(results.results[0]['local-definitions']!['inventory-items'].map(({ uuid }) => uuid));
    for (const [, uuid] of JSON.stringify(results).matchAll(/"subject-uuid":"([^"]+)"/g))
      expect(items.has(uuid!)).toBe(true);
  });

  it('has other uuids where anything else is said', () => {
    const [one, other] = ['a', 'b'].map((message) => of(reportOf([failure('storage-is-private', { message })])));
    expect(one!.uuid).not.toBe(other!.uuid);
  });

  it('keeps what a repository says from steering a reader', () => {
    const text = oscal(
      reportOf([
        failure('storage-is-private', {
          message: 'a\u202eb <script>x</script> [click](https://evil.example)\n::error::x',
          subject: '\u200b',
        }),
      ]),
      context(),
    );
    resultsOf(text);
    expect(text).not.toMatch(steering);
    expect(text).not.toMatch(/<script|\[click\]\(/);
  });
});

describe('oscal of a history', () => {
  const rules = [{ id: 'storage-is-private', title: 'Storage is private', criteria: { 'CC6.1': 'A reason.' } }];
  const overPeriod = (history: History) => resultsOf(historyOscal(history, rules));
  const period = ['--from', '2026-01-01', '--to', '2026-12-31', '--as-of', '2027-01-01', '--format', 'oscal'];

  it.each(['clean', 'failing', 'incomplete'] as const)('is valid and the same twice: %s', (name) => {
    const root = name === 'incomplete' ? repository({ [ci]: 'on: push\njobs:\n  build: [\n' }) : scans[name]!();
    const { out } = cli(root, ['history', ...period]);
    const [result] = resultsOf(out).results;
    expect(cli(root, ['history', ...period]).out).toBe(out);
    expect(result.findings?.some(({ title }) => title.startsWith('actions-are-pinned')) ?? false).toBe(
      name === 'failing',
    );
    // What was there before the first commit is not known.
    expect(said(resultsOf(out), 'complete')).toBe('no');
  });

  it('of a branch on which nothing happened has no finding, and says that nothing occurred', () => {
    const results = overPeriod(quiet);
    expect(results.results[0].findings).toBeUndefined();
    expect(said(results, 'complete')).toBe('yes');
    expect(verdicts(results)).toEqual(['no-occurrence', 'no-occurrence']);
    expect(results.results[0]['reviewed-controls']['control-selections'][0]!['exclude-controls']).toHaveLength(61);
  });

  it('has findings for windows that nobody accepted in whole, also mended ones; the rest is observed', () => {
    const history = eventful();
    const results = overPeriod(history);
    const [{ findings: found = [], observations = [] }] = results.results;
    expect(
      found.map(({ target, 'related-observations': related }) => [
        target['target-id'],
        target.status.state,
        related.length,
      ]),
    ).toEqual([['cc6.1_obj.storage-is-private', 'not-satisfied', 1]]);
    const [{ 'observation-uuid': uuid }] = found[0]!['related-observations'] as [{ 'observation-uuid': string }];
    expect(observations.find((one) => one.uuid === uuid)!.props).toContainEqual(
      expect.objectContaining({ name: 'closed', value: '2025-03-06' }),
    );
    expect(said(results, 'complete')).toBe('no');
    expect(JSON.stringify(results)).toContain('the clone is shallow');
    // Late reviews, contradictions and changes are observed; no objective of the catalog is about them.
    const text = observations.map((one) => String(one['description'])).join('\n');
    for (const told of [
      'made 21 days after the day',
      'one parent and no pull request named',
      'expired while its finding was open',
    ])
      expect(text).toContain(told);
  });

  it('says only the one state that is no opinion, and has other uuids where anything else is said', () => {
    const [one, other] = ['a', 'b'].map((text) => overPeriod(eventful(text)));
    expect(one!.uuid).not.toBe(other!.uuid);
    expect(JSON.stringify(one)).not.toMatch(/"state":"satisfied"/);
    expect(historyOscal(eventful('a\u202eb [click](https://evil.example)\n::error::x'), rules)).not.toMatch(steering);
  });
});

describe('oscal catalog and component', () => {
  const text = (name: string) => cli(folderWith({}), ['oscal', name]).out;

  it('hold the 61 criteria by their ids, in words of our own', () => {
    const catalog = text('catalog');
    valid(shapes.catalog, catalog);
    expect([...catalog.matchAll(/"class": "criterion"/g)]).toHaveLength(61);
    for (const { id } of criteria) expect(catalog).toContain(`"value": "${id}"`);
    expect(text('catalog')).toBe(catalog);
  });

  it('give a reason for each rule and criterion, and lead to the catalog and to no other part', () => {
    const component = text('component');
    valid(shapes.component, component);
    const catalog = text('catalog');
    const objectives = new Set([...catalog.matchAll(/"id": "([^"]+_obj\.[^"]+)"/g)].map(([, id]) => id));
    const statements = [...component.matchAll(/"statement-id": "([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(statements)).toEqual(objectives);
    expect(statements.length).toBe(objectives.size);
    const finding = resultsOf(cli(scans['failing']!(), ['--format', 'oscal']).out).results[0].findings!;
    for (const { target } of finding) expect(objectives.has(target['target-id'])).toBe(true);
  });

  it('say what they take', () => {
    expect(cli(folderWith({}), ['oscal', 'catalogue'])).toMatchObject({ code: 2, out: '' });
    expect(cli(folderWith({}), ['oscal', 'catalog', 'more']).code).toBe(2);
    expect(cli(folderWith({}), ['oscal', '--help']).out).toContain('usage: soc2-lint oscal');
  });
});
