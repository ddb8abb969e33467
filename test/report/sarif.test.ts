import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import type { Log, PhysicalLocation, ReportingDescriptorReference } from 'sarif';
import { describe, expect, it } from 'vitest';
import { sarif } from '../../src/report/sarif.ts';
import { at, clean, context, failure, findings, partial, reportOf, rules, samples } from './sample.ts';

const ajv = new Ajv({ allowUnionTypes: true });
formats.default(ajv);
const valid = ajv.compile(JSON.parse(readFileSync('test/report/sarif.schema.json', 'utf8')) as object);

const runOf = (report: typeof findings, more = {}) => {
  const log = JSON.parse(sarif(report, context(more))) as Log;
  valid(log);
  expect(valid.errors).toBeNull();
  expect(log.version).toBe('2.1.0');
  expect(log.runs).toHaveLength(1);
  return log.runs[0]!;
};

/** Every object below a node. */
function* objectsIn(node: unknown): Generator<object> {
  if (typeof node !== 'object' || node === null) return;
  if (!Array.isArray(node)) yield node;
  for (const inner of Object.values(node)) yield* objectsIn(inner);
}

describe('sarif', () => {
  it.each(Object.entries(samples))('is well formed, and its references lead somewhere: %s', (_, report) => {
    const run = runOf(report, { verbose: true });
    const { driver } = run.tool;
    expect(driver.name).toBe('soc2-lint');
    const taxonomy = run.taxonomies![0]!;
    const taxa = taxonomy.taxa!;
    expect(driver.supportedTaxonomies).toEqual([{ name: taxonomy.name, index: 0, guid: taxonomy.guid }]);
    expect(taxonomy.guid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const leads = ({ id, index, toolComponent }: ReportingDescriptorReference) => {
      expect(taxa[index!]!.id).toBe(id);
      expect(toolComponent).toEqual({ name: taxonomy.name, index: 0, guid: taxonomy.guid });
    };
    expect(new Set(driver.rules!.map(({ id }) => id)).size).toBe(driver.rules!.length);
    for (const rule of driver.rules!) {
      expect(rule.shortDescription!.text).not.toBe('');
      for (const { target, kinds } of rule.relationships ?? []) {
        leads(target);
        expect(kinds).toEqual(['relevant']);
      }
      expect(rule.properties!.tags!.length).toBeLessThanOrEqual(20);
      expect(Number(rule.properties!['security-severity'])).toBeGreaterThan(0);
      expect(['error', 'warning', 'recommendation']).toContain(rule.properties!['problem.severity']);
    }
    for (const result of run.results!) {
      expect(driver.rules![result.ruleIndex!]!.id).toBe(result.ruleId);
      expect(result.message.text).not.toBe('');
      expect(result.locations).toHaveLength(1);
      expect(result.level === 'none').toBe(result.kind === 'review');
      expect(Object.keys(result.partialFingerprints!)).toEqual(['soc2-lint/v2']);
      for (const taxon of result.taxa!) leads(taxon);
      for (const [index, related] of (result.relatedLocations ?? []).entries()) expect(related.id).toBe(index);
    }
    const places = [...objectsIn(run)].filter((object): object is PhysicalLocation => 'artifactLocation' in object);
    for (const { artifactLocation, region } of places) {
      expect(artifactLocation!.uriBaseId).toBe('%SRCROOT%');
      expect(artifactLocation!.uri).toMatch(/^(?:[\w.~!*'()/-]|%[0-9A-F]{2})+$/i);
      expect(artifactLocation!.uri).not.toMatch(/^\/|^\.\//);
      expect(region!.startLine).toBeGreaterThan(0);
    }
  });

  it('has failures to fix and unknowns to review, and no passes', () => {
    const kinds = runOf(findings).results!.map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['fail', 'review']));
    expect(kinds.indexOf('review')).toBe(kinds.lastIndexOf('fail') + 1);
    expect(runOf(clean).results).toEqual([]);
  });

  it('tags a rule with its criteria first', () => {
    const rule = runOf(findings).tool.driver.rules!.find(({ id }) => id === 'storage-is-private')!;
    expect(rule.properties!.tags).toEqual(['soc2/CC6.1', 'soc2/C1.1', 'security']);
    expect(rule.properties!['security-severity']).toBe('9.5');
    expect(rule.helpUri).toBe('https://soc2-lint.example/rules/storage-is-private');
  });

  it('gives a rule the severity that its results have', () => {
    const changed = runOf(reportOf([failure('storage-is-private', { severity: 'low' })]));
    const rule = changed.tool.driver.rules!.find(({ id }) => id === 'storage-is-private')!;
    expect(rule.properties!['problem.severity']).toBe('recommendation');
    expect(changed.results![0]!.level).toBe('note');
  });

  it('suppresses what somebody waived, with the reason', () => {
    const suppressions = runOf(findings).results!.flatMap((result) => result.suppressions ?? []);
    expect(suppressions.map(({ kind, status, justification }) => [kind, status, justification])).toEqual([
      ['external', 'accepted', 'static site, public by design, approved by acme/platform, until 2027-01-31'],
      ['inSource', 'accepted', 'behind a VPN, comment for checkov'],
      ['external', 'accepted', 'In the baseline: known before.'],
    ]);
  });

  it('says whether the scan was whole', () => {
    const [invocation] = runOf(findings).invocations!;
    expect(invocation!.executionSuccessful).toBe(false);
    expect(invocation!.toolExecutionNotifications!.map(({ level, descriptor }) => [level, descriptor?.id])).toEqual([
      ['error', 'parse'],
      ['note', 'not-scanned'],
      ['note', undefined],
      ['note', undefined],
    ]);
    expect(runOf(clean).invocations![0]!.executionSuccessful).toBe(true);
  });

  it('leaves examples and tests to --verbose', () => {
    expect(sarif(findings, context())).not.toContain('examples/demo');
    expect(sarif(findings, context({ verbose: true }))).toContain('examples/demo');
  });

  it('gives a result that stands in no file a location all the same', () => {
    const [result] = runOf(reportOf([failure('required-checks-exist', {})])).results!;
    expect(result!.locations![0]!.physicalLocation!.artifactLocation!.uri).toBe('not%20in%20any%20file');
  });

  it('encodes paths and breaks links', () => {
    const text = 'see [this](https://example.org)';
    const [result] = runOf(
      reportOf([failure('storage-is-private', { message: text, location: at('a b/ü#1.tf', 2, 1, 4) })]),
    ).results!;
    expect(result!.locations![0]!.physicalLocation!.artifactLocation!.uri).toBe('a%20b/%C3%BC%231.tf');
    expect(result!.message.text).not.toContain('](');
  });

  it('names the commit where it is known', () => {
    const links = { server: 'https://github.com', repository: 'acme/orders', commit: 'abc' };
    expect(runOf(clean, { links }).versionControlProvenance).toEqual([
      { repositoryUri: 'https://github.com/acme/orders', revisionId: 'abc', mappedTo: { uriBaseId: '%SRCROOT%' } },
    ]);
    expect(runOf(clean).versionControlProvenance).toBeUndefined();
  });

  it('stops at what code scanning takes, worst first, and says so', () => {
    const low = failure('actions-are-pinned', { severity: 'low' });
    const run = runOf(reportOf([...Array.from({ length: 25_000 }, () => low), failure('storage-is-private', {})]));
    expect(run.results).toHaveLength(25_000);
    expect(run.results![0]!.ruleId).toBe('storage-is-private');
    expect(run.invocations![0]!.toolExecutionNotifications![0]!.message.text).toBe(
      '1 results are left out: a run holds 25000.',
    );
  });

  it('lists every rule that took part', () => {
    expect(runOf(partial).tool.driver.rules!.map(({ id }) => id)).toEqual([...rules.keys()]);
  });
});
