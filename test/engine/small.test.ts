import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesOf } from '../../src/engine/diff.ts';
import { exitCode } from '../../src/engine/exit-code.ts';
import { fingerprint } from '../../src/engine/fingerprint.ts';
import { globMatcher, nameMatcher } from '../../src/engine/globs.ts';
import { roleOf } from '../../src/engine/roles.ts';
import { secretsIn } from '../../src/engine/secrets.ts';
import { inlineWaiver, foreignWaivers, isDate } from '../../src/engine/waivers.ts';
import { rulesNamed } from '../../src/config/names.ts';
import { nearest } from '../../src/config/nearest.ts';
import { repositoryOf } from '../../src/io/git.ts';
import { severities } from '../../src/model/verdict.ts';
import { entries } from '../config/entries.ts';

describe('globs', () => {
  it.each([
    ['infra/*.tf', ['infra/main.tf'], ['infra/a/main.tf', 'other/infra/main.tf', 'infra/main.tfvars']],
    ['infra', ['infra', 'infra/main.tf', 'infra/a/b.tf'], ['infra2/main.tf', 'a/infra']],
    ['./infra/', ['infra/main.tf'], ['main.tf']],
    ['/infra', ['infra/x'], ['a/infra/x']],
    ['**/*.json', ['a.json', 'a/b/c.json'], ['a.jsonc']],
    ['a/**/z', ['a/z', 'a/b/c/z', 'a/z/deep'], ['z', 'ab/z']],
    ['a/**', ['a/b', 'a/b/c'], ['ab']],
    ['*.{tf,yml}', ['a.tf', 'b.yml'], ['c.json', 'd/a.tf']],
    ['main.t?', ['main.tf'], ['main.tfx', 'main.t/']],
    ['infra\\prod', ['infra/prod/x'], ['infra']],
    ['a+(b).[c]', ['a+(b).[c]'], ['ab.c']],
    ['**', ['a', 'a/b'], []],
  ])('%s', (glob, yes, no) => {
    const matches = globMatcher(glob);
    expect(yes.filter((path) => !matches(path))).toEqual([]);
    expect(no.filter((path) => matches(path))).toEqual([]);
  });

  it('are never slow and never throw', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (glob, path) => void globMatcher(glob)(path)));
    const started = performance.now();
    globMatcher('**/*'.repeat(1))(`${'a/'.repeat(5000)}b`);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('for names know only *', () => {
    expect(nameMatcher('job *')('job build')).toBe(true);
    expect(nameMatcher('a.b["*"]')('a.b["x"]')).toBe(true);
    expect(nameMatcher('a.b')('a1b')).toBe(false);
  });
});

describe('roles', () => {
  it.each([
    ['main.tf', 'system'],
    ['examples/basic/main.tf', 'example'],
    ['modules/db/tests/main.tf', 'test'],
    ['Test/main.tf', 'test'],
    ['third_party/x/main.tf', 'vendored'],
    ['infra/examples.tf', 'system'],
    ['contest/main.tf', 'system'],
    ['examples', 'example'],
    ['constructor/main.tf', 'system'],
    ['tests/vendor/main.tf', 'test'],
  ])('%s is %s', (path, role) => expect(roleOf(path)).toBe(role));

  it('are what the configuration says, the last one that matches', () => {
    const rules = [
      { matches: globMatcher('examples'), role: 'system' as const },
      { matches: globMatcher('examples/old'), role: 'vendored' as const },
    ];
    expect(roleOf('examples/a.tf', rules)).toBe('system');
    expect(roleOf('examples/old/a.tf', rules)).toBe('vendored');
    expect(roleOf('tests/a.tf', rules)).toBe('test');
  });
});

describe('a fingerprint', () => {
  const identity = { rule: 'r', aspect: 'a', file: 'f.tf', subject: 's', item: undefined };

  it('is what the contract says', () => {
    const expected = createHash('sha256').update('[2,"r","a","f.tf","s",null]').digest('hex');
    expect(fingerprint(identity)).toBe(expected);
  });

  it('tells apart everything that makes a finding another one', () => {
    const others = [{ aspect: undefined }, { rule: 'x' }, { file: 'g' }, { subject: 't' }, { item: '22' }].map(
      (change) => fingerprint({ ...identity, ...change }),
    );
    expect(new Set([fingerprint(identity), ...others]).size).toBe(6);
    expect(fingerprint({ ...identity, file: 'a', subject: 'b"' })).not.toBe(
      fingerprint({ ...identity, file: 'a"', subject: 'b' }),
    );
  });
});

describe('the exit code', () => {
  const result = (more: object) =>
    ({ verdict: 'fail', severity: 'high', subject: { role: 'system' }, disposition: 'open', ...more }) as never;
  const code = (results: readonly object[], more: object = {}, problems: readonly object[] = []) =>
    exitCode(
      { results: results.map(result), problems: problems as never },
      { failOn: 'high', failOnUnknown: false, allowIncomplete: false, ...more },
    );

  it('is a function of every combination that matters', () => {
    for (const severity of severities)
      for (const failOn of [...severities.slice(0, 4), 'never'] as const)
        for (const disposition of ['open', 'accepted', 'inherited', 'baseline'])
          for (const role of ['system', 'example', 'test', 'vendored'])
            for (const [introduced, touched] of [
              [undefined, undefined],
              [true, false],
              [false, true],
              [false, false],
              [undefined, false],
              [undefined, true],
            ]) {
              const counts =
                disposition === 'open' &&
                role === 'system' &&
                severity !== 'info' &&
                failOn !== 'never' &&
                severities.indexOf(severity) <= severities.indexOf(failOn) &&
                (introduced !== false || touched !== false) &&
                !(introduced === undefined && touched === false);
              expect(code([{ severity, disposition, subject: { role }, introduced, touched }], { failOn })).toBe(
                counts ? 1 : 0,
              );
            }
  });

  it('is 3 for a scan that is incomplete, whatever was found', () => {
    expect(code([{}], {}, [{ kind: 'parse' }])).toBe(3);
    expect(code([{}], { allowIncomplete: true }, [{ kind: 'parse' }])).toBe(1);
    expect(code([], {}, [{ kind: 'not-scanned', notice: true }])).toBe(0);
  });

  it('minds unknowns only where it is asked to', () => {
    const unknown = { verdict: 'unknown', disposition: null };
    expect([
      code([unknown]),
      code([unknown], { failOnUnknown: true }),
      code([unknown], { failOnUnknown: true, failOn: 'never' }),
    ]).toEqual([0, 1, 1]);
    expect(code([{ ...unknown, subject: { role: 'example' } }], { failOnUnknown: true })).toBe(0);
  });
});

describe('a diff', () => {
  it('says which lines it adds, and marks where it takes some out', () => {
    const { lines } = changesOf(
      'diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1,0 +2,3 @@\n+a\n+b\n+c\n@@ -9,2 +11,0 @@\n-d\n-e\n',
    )!;
    expect(lines.get('x')).toEqual([
      { from: 2, to: 4 },
      { from: 11, to: 11 },
    ]);
  });

  it('is not taken in by lines that look like its own', () => {
    const { lines } = changesOf(
      'diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1,2 @@\n--- a/y\n+++ b/y\n+@@ -1 +7,9 @@\ndiff --git a/z b/z\n--- a/z\n+++ b/z\n@@ -0,0 +1 @@\n+q\n',
    )!;
    expect([...lines]).toEqual([
      ['x', [{ from: 1, to: 2 }]],
      ['z', [{ from: 1, to: 1 }]],
    ]);
  });

  it('reads names with escapes, and renames', () => {
    const { lines, renamed } = changesOf(
      'diff --git "a/\\303\\274.yml" "b/q\\".yml"\nrename from "\\303\\274.yml"\nrename to "q\\".yml"\n--- "a/\\303\\274.yml"\n+++ "b/q\\".yml"\n@@ -3 +3 @@\n-a\n+b\n',
    )!;
    expect([...renamed]).toEqual([['ü.yml', 'q".yml']]);
    expect(lines.get('q".yml')).toEqual([{ from: 3, to: 3 }]);
  });

  it('of a deleted file marks nothing', () => {
    expect(
      changesOf('diff --git a/x b/x\ndeleted file mode 100644\n--- a/x\n+++ /dev/null\n@@ -1,2 +0,0 @@\n-a\n-b\n')!
        .lines.size,
    ).toBe(0);
    expect(changesOf(null)).toBeNull();
  });
});

describe('comments', () => {
  const at = { file: 'f', span: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 9 } };
  const read = (text: string) => inlineWaiver({ text, at, covers: at });

  it('accept with a rule, perhaps an aspect and a day, and always a reason', () => {
    expect(read('soc2-lint: accept a-b -- why not')).toMatchObject({ rule: 'a-b', reason: 'why not' });
    expect(read(' soc2-lint: accept a-b/acl until 2027-01-31 --  by design ')).toMatchObject({
      rule: 'a-b',
      aspect: 'acl',
      until: '2027-01-31',
      reason: 'by design',
    });
    expect(read('something else')).toBeUndefined();
  });

  it.each([
    ['soc2-lint: accept a-b', /a reason after "--"/],
    ['soc2-lint: accept a-b --', /a reason after "--"/],
    ['soc2-lint: accept a-b until 2027-02-30 -- x', /a date like/],
    ['soc2-lint: ignore a-b -- x', /^expected "soc2-lint: accept/],
    ['soc2-lint: accept -- x', /^expected "soc2-lint: accept/],
  ])('%s is told', (text, message) => expect(read(text)).toMatchObject({ message: expect.stringMatching(message) }));

  it.each([
    [
      'checkov:skip=CKV_AWS_20,CKV_AWS_21: public',
      [
        ['checkov', 'CKV_AWS_20'],
        ['checkov', 'CKV_AWS_21'],
      ],
    ],
    ['trivy:ignore:AVD-AWS-0092:exp:2027-01-31', [['trivy', 'AVD-AWS-0092']]],
    ['tfsec:ignore:aws-s3-no-public-acl', [['tfsec', 'aws-s3-no-public-acl']]],
    [
      'zizmor: ignore[unpinned-uses, artipacked] because',
      [
        ['zizmor', 'unpinned-uses'],
        ['zizmor', 'artipacked'],
      ],
    ],
    [
      'kics-scan disable=abc,def',
      [
        ['kics', 'abc'],
        ['kics', 'def'],
      ],
    ],
    ['hadolint ignore=DL3006', [['hadolint', 'DL3006']]],
    ['nothing for anyone', []],
  ])('%s speaks to another tool', (text, expected) => {
    expect(foreignWaivers({ text, at, covers: at }).map(({ tool, id }) => [tool, id])).toEqual(expected);
  });
});

describe('days', () => {
  it.each([
    ['2026-02-28', true],
    ['2028-02-29', true],
    ['2026-02-29', false],
    ['2026-2-1', false],
    ['2026-13-01', false],
    ['x', false],
    ['0000-01-01', true],
  ])('%s', (day, expected) => {
    expect(isDate(day)).toBe(expected);
  });
});

describe('the nearest name', () => {
  it('is one with a letter more, less, other or swapped', () => {
    const names = ['storage-is-private', 'actions-are-pinned', 'CC6.1'];
    for (const text of ['storage-is-privat', 'storage-is-privatee', 'sotrage-is-private', 'STORAGE-is-private'])
      expect(nearest(text, names)).toBe('storage-is-private');
    expect(nearest('something-else-entirely', names)).toBeUndefined();
    expect(nearest('', names)).toBeUndefined();
  });
});

describe('rules by name', () => {
  it('are found by former names too', () => {
    expect(rulesNamed(['gate-is-closed', 'window-is-shut'], entries)).toEqual(['gate-is-closed', 'window-is-shut']);
    expect(() => rulesNamed(['gate-is-close'], entries)).toThrow(
      'there is no rule gate-is-close; did you mean gate-is-closed?',
    );
  });
});

describe('a remote', () => {
  it.each([
    ['git@github.com:acme/cloud.git', 'github.com/acme/cloud'],
    ['https://github.com/acme/cloud', 'github.com/acme/cloud'],
    ['https://user:token@ghe.acme.test:8443/acme/cloud.git/', 'ghe.acme.test/acme/cloud'],
    ['ssh://git@gitlab.com:22/group/sub/cloud.git', 'gitlab.com/group/sub/cloud'],
  ])('%s', (remote, expected) => {
    const { host, owner, name } = repositoryOf(remote)!;
    expect(`${host}/${owner}/${name}`).toBe(expected);
  });

  it('that is a folder names nobody', () => expect(repositoryOf('../elsewhere')).toBeNull());
});

describe('secrets in a text', () => {
  it('are values of settings that say so, and keys of well-known shapes', () => {
    expect(secretsIn('password = "hunter2!"\napi_key: \'abcd1234\'\n"client_secret": "s3cr3t-s3cr3t"\n')).toEqual([
      'hunter2!',
      'abcd1234',
      's3cr3t-s3cr3t',
    ]);
    expect(secretsIn(`key = ${'AKIA'}${'ABCDEFGHIJKLMNOP'}`)).toEqual([`${'AKIA'}${'ABCDEFGHIJKLMNOP'}`]);
  });

  it('are no names that a program gives to things', () => {
    const text = 'DB_PASSWORD: cluster\n  .secret!.secretValueFromJson("password")';
    expect(secretsIn(text, 'stack.ts')).toEqual([]);
    expect(secretsIn('DB_PASSWORD: hunter22\n', 'values.yaml')).toEqual(['hunter22']);
    expect(secretsIn('const password = "hunter22";', 'stack.ts')).toEqual(['hunter22']);
  });

  it('are no references', () => {
    expect(
      secretsIn(
        'password = "${var.password}"\ntoken: "${{ secrets.TOKEN }}"\nsecret = "aws.secret.arn"\npassword = "$(cat x)"',
      ),
    ).toEqual([]);
  });
});
