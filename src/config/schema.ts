import * as v from 'valibot';
import { categories } from '../criteria/catalogue.ts';
import { annotationModes, boundaries, commentModes, diffModes } from '../model/config.ts';
import { severities } from '../model/verdict.ts';

// The one source of truth for .soc2/*: what is checked here, editors complete from the JSON schemas made of it.

const text = v.pipe(v.string(), v.trim(), v.minLength(1, 'expected some text'));
const isDay = (value: string): boolean => {
  const day = new Date(`${value}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
};
const date = v.pipe(
  v.string(),
  v.check(isDay, 'expected a day that exists (YYYY-MM-DD)'),
  v.description('A day, YYYY-MM-DD.'),
);
const criterionId = v.pipe(v.string(), v.description('The id of a criterion: CC6.1.'));
const ruleId = v.pipe(v.string(), v.description('The id of a rule.'));
const paths = v.array(text);

const ruleSetting = v.union([
  v.picklist(['off', ...severities]),
  v.strictObject({
    enabled: v.optional(v.boolean()),
    severity: v.optional(v.picklist(severities)),
    options: v.optional(v.record(v.string(), v.union([v.number(), v.boolean(), v.array(v.string())]))),
  }),
]);

export const configSchema = v.strictObject({
  categories: v.optional(
    v.pipe(
      v.array(v.picklist(categories)),
      v.description('The categories of the engagement; security is always in scope.'),
    ),
  ),
  holds: v.optional(
    v.pipe(
      v.array(v.picklist(boundaries)),
      v.description('What is kept in this repository: inside of it, what is missing fails.'),
    ),
  ),
  engagement: v.optional(
    v.strictObject({
      type: v.picklist(['I', 'II']),
      asOf: v.optional(date),
      period: v.optional(v.strictObject({ from: date, to: date })),
    }),
  ),
  system: v.optional(
    v.strictObject({
      name: v.optional(text),
      paths: v.optional(paths),
      environments: v.optional(paths),
      subserviceOrganizations: v.optional(paths),
    }),
  ),
  repository: v.optional(
    v.pipe(
      v.strictObject({ host: text, owner: text, name: text }),
      v.description('Which repository this is on its host.'),
    ),
  ),
  rules: v.optional(
    v.pipe(v.record(ruleId, ruleSetting), v.description('Settings by rule: off, a severity, or an object.')),
  ),
  roles: v.optional(
    v.pipe(
      v.array(v.strictObject({ path: text, role: v.picklist(['system', 'example', 'test', 'vendored']) })),
      v.description('What paths are there for; the last one that matches decides.'),
    ),
  ),
  exclude: v.optional(v.pipe(paths, v.description('Globs of paths that are not read.'))),
  documents: v.optional(v.pipe(paths, v.description('Globs of further places where policy documents are.'))),
  varFiles: v.optional(v.array(v.strictObject({ root: v.optional(text), file: text }))),
  failOn: v.optional(v.picklist([...severities.slice(0, 4), 'never'] as const)),
  failOnUnknown: v.optional(v.boolean()),
  allowIncomplete: v.optional(v.boolean()),
  annotations: v.optional(v.pipe(v.picklist(annotationModes), v.description('Of the Action, as its input.'))),
  comment: v.optional(v.pipe(v.picklist(commentModes), v.description('Of the Action, as its input.'))),
  diff: v.optional(v.pipe(v.picklist(diffModes), v.description('Of the Action, as its input.'))),
  summary: v.optional(v.pipe(v.boolean(), v.description('Of the Action, as its input.'))),
  live: v.optional(
    v.pipe(v.boolean(), v.description('Of the Action, as its input: also ask the forge what it holds.')),
  ),
});

const exception = v.pipe(
  v.strictObject({
    rule: ruleId,
    aspect: v.optional(text),
    subject: v.optional(text),
    path: v.optional(text),
    reason: v.pipe(text, v.description('Why it is accepted.')),
    owner: v.optional(text),
    approver: v.optional(text),
    until: v.optional(date),
  }),
  v.check(
    ({ subject, path }) => (subject === undefined) !== (path === undefined),
    'expected exactly one of "subject" and "path"',
  ),
);

export const exceptionsSchema = v.strictObject({ exceptions: v.optional(v.array(exception)) });

export const manualEvidenceSchema = v.strictObject({
  evidence: v.optional(
    v.array(v.strictObject({ criterion: criterionId, what: text, where: text, date, nextDue: v.optional(date) })),
  ),
});

export const baselineSchema = v.strictObject({
  version: v.literal(1),
  findings: v.array(
    v.strictObject({
      fingerprint: text,
      rule: text,
      aspect: v.optional(text),
      file: v.string(),
      subject: text,
      item: v.optional(text),
    }),
  ),
});
