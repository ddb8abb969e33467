import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, renameSync, existsSync, chmodSync, symlinkSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ruleIndex } from '../../rules/index.ts';
import { judged, type ScanInput } from '../../src/engine/scan.ts';
import type { Judgement } from '../../src/engine/judge.ts';
import { filesAt } from '../../src/io/git-files.ts';
import { historyOfFolder, type HistoryRequest } from '../../src/io/history-folder.ts';
import { packageFolder } from '../bundle.ts';
import { cli } from '../run.ts';
import { commitOn, put, started } from './repository.ts';

const bucket = (acl: string) =>
  `resource "aws_s3_bucket" "site" {\n  bucket = "site"\n}\nresource "aws_s3_bucket_acl" "site" {\n  bucket = aws_s3_bucket.site.id\n  acl    = "${acl}"\n}\n`;
const policy = (date: string) =>
  `---\ntitle: Backup policy\nowner: CTO\nlast_reviewed: ${date}\n---\n\n# Backup policy\n\n## Scope\n\nAll of it. Backups are made daily. This policy is reviewed annually.\n`;
const workflow = (action: string) =>
  `name: ci\non: push\njobs:\n  build:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: ${action}\n`;
const texts = [
  bucket('private'),
  bucket('public-read'),
  bucket('private').replaceAll('\n', '\r\n'),
  policy('2025-06-01'),
  policy('2026-01-10'),
  workflow('actions/checkout@v4'),
  workflow('actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683'),
  'module "m" {\n  source = "./modules/m"\n  acl = "public-read"\n}\n',
  'variable "acl" {}\n' + bucket('private').replace('"private"', 'var.acl'),
  'categories: [security]\nholds: [policies]\n',
  '* @acme/security\n',
  'not yaml: [\n',
  `${policy('2025-12-01')}\nEvery change needs approval by two people before it is merged. Access is reviewed every quarter.\n`,
  `${policy('2025-12-01')}\nEvery change needs approval by one person before it is merged. All policies are reviewed annually.\n`,
  '# Access reviews\n\n| Date | System | By | Result |\n|---|---|---|---|\n| 2025-11-01 | all | IT | none |\n',
  'exceptions:\n  - rule: storage-is-private\n    subject: aws_s3_bucket.site\n    reason: The site is public by design.\n    owner: platform\n    approver: security\n    until: 2026-01-04\n',
  'apiVersion: v1\nkind: Pod\nmetadata:\n  name: app\nspec:\n  containers:\n    - name: app\n      image: app:latest\n',
];
const paths = [
  'main.tf',
  'modules/m/main.tf',
  'docs/policies/backup.md',
  'docs/policies/access.md',
  '.github/workflows/ci.yml',
  '.soc2/config.yml',
  'CODEOWNERS',
  '.soc2/exceptions.yml',
  'docs/policies/change-management/index.md',
  'records/access-reviews.md',
  'deploy/app.yaml',
];

const request = (root: string, from: string, to: string): HistoryRequest => ({
  root,
  rules: ruleIndex,
  version: 'test',
  from,
  to,
});

const shown = ({ judged: results, passes, subjects, problems }: Judgement) => ({
  results: results.map(({ result }) => result),
  passes: passes.map(({ rule, aspect, subjects: own }) => [rule, aspect, own.map((index) => subjects[index]!.name)]),
  problems,
});

describe('a replay', () => {
  it('says of every commit what a scan of that commit says', async () => {
    const step = fc.record({
      act: fc.constantFrom('put', 'put', 'put', 'delete', 'rename', 'mode', 'link'),
      path: fc.constantFrom(...paths),
      other: fc.constantFrom(...paths),
      text: fc.constantFrom(...texts),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 9 }), async (steps) => {
        const folder = started();
        put(folder, 'main.tf', bucket('private'));
        commitOn(folder, '2025-12-30');
        for (const [index, { act, path, other, text }] of steps.entries()) {
          const at = join(folder, path);
          if (act === 'put') put(folder, path, text);
          else if (existsSync(at)) {
            if (act === 'mode') chmodSync(at, 0o755);
            else rmSync(join(folder, act === 'rename' && other !== path ? other : 'nothing'), { force: true });
            if (act === 'rename' && other !== path) {
              mkdirSync(dirname(join(folder, other)), { recursive: true });
              renameSync(at, join(folder, other));
            } else if (act === 'delete' || act === 'link') rmSync(at);
            if (act === 'link') symlinkSync('nowhere', at);
          }
          commitOn(folder, `2026-01-0${index + 1}`);
        }
        const seen: { now: ReturnType<typeof shown>; commit: string | null; input: ScanInput }[] = [];
        await historyOfFolder({
          ...request(folder, '2026-01-01', '2026-01-12'),
          heard: (commit, judgement, input) => void seen.push({ now: shown(judgement), commit, input }),
        });
        for (const { now, commit, input } of seen) {
          const { memo: _, ...plain } = input;
          const files = commit === null ? input.files : filesAt(folder, commit, () => true);
          expect(now).toEqual(shown(await judged({ ...plain, files }, files, input, [])));
        }
      }),
      { numRuns: 12 },
    );
  }, 120_000);
});

describe('an interrupted history', () => {
  it('leaves nothing behind, and is the same when it is started again', async () => {
    const folder = started();
    for (const [index, text] of [bucket('private'), bucket('public-read'), bucket('private')].entries()) {
      put(folder, 'main.tf', text);
      put(folder, 'docs/policies/backup.md', policy(`2025-0${index + 1}-01`));
      commitOn(folder, `2026-01-0${index + 2}`);
    }
    const everything = () =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .map((entry) => join(entry.parentPath, entry.name))
        .sort();
    const args = ['history', folder, '--from', '2026-01-01', '--to', '2026-01-31', '--as-of', '2026-02-01'];
    const before = everything();
    const whole = cli(folder, [...args, '--format', 'json']).out;
    for (const moment of ['spawn', 'data'] as const) {
      const child = spawn(process.execPath, [join(packageFolder, 'dist/cli.js'), ...args, '--format', 'json']);
      await once(moment === 'spawn' ? child : child.stdout, moment);
      child.kill('SIGKILL');
      await once(child, 'close');
    }
    expect(everything()).toEqual(before);
    expect(cli(folder, [...args, '--format', 'json']).out).toBe(whole);
  });
});

describe('history', () => {
  it('has windows to the day, a rename within one, and keeps what was mended', async () => {
    const folder = started();
    put(folder, 'main.tf', bucket('private'));
    commitOn(folder, '2025-12-01');
    put(folder, 'main.tf', bucket('public-read'));
    commitOn(folder, '2026-01-10', 'Open the site (#4)');
    renameSync(join(folder, 'main.tf'), join(folder, 'site.tf'));
    commitOn(folder, '2026-01-12', 'Rename');
    put(folder, 'site.tf', bucket('private'));
    commitOn(folder, '2026-01-15', 'Close it (#5)');
    put(folder, 'site.tf', bucket('public-read'));
    commitOn(folder, '2026-02-01', '=cmd');
    const history = await historyOfFolder({
      ...request(folder, '2026-01-01', '2026-02-10'),
      asOf: '2026-02-11',
      sample: 2,
    });
    const windows = history.windows.filter(({ rule }) => rule === 'storage-is-private');
    expect(windows.map(({ days, closedAs, reopened, file }) => ({ days, closedAs, reopened, file }))).toEqual([
      { days: 5, closedAs: 'pass', reopened: false, file: 'site.tf' },
      { days: 9.5, closedAs: null, reopened: true, file: 'site.tf' },
    ]);
    expect(history.population.items.map(({ kind, pullRequest }) => [kind, pullRequest])).toEqual([
      ['squash', 4],
      ['direct', null],
      ['squash', 5],
      ['direct', null],
    ]);
    expect(history.sample).toHaveLength(2);
    expect(history.completeness).toEqual({ established: true, reasons: [] });
  });

  it('does not call a period whole that is not over, or whose beginning is not there', async () => {
    const folder = started();
    put(folder, 'main.tf', bucket('private'));
    commitOn(folder, '2026-01-10');
    const { completeness } = await historyOfFolder(request(folder, '2026-01-01', '2026-02-01'));
    expect(completeness.established).toBe(false);
    expect(completeness.reasons).toHaveLength(2);
  });
});
