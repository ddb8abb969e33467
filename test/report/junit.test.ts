import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { junit } from '../../src/report/junit.ts';
import { elementsIn, readMarkup, textOf, type Element } from './markup-reader.ts';
import { at, clean, comparison, context, failure, findings, partial, reportOf, samples, steering } from './sample.ts';

/** What Jenkins' junit-10.xsd and GitLab's documentation both know: attributes and children of each element. */
const known: { readonly [name: string]: { attributes: string[]; required: string[]; children: string[] } } = {
  testsuites: { attributes: ['name', 'tests', 'failures', 'errors'], required: [], children: ['testsuite'] },
  testsuite: {
    attributes: ['name', 'tests', 'failures', 'errors', 'skipped'],
    required: ['name', 'tests', 'failures', 'errors'],
    children: ['testcase', 'system-out'],
  },
  testcase: { attributes: ['name', 'classname'], required: ['name'], children: ['failure', 'error', 'skipped'] },
  failure: { attributes: ['type', 'message'], required: [], children: [] },
  error: { attributes: ['type', 'message'], required: [], children: [] },
  skipped: { attributes: ['type', 'message'], required: [], children: [] },
  'system-out': { attributes: [], required: [], children: [] },
};

function read(report: Report): { root: Element; cases: Element[]; text: string } {
  const text = junit(report, context());
  expect(text).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/);
  const document = readMarkup(text, 'xml');
  expect(document.children.map(({ name }) => name)).toEqual(['testsuites']);
  const [root] = document.children;
  for (const { name, attributes, children } of elementsIn(document)) {
    const shape = known[name]!;
    expect(shape.attributes).toEqual(expect.arrayContaining(Object.keys(attributes)));
    expect(Object.keys(attributes)).toEqual(expect.arrayContaining(shape.required));
    for (const child of children) expect(shape.children).toContain(child.name);
  }
  return { root: root!, cases: [...elementsIn(root!)].filter(({ name }) => name === 'testcase'), text };
}

const outcomes = (cases: readonly Element[], name: string) =>
  cases.flatMap(({ children }) => children.filter((child) => child.name === name));

describe.each(Object.entries(samples))('junit of: %s', (_, report) => {
  const { root, cases } = read(report);

  it('counts what it lists', () => {
    for (const suite of root.children) {
      const ofSuite = suite.children.filter(({ name }) => name === 'testcase');
      const n = (name: string) => String(outcomes(ofSuite, name).length);
      expect(suite.attributes).toMatchObject({
        tests: String(ofSuite.length),
        failures: n('failure'),
        errors: n('error'),
        skipped: n('skipped'),
      });
    }
    expect(root.attributes).toMatchObject({
      tests: String(cases.length),
      failures: String(outcomes(cases, 'failure').length),
      errors: String(outcomes(cases, 'error').length),
    });
  });

  it('gives every case a name of its own, without lines: runs are compared by it', () => {
    const names = cases.map(({ attributes }) => `${attributes['classname']} ${attributes['name']}`);
    expect(names).toEqual([...new Set(names)]);
    for (const name of names) expect(name).not.toMatch(/:\d+/);
  });

  it('says the limits', () => {
    for (const sentence of report.limits) expect(textOf(root)).toContain(sentence);
  });

  it('is the same twice', () => expect(junit(report, context())).toBe(junit(structuredClone(report), context())));
});

describe('junit', () => {
  it('fails for what is open, skips what is unknown or waived, with the reason', () => {
    const { cases } = read(findings);
    expect(outcomes(cases, 'failure')).toHaveLength(14);
    const why = outcomes(cases, 'skipped').map(({ attributes }) => attributes['message']);
    expect(why).toHaveLength(6);
    expect(why.filter((message) => message!.startsWith('unknown: '))).toHaveLength(3);
    expect(why).toContain('accepted until 2027-01-31: static site, public by design');
    expect(why).toContain("waived by another tool's comment: behind a VPN");
    expect(why).toContain('in the baseline: known before, not yet dealt with');
  });

  it('says what, where, why and what to do', () => {
    const acl = read(findings).cases.find(
      ({ attributes }) => attributes['name'] === 'acl: aws_s3_bucket.exports (infra/storage.tf)',
    );
    expect(acl!.attributes['classname']).toBe('storage-is-private');
    expect(acl!.children[0]!.attributes).toEqual({
      type: 'critical',
      message: 'aws_s3_bucket.exports can be read by anyone through its ACL.',
    });
    expect(textOf(acl!)).toBe(
      [
        'critical storage-is-private/acl',
        'infra/storage.tf:12:12',
        'aws_s3_bucket.exports can be read by anyone through its ACL.',
        'do: Remove this ACL; let aws_s3_bucket_public_access_block close the bucket.',
        'CC6.1: Public read access goes around every access control in front of the data.',
        'C1.1: Confidential objects would be open to anyone who has the address.',
        'aws_s3_bucket.exports: infra/storage.tf:1:1',
      ].join('\n'),
    );
  });

  it('lists passes, and leaves examples out', () => {
    const { cases, text } = read(findings);
    expect(cases.map(({ attributes }) => attributes['name'])).toContain('acl: aws_s3_bucket.logs (infra/logs.tf)');
    expect(text).not.toContain('aws_s3_bucket.demo');
  });

  it('fails in a change for what is of the change', () => {
    const { cases } = read(comparison);
    expect(outcomes(cases, 'failure')).toHaveLength(2);
    expect(outcomes(cases, 'skipped').map(({ attributes }) => attributes['message'])).toContain(
      'open, and not of this change',
    );
  });

  it('has an error for what could not be read, and none for a notice', () => {
    const errors = outcomes(read(findings).cases, 'error');
    expect(errors.map(({ attributes }) => attributes['type'])).toEqual(['parse']);
    expect(outcomes(read(clean).cases, 'error')).toEqual([]);
    expect(read(partial).root.children[0]!.children[0]!.attributes['name']).toBe('everything could be read');
  });

  it('keeps results apart that would have the same name', () => {
    const twice = Array.from({ length: 3 }, () => failure('storage-is-private', {}));
    const names = read(reportOf(twice)).cases.map(({ attributes }) => attributes['name']);
    expect(names).toEqual(expect.arrayContaining(['aws_s3_bucket.exports (2)', 'aws_s3_bucket.exports (3)']));
  });

  it('stops after so many passes, and says so', () => {
    const subjects = Array.from({ length: 20_010 }, (_, index) => ({ ...clean.subjects[0]!, name: `b${index}` }));
    const passes = [{ rule: 'storage-is-private', subjects: subjects.map((_, index) => index) }];
    const text = junit({ ...clean, subjects, passes }, context());
    expect(text.match(/<testcase /g)).toHaveLength(20_001);
    expect(text).toContain('10 passes more: they are in the JSON report.');
  });

  it('stays text when names are hostile', () => {
    const hostile = `"/><x>]]>&'\u0000\u001b\u202e\ufffe\ud800\n</testcase>`;
    const report = reportOf(
      [
        failure('storage-is-private', {
          rule: hostile,
          aspect: hostile,
          message: hostile,
          do: hostile,
          subject: hostile,
          item: hostile,
          location: at(hostile, 1, 1, 2),
        }),
      ],
      { problems: [{ kind: 'parse', message: hostile, location: at(hostile, 1, 1) }], limits: [hostile] },
    );
    const { text } = read(report);
    expect(text).not.toMatch(steering);
    // https://www.w3.org/TR/xml/#charsets
    expect(text).toMatch(/^[\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u);
  });
});
