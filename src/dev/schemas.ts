// JSON schemas of what .soc2/ may hold, made from the checks themselves, so that editors complete what the linter takes.
import { toJsonSchema, type JsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { configSchema, exceptionsSchema, manualEvidenceSchema } from '../config/schema.ts';
import { criteria } from '../criteria/catalogue.ts';
import { dayFields, type Field, type RegisterField } from '../criteria/register-fields.ts';
import { registerIds, registers } from '../criteria/registers.ts';
import { severities } from '../model/verdict.ts';
import type { Option, Rule } from '../rule/rule.ts';

/** Texts of files by their paths. */
export function schemaFiles(rules: readonly Rule[]): Record<string, string> {
  const config = schemaOf(configSchema, 'settings of soc2-lint for a repository: .soc2/config.yml');
  config.properties!['rules'] = {
    ...(config.properties!['rules'] as JsonSchema),
    additionalProperties: false,
    propertyNames: true,
    properties: Object.fromEntries(rules.flatMap((rule) => namesOf(rule).map((id) => [id, settingsOf(rule)] as const))),
  };
  const register = schemaOf(exceptionsSchema, 'findings that are accepted, for a time: .soc2/exceptions.yml');
  const entry = (register.properties!['exceptions'] as { items: JsonSchema }).items;
  entry.properties!['rule'] = { description: 'The id of a rule.', enum: rules.flatMap(namesOf) };
  entry.oneOf = [{ required: ['subject'] }, { required: ['path'] }];
  entry.allOf = rules.map((rule) => ({
    if: { properties: { rule: { enum: namesOf(rule) } } },
    then: { properties: { aspect: rule.aspects ? { enum: Object.keys(rule.aspects) } : false } },
  }));
  const evidence = schemaOf(manualEvidenceSchema, 'evidence that is kept elsewhere: .soc2/manual-evidence.yml');
  const record = (evidence.properties!['evidence'] as { items: JsonSchema }).items;
  record.properties!['criterion'] = {
    anyOf: criteria.map(({ id, title }) => ({ const: id, description: title })),
  };
  return {
    'schema/config.schema.json': textOf(config),
    'schema/exceptions.schema.json': textOf(register),
    'schema/manual-evidence.schema.json': textOf(evidence),
  };
}

const textOf = (schema: JsonSchema): string => `${JSON.stringify(schema, undefined, 2)}\n`;

const namesOf = ({ id, formerly = [] }: Rule): string[] => [id, ...formerly];

function schemaOf(schema: GenericSchema, title: string): JsonSchema {
  const { $schema, ...rest } = toJsonSchema(schema, {
    target: 'draft-07',
    typeMode: 'input',
    errorMode: 'ignore',
    overrideAction: ({ valibotAction: { type }, jsonSchema }) => {
      if (type === 'min_length') return { ...jsonSchema, minLength: 1, pattern: '\\S' };
      // The check of a day; the other one is about two keys of an entry.
      return type === 'check' && jsonSchema.type === 'string' ? { ...jsonSchema, format: 'date' } : undefined;
    },
  });
  // An empty file is a file in which nothing is said.
  return { ...($schema && { $schema }), title, ...rest, type: ['object', 'null'] } as JsonSchema;
}

function settingsOf({ title, options = {} }: Rule): JsonSchema {
  return {
    description: `${title}.`,
    anyOf: [
      { enum: ['off', ...severities] },
      {
        type: 'object',
        additionalProperties: false,
        properties: {
          enabled: { type: 'boolean' },
          severity: { enum: [...severities] },
          options: {
            type: 'object',
            additionalProperties: false,
            properties: Object.fromEntries(Object.entries(options).map(([name, option]) => [name, optionOf(option)])),
          },
        },
      },
    ],
  };
}

function optionOf(option: Option): JsonSchema {
  const said = { description: option.about, default: option.default as JsonSchema['default'] } as JsonSchema;
  if (option.type === 'number') return { ...said, type: 'number', minimum: option.min, maximum: option.max };
  return option.type === 'flag' ? { ...said, type: 'boolean' } : { ...said, type: 'array', items: { type: 'string' } };
}

/** What a register may hold where it is kept as data, by the keys that are read. Further keys are the keeper's own. */
export function registerSchemas(): Record<string, string> {
  return Object.fromEntries(
    registerIds.map((id) => {
      const { title, fields } = registers[id];
      const named = Object.entries(fields) as [Field, RegisterField][];
      const entry = {
        type: 'object',
        required: named.flatMap(([field, { required }]) => (required ? [field] : [])),
        properties: Object.fromEntries(
          named.map(([field, { about }]) => [
            field,
            { description: about, ...(dayFields.includes(field) ? { type: 'string', format: 'date' } : {}) },
          ]),
        ),
      };
      const list = { type: 'array', items: { $ref: '#/$defs/entry' } };
      const schema = {
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        title,
        description:
          'A list of entries, or one under a key. Columns of tables and keys may have other usual names too.',
        anyOf: [list, { type: 'object', additionalProperties: { anyOf: [list, { not: { type: 'array' } }] } }],
        $defs: { entry },
      };
      return [`schema/${id}.schema.json`, `${JSON.stringify(schema, undefined, 2)}\n`];
    }),
  );
}

/** The page that says what each of them is read for. */
export function registersPage(): string {
  const sections = registerIds.map((id) => {
    const { title, looksFor, fields } = registers[id];
    const rows = Object.entries(fields).map(
      ([field, { about, required }]) => `| \`${field}\` | ${about} | ${required ? 'yes' : ''} |`,
    );
    return `## ${title}\n\n\`${id}\`. An auditor looks ${looksFor.replace(/^That/, 'for this: that').replace(/^For/, 'for this: for')}\n\n| Field | What it says | Needed |\n|---|---|---|\n${rows.join('\n')}\n\nAs data: [schema/${id}.schema.json](../schema/${id}.schema.json).\n`;
  });
  return `<!-- Generated by \`npm run generate\`: do not edit. -->
# Registers and records

Lists that an auditor asks for can be kept in the repository: as tables in Markdown, or as YAML, JSON or CSV, in a folder \`records/\`, \`registers/\` or \`evidence/\`, or in a file whose name says
what it is (\`risk-register.md\`). Columns and keys are found by their usual names ("Next review", \`next_review\`, \`nextReview\`); the names below always work. Days are best written as YYYY-MM-DD: one that can be read in two ways is unknown.

\`holds: [records]\` in \`.soc2/config.yml\` says that they are kept here: then one that is missing is a finding, and so is one that a policy says is in a file that is not there.
A report on an incident is a text of its own, in a folder \`post-mortems/\` or called so in a folder for records: its fields are its headings.

${sections.join('\n')}`;
}
