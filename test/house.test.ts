import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ruleIndex } from '../rules/index.ts';
import { criteria, isCriterionId } from '../src/criteria/catalogue.ts';
import { kinds } from '../src/model/kinds/index.ts';

const rules = (
  await Promise.all([...new Set(ruleIndex.entries.map((e) => e.domain))].map((d) => ruleIndex.load(d)))
).flat();
const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? sources(join(folder, entry.name))
      : entry.name.endsWith('.ts')
        ? [join(folder, entry.name)]
        : [],
  );

describe('criteria', () => {
  it('are the 61 there are: CC 33, A 3, PI 5, C 2, P 18', () => {
    const series = (prefix: RegExp) => criteria.filter(({ id }) => prefix.test(id)).length;
    expect([/^CC/, /^A/, /^PI/, /^C\d/, /^P\d/].map(series)).toEqual([33, 3, 5, 2, 18]);
  });

  it('have no headings and no ids that others made up', () => {
    for (const id of ['P1.0', 'CC9.9', 'CC8.2', 'C1.3', 'A1.4', 'PP1.1']) expect(isCriterionId(id)).toBe(false);
  });
});

describe('rules', () => {
  it('have unique ids, former ids included', () => {
    const ids = rules.flatMap((rule) => [rule.id, ...(rule.formerly ?? [])]);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))('%s says why, and what to do', (_, rule) => {
    const reasons = Object.values(rule.criteria);
    expect(reasons.length).toBeGreaterThan(0);
    for (const sentence of [...reasons, rule.do]) expect(sentence).toMatch(/^\p{Lu}.+\.$/su);
    expect(new Set(reasons).size, 'the same reason for two criteria is no reason').toBe(reasons.length);
    expect(rule.title).toMatch(/^\p{Lu}.*[^.]$/u);
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))(
    '%s claims no criterion that no repository can show',
    (_, rule) => {
      const unreachable = criteria.filter(({ reach }) => reach === 'none').map(({ id }) => id as string);
      // What a document says of a record kept elsewhere is a sign of it.
      if (rule.on.kinds.every((kind) => kind === 'kept-elsewhere') && rule.shows === 'document') return;
      expect(Object.keys(rule.criteria).filter((id) => unreachable.includes(id))).toEqual([]);
    },
  );

  it('have pages of their own, and no page is without a rule', () => {
    for (const domain of new Set(ruleIndex.entries.map((entry) => entry.domain))) {
      const pages = readdirSync(`rules/${domain}`)
        .filter((name) => name.endsWith('.md'))
        .map((name) => name.slice(0, -3));
      expect(pages.sort()).toEqual(
        ruleIndex.entries
          .filter((e) => e.domain === domain)
          .map((e) => e.id)
          .sort(),
      );
    }
  });

  it('name KICS queries by UUID and Trivy checks with their prefix', () => {
    const claims = rules.flatMap((rule) => [rule.equivalents ?? {}, ...Object.values(rule.aspects ?? {})]);
    for (const { kics = [], trivy = [], checkov = [] } of claims) {
      for (const id of kics) expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      for (const id of trivy) expect(id).toMatch(/^AVD-(AWS|AZU|GCP|KSV|KCV|DS|GIT|DIG|OCI|NIF|CLDSTK|OPNSTK)-\d+$/);
      for (const id of checkov) expect(id).toMatch(/^CKV2?_[A-Z][A-Z0-9]*_\d+$/);
    }
  });
});

describe('kinds', () => {
  it('have traits that mean one thing everywhere: one declaration for a name', () => {
    const declarations = Object.values(kinds).flatMap((kind) =>
      Object.entries(kind.traits).map(([name, trait]) => ({ kind: kind.name, name, trait })),
    );
    const twice = declarations.filter(({ name, trait }) =>
      declarations.some((other) => other.name === name && other.trait !== trait),
    );
    expect(twice.map(({ kind, name }) => `${kind}.${name}: move it to kinds/shared.ts`)).toEqual([]);
  });

  it('have no trait that no rule reads', () => {
    const text =
      rules.length > 0
        ? [...sources('rules'), ...sources('src/rule')].map((path) => readFileSync(path, 'utf8')).join('\n')
        : '';
    const unread = Object.values(kinds).flatMap((kind) =>
      Object.keys(kind.traits)
        .filter((name) => !new RegExp(`\\b${name}\\b`).test(text))
        .map((name) => `${kind.name}.${name}`),
    );
    expect(unread).toEqual([]);
  });
});

describe('texts of ours', () => {
  const forbidden = /\b(compliant|certified|satisfied)\b/i;

  it('never say what is the auditor’s to say', () => {
    const texts = [
      ...sources('src'),
      ...sources('rules'),
      ...readdirSync('rules', { recursive: true, encoding: 'utf8' })
        .filter((p) => p.endsWith('.md'))
        .map((p) => join('rules', p)),
    ];
    // OSCAL's word for the state of a finding: about what one rule looks for.
    const found = texts.filter((path) => forbidden.test(readFileSync(path, 'utf8').replace(/'not-satisfied'/g, '')));
    expect(found).toEqual([]);
  });
});
