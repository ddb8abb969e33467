import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load.ts';
import { lineOf } from '../../src/config/errors.ts';
import { cli, folderWith } from '../run.ts';
import { entries, register } from './entries.ts';

const load = (file: string, text: string) =>
  loadConfig({ text: (path) => (path === file ? text : undefined) }, entries);
const entry = 'exceptions:\n  - rule: door-is-closed\n    path: infra\n    reason: known\n';
const record = 'evidence:\n  - criterion: CC1.2\n    what: minutes\n    where: drive\n    date: 2026-01-31\n';

/** Every mistake is one line: file, line, column, what was expected, and the nearest right name. */
const mistakes: readonly [what: string, file: string, text: string, ...lines: string[]][] = [
  [
    'a comment mode that is none',
    'config.yml',
    'live: true\ncomment: allways\n',
    '2:10: expected one of always, on-failure, never for "comment", found "allways"; did you mean "always"?',
  ],
  [
    'what a change is shown',
    'config.yml',
    'diff: line\n',
    '1:7: expected one of auto, lines, files, all for "diff", found "line"; did you mean "lines"?',
  ],
  [
    'annotations and switches of the Action',
    'config.yml',
    'annotations: check\nsummary: no\nlive: 1\n',
    '1:14: expected one of auto, commands, checks, none for "annotations", found "check"; did you mean "checks"?',
    '2:10: expected true or false for "summary", found "no"',
    '3:7: expected true or false for "live", found 1',
  ],
  [
    'an unknown key',
    'config.yml',
    'categroies: [security]\n',
    '1:1: unknown key "categroies"; did you mean "categories"?',
  ],
  ['an unknown key further in', 'config.yml', 'system:\n  nmae: x\n', '2:3: unknown key "nmae"; did you mean "name"?'],
  [
    'an unknown key that is like no other',
    'config.yml',
    'engagement: { type: II, zzzzzzzz: 1 }\n',
    '1:25: unknown key "zzzzzzzz"; there are type, asOf, period',
  ],
  [
    'an unknown rule',
    'config.yml',
    'rules:\n  door-is-close: off\n',
    '2:3: there is no rule "door-is-close"; did you mean "door-is-closed"?',
  ],
  [
    'a severity that is none',
    'config.yml',
    'rules:\n  door-is-closed: hihg\n',
    '2:19: expected one of off, critical, high, medium, low, info for "door-is-closed", found "hihg"; did you mean "high"?',
  ],
  [
    'a wrong key in a rule’s settings',
    'config.yml',
    'rules:\n  door-is-closed: { severty: low }\n',
    '2:21: unknown key "severty"; did you mean "severity"?',
  ],
  [
    'an option that the rule has not',
    'config.yml',
    'rules:\n  door-is-closed: { options: { dys: 3 } }\n',
    '2:37: rule door-is-closed has no option "dys"; did you mean "days"?',
  ],
  [
    'an option out of bounds',
    'config.yml',
    'rules:\n  door-is-closed: { options: { days: 400 } }\n',
    '2:38: expected a number from 1 to 365 for "days", found 400',
  ],
  [
    'an option of another type',
    'config.yml',
    'rules:\n  door-is-closed: { options: { names: true } }\n',
    '2:39: expected a list of texts for "names", found true',
  ],
  [
    'an option with a text',
    'config.yml',
    'rules:\n  door-is-closed: { options: { days: soon } }\n',
    '2:38: expected a number, true or false, or a list for "days", found "soon"',
  ],
  [
    'a boundary that is none',
    'config.yml',
    'holds: [policy]\n',
    '1:9: expected one of policies, records, aws-account, azure-subscription, google-project, kubernetes-cluster, github-organization, github-repository in "holds", found "policy"; did you mean "policies"?',
  ],
  ['a text for a list', 'config.yml', 'holds: policies\n', '1:8: expected a list for "holds", found "policies"'],
  ['nothing for a list', 'config.yml', 'exclude:\n', '1:1: expected a list for "exclude", found nothing'],
  [
    'a list for keys',
    'config.yml',
    'engagement: [II]\n',
    '1:13: expected keys with values for "engagement", found a list',
  ],
  ['a list for the whole', 'config.yml', '- categories\n', '1:1: expected keys with values, found a list'],
  [
    'a role that is none',
    'config.yml',
    'roles:\n  - path: x\n    role: exmaple\n',
    '3:11: expected one of system, example, test, vendored for "role", found "exmaple"; did you mean "example"?',
  ],
  ['a number for a text', 'config.yml', 'engagement: { type: 2 }\n', '1:21: expected one of I, II for "type", found 2'],
  [
    'a day that is none',
    'config.yml',
    'engagement: { type: II, period: { from: 2026-13-01, to: 2026-12-31 } }\n',
    '1:41: expected a day that exists (YYYY-MM-DD) for "from", found "2026-13-01"',
  ],
  [
    'a severity that can not fail a run',
    'config.yml',
    'failOn: info\n',
    '1:9: expected one of critical, high, medium, low, never for "failOn", found "info"',
  ],
  [
    'yes for true',
    'config.yml',
    'failOnUnknown: yes\n',
    '1:16: expected true or false for "failOnUnknown", found "yes"',
  ],
  [
    'two mistakes at once',
    'config.yml',
    'holds: 1\nfailOn: x\n',
    '1:8: expected a list for "holds", found 1',
    '2:9: expected one of critical, high, medium, low, never for "failOn", found "x"',
  ],
  [
    'broken YAML',
    'config.yml',
    'holds: [\n',
    '2:1: expected YAML: unexpected end of the stream within a flow collection',
  ],
  [
    'a key that stands twice',
    'config.yml',
    'holds: [policies]\nholds: []\n',
    '2:1: expected each key once: "holds" stands on line 1 already',
  ],
  ['two documents', 'config.yml', 'holds: []\n---\nholds: []\n', '1:1: expected one document, found several (---)'],
  [
    'no reason',
    'exceptions.yml',
    'exceptions:\n  - rule: door-is-closed\n    path: infra\n',
    '2:5: expected the key "reason"',
  ],
  [
    'an empty reason',
    'exceptions.yml',
    entry.replace('known', '"  "'),
    '4:13: expected some text for "reason", found ""',
  ],
  [
    'subject and path',
    'exceptions.yml',
    `${entry}    subject: x\n`,
    '2:5: expected exactly one of "subject" and "path"',
  ],
  [
    'neither subject nor path',
    'exceptions.yml',
    entry.replace('    path: infra\n', ''),
    '2:5: expected exactly one of "subject" and "path"',
  ],
  [
    'an unknown rule in the register',
    'exceptions.yml',
    entry.replace('closed', 'closd'),
    '2:11: there is no rule "door-is-closd"; did you mean "door-is-closed"?',
  ],
  [
    'an unknown aspect',
    'exceptions.yml',
    `${entry}    aspect: lcok\n`,
    '5:13: rule door-is-closed has no aspect "lcok"; did you mean "lock"?',
  ],
  [
    'an aspect of a rule without any',
    'exceptions.yml',
    `${entry.replace('door-is-closed', 'window-is-shut')}    aspect: lock\n`,
    '5:13: rule window-is-shut has no aspect "lock"',
  ],
  [
    'an end that does not exist',
    'exceptions.yml',
    `${entry}    until: 2026-02-30\n`,
    '5:12: expected a day that exists (YYYY-MM-DD) for "until", found "2026-02-30"',
  ],
  [
    'a misspelt key in the register',
    'exceptions.yml',
    `${entry}    aprover: x\n`,
    '5:5: unknown key "aprover"; did you mean "approver"?',
  ],
  [
    'a text for an entry',
    'exceptions.yml',
    'exceptions:\n  - door-is-closed\n',
    '2:5: expected keys with values in "exceptions", found "door-is-closed"',
  ],
  [
    'a criterion that somebody made up',
    'manual-evidence.yml',
    record.replace('CC1.2', 'CC9.9'),
    '2:16: there is no criterion "CC9.9"; did you mean "CC9.1"?',
  ],
  [
    'privacy by another name',
    'manual-evidence.yml',
    record.replace('CC1.2', 'PP1.1'),
    '2:16: there is no criterion "PP1.1"; did you mean "P1.1"?',
  ],
  [
    'evidence without a date',
    'manual-evidence.yml',
    record.replace('    date: 2026-01-31\n', ''),
    '2:5: expected the key "date"',
  ],
  [
    'a baseline of another version',
    'baseline.json',
    '{"version":2,"findings":[]}',
    '1:12: expected 1 for "version", found 2',
  ],
  ['a baseline that is no JSON', 'baseline.json', 'nope', '1:1: expected JSON: a value that JSON knows'],
];

describe('a mistake in .soc2/', () => {
  it.each(mistakes)('%s', async (_, file, text, ...lines) => {
    const { errors } = await load(`.soc2/${file}`, text);
    expect(errors.map(lineOf)).toEqual(lines.map((line) => `.soc2/${file}:${line}`));
  });

  it('stops a run with exit code 2 and nothing on stdout', () => {
    const ran = cli(folderWith({ '.soc2/config.yml': 'holds: 1\nrules: { actions-are-pined: off }\n' }), []);
    expect(ran).toEqual({
      code: 2,
      out: '',
      err: `soc2-lint: .soc2/config.yml:1:8: expected a list for "holds", found 1
.soc2/config.yml:2:10: there is no rule "actions-are-pined"; did you mean "actions-are-pinned"?
`,
    });
  });

  it('is told with columns that hold, whatever the line ends', async () => {
    const { errors } = await load('.soc2/config.yml', '\ufeff# x\r\nfailOn: x\r\n');
    expect(errors.map(({ line, column }) => [line, column])).toEqual([[2, 9]]);
  });

  it.each([
    [
      'is no file',
      { '.soc2/config.yml/x': '' },
      '.soc2/config.yml: expected a plain file of at most 5 MB in this folder',
    ],
    [
      'leads out of the folder',
      { '.soc2/config.yml': { link: '/etc/hostname' } },
      '.soc2/config.yml: expected a plain file of at most 5 MB in this folder',
    ],
    [
      'is huge',
      { '.soc2/exceptions.yml': '#'.repeat(6 * 1024 * 1024) },
      '.soc2/exceptions.yml: expected a plain file of at most 5 MB in this folder',
    ],
    [
      'is UTF-16',
      { '.soc2/config.yml': Buffer.from('\ufeffholds: []', 'utf16le') },
      '.soc2/config.yml: expected text in UTF-8',
    ],
  ])('where the file %s', (_, tree, message) => {
    expect(cli(folderWith(tree), [])).toEqual({ code: 2, out: '', err: `soc2-lint: ${message}\n` });
  });
});

describe('a good .soc2/', () => {
  it('may be empty, or say nothing yet', async () => {
    for (const [file, text] of [
      ['config.yml', ''],
      ['config.yml', '# later\n'],
      ['exceptions.yml', ''],
      ['exceptions.yml', 'exceptions: []\n'],
      ['manual-evidence.yml', '# none\n'],
    ] as const)
      expect((await load(`.soc2/${file}`, text)).errors, `${file} ${text}`).toEqual([]);
  });

  it('is read as it is meant', async () => {
    const { config, errors } = await load(
      '.soc2/config.yml',
      'categories: [privacy]\nholds: [policies]\nrules:\n  window-is-shut: off\n  gate-is-closed: { severity: low, options: { days: 3 } }\nexclude: [a/**]\n',
    );
    expect(errors).toEqual([]);
    expect(config).toMatchObject({ categories: ['privacy'], exclude: ['a/**'], engagement: { type: null } });
    expect([...config.holds]).toEqual([
      ['policies', { file: '.soc2/config.yml', span: { startLine: 2, startColumn: 9, endLine: 2, endColumn: 17 } }],
    ]);
    // The former name of a rule is the rule.
    expect(config.rules).toEqual({
      'window-is-shut': { enabled: false },
      'door-is-closed': { severity: 'low', options: { days: 3 } },
    });
  });

  it('has a register whose entries know where they stand', async () => {
    const { exceptions } = await load('.soc2/exceptions.yml', register);
    expect(exceptions.map(({ rule, at }) => [rule, at.span.startLine])).toEqual([
      ['door-is-closed', 2],
      ['window-is-shut', 8],
    ]);
  });
});
