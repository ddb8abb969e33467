import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ruleIndex } from '../../rules/index.ts';
import { loadConfig } from '../../src/config/load.ts';
import { parseYaml } from '../../src/parse/yaml/parse.ts';
import type { Node } from '../../src/parse/tree.ts';

const ajv = new Ajv({ strict: true, allowUnionTypes: true, strictRequired: false, strictTypes: false });
(addFormats as unknown as (ajv: Ajv) => void)(ajv);
const validators = Object.fromEntries(
  ['config', 'exceptions', 'manual-evidence'].map((name) => [
    name,
    ajv.compile(JSON.parse(readFileSync(`schema/${name}.schema.json`, 'utf8'))),
  ]),
);

const plain = (node: Node | undefined): unknown =>
  node === undefined
    ? null
    : node.type === 'sequence'
      ? node.items.map(plain)
      : node.type === 'mapping'
        ? Object.fromEntries(node.entries.map(({ key, value }) => [key.text, plain(value)]))
        : node.value;

/** What an editor says by the schema, and what the linter says. */
async function verdicts(name: string, text: string) {
  const editor = validators[name]!(plain(parseYaml(text).tree[0]?.root));
  const { errors } = await loadConfig(
    { text: (path) => (path === `.soc2/${name}.yml` ? text : undefined) },
    ruleIndex.entries,
  );
  return { editor, linter: errors.length === 0 };
}

const entry = (more: string) => `exceptions:\n  - { rule: actions-are-pinned, reason: known, ${more} }\n`;
const record = (more: string) => `evidence:\n  - { what: minutes, where: drive, ${more} }\n`;

const good: readonly [string, string][] = [
  ['config', ''],
  ['config', 'categories: [security, privacy]\nholds: [policies, aws-account]\n'],
  ['config', 'engagement: { type: II, period: { from: 2026-07-01, to: 2026-12-31 } }\n'],
  ['config', 'engagement: { type: I, asOf: 2028-02-29 }\nsystem: { name: cloud, paths: [infra] }\n'],
  ['config', 'repository: { host: github.com, owner: acme, name: cloud }\n'],
  [
    'config',
    'rules:\n  actions-are-pinned: off\n  storage-is-private: low\n  changes-need-review: { enabled: true, severity: high }\n',
  ],
  [
    'config',
    'roles: [{ path: infra/lab, role: test }]\nexclude: ["**/*.json"]\ndocuments: [handbook]\nvarFiles: [{ file: prod.tfvars }]\n',
  ],
  ['config', 'failOn: never\nfailOnUnknown: true\nallowIncomplete: false\n'],
  ['exceptions', ''],
  ['exceptions', 'exceptions: []\n'],
  ['exceptions', entry('path: infra')],
  ['exceptions', entry('subject: "job *", aspect: action, owner: a, approver: b, until: 2027-01-31')],
  ['manual-evidence', 'evidence: []\n'],
  ['manual-evidence', record('criterion: CC1.2, date: 2026-01-31')],
  ['manual-evidence', record('criterion: P8.1, date: 2026-01-31, nextDue: 2027-01-31')],
];

const bad: readonly [string, string][] = [
  ['config', 'categroies: [security]\n'],
  ['config', 'categories: [secrity]\n'],
  ['config', 'categories: security\n'],
  ['config', 'holds: [policy]\n'],
  ['config', 'holds:\n'],
  ['config', 'engagement: {}\n'],
  ['config', 'engagement: { type: III }\n'],
  ['config', 'engagement: { type: II, period: { from: 2026-02-30, to: 2026-12-31 } }\n'],
  ['config', 'engagement: { type: II, period: { from: 2026-07-01 } }\n'],
  ['config', 'system: { name: "" }\n'],
  ['config', 'repository: { host: github.com }\n'],
  ['config', 'rules: { actions-are-pined: off }\n'],
  ['config', 'rules: { actions-are-pinned: loud }\n'],
  ['config', 'rules: { actions-are-pinned: { severty: low } }\n'],
  ['config', 'rules: { actions-are-pinned: { options: { no-such-option: 1 } } }\n'],
  ['config', 'roles: [{ path: x, role: exmaple }]\n'],
  ['config', 'failOn: info\n'],
  ['config', 'failOnUnknown: "yes"\n'],
  ['config', '- a\n'],
  ['exceptions', 'exceptions: {}\n'],
  ['exceptions', 'exceptions: [actions-are-pinned]\n'],
  ['exceptions', 'exceptions:\n  - { rule: actions-are-pinned, path: infra }\n'],
  ['exceptions', entry('owner: a')],
  ['exceptions', entry('path: infra, subject: x')],
  ['exceptions', entry('path: "  "')],
  ['exceptions', entry('path: infra, aspect: acton')],
  ['exceptions', entry('path: infra, until: 2027-13-01')],
  ['exceptions', entry('path: infra, until: soon')],
  ['exceptions', entry('path: infra, aprover: b')],
  ['exceptions', entry('path: infra').replace('pinned', 'pined')],
  ['manual-evidence', record('criterion: CC9.9, date: 2026-01-31')],
  ['manual-evidence', record('criterion: PP1.1, date: 2026-01-31')],
  ['manual-evidence', record('criterion: CC1.2')],
  ['manual-evidence', record('criterion: CC1.2, date: 31.1.2026')],
];

describe('the schemas that editors use', () => {
  it.each(good)('take what the linter takes: %s %j', async (name, text) => {
    expect(await verdicts(name, text)).toEqual({ editor: true, linter: true });
  });

  it.each(bad)('refuse what the linter refuses: %s %j', async (name, text) => {
    expect(await verdicts(name, text)).toEqual({ editor: false, linter: false });
  });

  it('know the bounds of every option', async () => {
    const options = ruleIndex.entries.flatMap(({ id, options: own = {} }) =>
      Object.entries(own).map(([name, option]) => ({ id, name, option })),
    );
    for (const { id, name, option } of options) {
      const said = (value: unknown) =>
        verdicts('config', `rules: { ${id}: { options: { ${name}: ${JSON.stringify(value)} } } }\n`);
      expect(await said(option.default), `${id} ${name}`).toEqual({ editor: true, linter: true });
      expect(await said('x'), `${id} ${name}`).toEqual({ editor: false, linter: false });
      if (option.type === 'number') expect(await said(option.max + 1)).toEqual({ editor: false, linter: false });
    }
  });
});
