import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ruleIndex } from '../../rules/index.ts';
import { classOf, wayOf } from '../../src/history/change-kind.ts';
import type { Commit } from '../../src/history/commit.ts';
import { historyOfFolder } from '../../src/io/history-folder.ts';
import { pullRequestsIn } from '../../src/io/pull-requests.ts';
import { populationCsv } from '../../src/report/history/csv.ts';
import { historyText } from '../../src/report/history/words.ts';
import { emptyFolder, git } from '../run.ts';
import { commitOn, keepsToSchema, put, started } from './repository.ts';

const ada = { name: 'Ada', mail: 'ada@example.com' };
const bob = { name: 'Bob', mail: 'bob@example.com' };
const host = { name: 'GitHub', mail: 'noreply@github.com' };
const noon = Date.parse('2025-03-01T12:00:00Z') / 1000;
const commitOf = (message: string, more: Partial<Commit> = {}): Commit => ({
  id: 'a'.repeat(40),
  parents: ['b'.repeat(40)],
  time: noon,
  authored: noon,
  author: ada,
  committer: ada,
  message,
  signed: false,
  changes: [],
  ...more,
});
const merge = { parents: ['b'.repeat(40), 'c'.repeat(40)] };

describe('how a change came to the branch', () => {
  it.each<[string, Partial<Commit>, string, number | null, string]>([
    ['Merge pull request #12 from acme/x\n\nAdd a bucket', merge, 'merge', 12, 'cannot-tell'],
    [
      "Merge branch 'x' into 'main'\n\nAdd a bucket\n\nSee merge request acme/orders!34",
      merge,
      'merge',
      34,
      'cannot-tell',
    ],
    ['Merged in x (pull request #5)', merge, 'merge', 5, 'cannot-tell'],
    ['Auto merge of #77 - ada:x, r=bob', merge, 'merge', 77, 'cannot-tell'],
    ["Merge branch 'x'", merge, 'merge', null, 'cannot-tell'],
    ["Merge branch 'main' of github.com:acme/orders", merge, 'merge', null, 'deviation'],
    ["Merge branch 'main' into x", merge, 'merge', null, 'cannot-tell'],
    ['Add a bucket (#12)', { committer: host }, 'squash', 12, 'cannot-tell'],
    ['Add a bucket (#12) (#14)', {}, 'squash', 14, 'cannot-tell'],
    ['Revert "Add a bucket (#12)" (#15)', {}, 'squash', 15, 'cannot-tell'],
    ['Revert "Add a bucket (#12)"', {}, 'direct', null, 'deviation'],
    ['Merged PR 8: Add a bucket', {}, 'squash', 8, 'cannot-tell'],
    [
      'fs: fix it\n\nWhy.\n\nPR-URL: https://github.com/acme/orders/pull/21\nReviewed-by: Bob <bob@example.com>',
      {},
      'squash',
      21,
      'cannot-tell',
    ],
    ['Fix it\n\nPart-of: <https://gitlab.example.com/a/b/-/merge_requests/9>', {}, 'squash', 9, 'cannot-tell'],
    ['Fix #12', {}, 'direct', null, 'deviation'],
    ['Fix it\n\nCloses #12', {}, 'direct', null, 'deviation'],
    ['Fix it', { committer: bob }, 'direct', null, 'deviation'],
    ['Fix it', { committer: bob, authored: noon - 3600 }, 'rebase', null, 'cannot-tell'],
    ['Fix it', { authored: noon - 3600 }, 'unclear', null, 'cannot-tell'],
    ['Update README.md', { committer: host, signed: true }, 'unclear', null, 'cannot-tell'],
    [
      'Add a bucket (#12)\n\n(cherry picked from commit 0123456789abcdef0123456789abcdef01234567)',
      {},
      'unclear',
      null,
      'cannot-tell',
    ],
    ['Begin', { parents: [] }, 'direct', null, 'cannot-tell'],
    ['', {}, 'direct', null, 'deviation'],
  ])('%j', (message, more, kind, pullRequest, result) => {
    expect(wayOf(commitOf(message, more))).toMatchObject({ kind, pullRequest, result });
  });

  it('takes a trailer for what it is', () => {
    const said = (who: string) => wayOf(commitOf(`Fix it\n\nReviewed-by: ${who}`));
    expect(said('Bob <bob@example.com>')).toMatchObject({
      trailers: ['Reviewed-by: Bob <bob@example.com>'],
      reason: expect.stringContaining('Bob <bob@example.com> reviewed it, which anybody can write') as string,
    });
    expect(said('Ada <ada@example.com>').reason).not.toContain('anybody');
  });

  it.each([
    ['main.tf', 'infrastructure'],
    ['deploy/Dockerfile', 'infrastructure'],
    ['.github/workflows/ci.yml', 'pipeline'],
    ['.gitlab-ci.yml', 'pipeline'],
    ['.soc2/exceptions.yml', 'governance'],
    ['.github/CODEOWNERS', 'governance'],
    ['web/package-lock.json', 'dependency'],
    ['policies/access/index.md', 'document'],
    ['src/main.go', 'code'],
  ])('%s is %s', (path, of) => expect(classOf(path)).toBe(of));
});

/** A repository with every kind of change, made as people and hosts make them. */
function everyKind(): string {
  const folder = started();
  const as = (who: typeof ada, committer: typeof ada, day: string, written: string, ...args: readonly string[]) => {
    const { status, stderr } = spawnSync('git', args, {
      cwd: folder,
      encoding: 'utf8',
      env: {
        PATH: process.env['PATH'],
        GIT_AUTHOR_NAME: who.name,
        GIT_AUTHOR_EMAIL: who.mail,
        GIT_AUTHOR_DATE: `${written}T12:00:00Z`,
        GIT_COMMITTER_NAME: committer.name,
        GIT_COMMITTER_EMAIL: committer.mail,
        GIT_COMMITTER_DATE: `${day}T12:00:00Z`,
      },
    });
    if (status !== 0) throw new Error(stderr);
  };
  const change = (path: string, text: string) => (put(folder, path, text), git(folder, 'add', '--all'));
  change('README.md', '# hello\n');
  as(ada, ada, '2024-12-01', '2024-12-01', 'commit', '-qm', 'Begin');
  git(folder, 'checkout', '-qb', 'x');
  change('main.tf', 'resource "aws_s3_bucket" "a" {}\n');
  as(ada, ada, '2025-01-08', '2025-01-08', 'commit', '-qm', 'On the branch');
  git(folder, 'checkout', '-q', 'main');
  as(ada, host, '2025-01-10', '2025-01-10', 'merge', '-q', '--no-ff', 'x', '-m', 'Merge pull request #1 from acme/x');
  change('a.txt', '1');
  as(ada, host, '2025-02-01', '2025-01-30', 'commit', '-qm', 'Squashed (#2)');
  change('a.txt', '2');
  as(ada, bob, '2025-03-01', '2025-02-20', 'commit', '-qm', 'Rebased, one');
  change('a.txt', '3');
  as(ada, bob, '2025-03-01', '2025-02-21', 'commit', '-qm', 'Rebased, two');
  change('policies/access/index.md', '# Access Control Policy\n');
  as(bob, bob, '2025-04-01', '2025-04-01', 'commit', '-qm', '=HYPERLINK("http://evil.example")');
  change('b.txt', '1');
  as(bob, bob, '2025-05-01', '2025-06-01', 'commit', '-qm', 'Dated ahead');
  return folder;
}

const request = (root: string) => ({
  root,
  rules: ruleIndex,
  version: 'test',
  from: '2025-01-01',
  to: '2025-12-31',
  asOf: '2026-01-01',
});

describe('the population', () => {
  it('has every change once, with its kind, and what no one can tell', async () => {
    const folder = everyKind();
    const history = keepsToSchema(await historyOfFolder(request(folder)));
    expect(
      history.population.items.map(({ day, authored, kind, pullRequest, result, classes }) => [
        day,
        authored,
        kind,
        pullRequest,
        result,
        ...classes,
      ]),
    ).toEqual([
      ['2025-01-10', '2025-01-10', 'merge', 1, 'cannot-tell', 'infrastructure'],
      ['2025-02-01', '2025-01-30', 'squash', 2, 'cannot-tell', 'code'],
      ['2025-03-01', '2025-02-20', 'rebase', null, 'cannot-tell', 'code'],
      ['2025-03-01', '2025-02-21', 'rebase', null, 'cannot-tell', 'code'],
      ['2025-04-01', '2025-04-01', 'direct', null, 'deviation', 'document'],
      ['2025-05-01', '2025-06-01', 'unclear', null, 'cannot-tell', 'code'],
    ]);
    expect(history.completeness).toEqual({
      established: false,
      reasons: [expect.stringContaining('1 commit is dated by the author more than a day after the committer')],
    });
    expect(historyText(history)).toContain('Completeness: not established.');
    expect(populationCsv(history)).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
  });

  it('is joined with an export, and drawn from; both keep to the schema', async () => {
    const folder = everyKind();
    const [merged = '', squashed = '', , rebased = ''] = git(
      folder,
      'log',
      '--first-parent',
      '--reverse',
      '--format=%H',
      '--since=2025-01-01',
    ).split('\n');
    const file = join(emptyFolder(), 'export.json');
    const one = (number: number, oid: string, approver: string, commits: readonly string[]) => ({
      number,
      author: { login: 'ada' },
      mergedBy: { login: approver },
      mergedAt: '2025-03-02T00:00:00Z',
      mergeCommit: { oid },
      headRefOid: 'f'.repeat(40),
      reviews: [
        {
          author: { login: approver },
          state: 'APPROVED',
          submittedAt: '2025-01-01T00:00:00Z',
          commit: { oid: 'f'.repeat(40) },
        },
      ],
      statusCheckRollup: [{ name: 'test', conclusion: 'SUCCESS' }],
      commits: commits.map((messageHeadline) => ({ messageHeadline })),
    });
    writeFileSync(
      file,
      JSON.stringify([
        one(1, merged, 'bob', ['On the branch']),
        one(2, squashed, 'ada', ['One', 'Two']),
        one(3, rebased, 'bob', ['Rebased, one', 'Rebased, two']),
      ]),
    );
    const drawn = { ...request(folder), pullRequests: pullRequestsIn(file), sample: 3 };
    const history = keepsToSchema(await historyOfFolder(drawn));
    expect(history.population.items.map(({ kind, pullRequest, result }) => [kind, pullRequest, result])).toEqual([
      ['merge', 1, 'pass'],
      ['squash', 2, 'deviation'],
      ['rebase', 3, 'pass'],
      ['rebase', 3, 'pass'],
      ['direct', null, 'deviation'],
      ['unclear', null, 'cannot-tell'],
    ]);
    expect(history.pullRequests).toMatchObject({ count: 3, joined: 4 });
    expect(history.sample).toHaveLength(3);
    expect((await historyOfFolder(drawn)).sample).toEqual(history.sample);
    const order = history.population.items.map(({ commit }) => commit);
    expect(history.sample!.map((id) => Math.floor(order.indexOf(id) / 2))).toEqual([0, 1, 2]);
  });
});

describe('what speaks against completeness', () => {
  /** Three commits within the period on one of before. */
  function three(days = ['2025-02-01', '2025-03-01', '2025-04-01']): string {
    const folder = started();
    for (const [index, day] of ['2024-12-01', ...days].entries()) {
      put(folder, 'README.md', `# ${index}\n`);
      commitOn(folder, day);
    }
    return folder;
  }
  const reasonsOf = async (root: string, more = {}) => {
    const { completeness } = await historyOfFolder({ ...request(root), ...more });
    expect(completeness.established).toBe(completeness.reasons.length === 0);
    return completeness.reasons.join('\n');
  };

  it('is nothing, where nothing does', async () => expect(await reasonsOf(three())).toBe(''));

  it.each<[string, (folder: string) => string | void, RegExp, object?]>([
    [
      'a shallow clone',
      (folder) => {
        const clone = join(emptyFolder(), 'clone');
        git(folder, 'clone', '-q', '--depth', '2', `file://${folder}`, clone);
        return clone;
      },
      /the clone is shallow.*\n.*no commit before 2025-01-01/,
    ],
    ['grafts', (folder) => put(folder, '.git/info/grafts', `${git(folder, 'rev-parse', 'HEAD')}\n`), /info\/grafts/],
    ['a replaced object', (folder) => void git(folder, 'replace', 'HEAD~1', 'HEAD~2'), /refs\/replace/],
    [
      'a branch that was written anew after it had been fetched',
      (folder) => {
        const clone = join(emptyFolder(), 'clone');
        git(folder, 'clone', '-q', folder, clone);
        git(folder, 'reset', '-q', '--hard', 'HEAD~1');
        put(folder, 'README.md', '# other\n');
        commitOn(folder, '2025-04-02');
        git(clone, 'fetch', '-q');
        git(clone, 'reset', '-q', '--hard', 'origin/main');
        return clone;
      },
      /the branch was written anew once/,
    ],
    ['a period that is not over', () => undefined, /ends on 2025-12-31, after 2025-12-01/, { asOf: '2025-12-01' }],
    [
      'no day after the last commit',
      () => undefined,
      /after 2025-04-01, the last day that is known/,
      { asOf: undefined },
    ],
  ])('%s', async (_, change, told, more) => {
    const folder = three();
    expect(await reasonsOf(change(folder) ?? folder, more)).toMatch(told);
  });

  it('leaves nothing to be called clean', async () => {
    const folder = three();
    put(folder, 'CODEOWNERS', '* @acme/platform\n');
    put(folder, 'main.tf', 'resource "aws_s3_bucket" "a" {\n  bucket = "a"\n}\n');
    commitOn(folder, '2025-05-01');
    const states = async (asOf: string) => {
      const history = await historyOfFolder({ ...request(folder), asOf });
      return new Set([...history.criteria, ...history.perRule].map(({ state }) => state));
    };
    expect((await states('2026-01-01')).has('no-deviation')).toBe(true);
    expect((await states('2025-12-01')).has('no-deviation')).toBe(false);
    const nothing = { ...request(folder), from: '2023-01-01', to: '2023-12-31' };
    expect(historyText(await historyOfFolder(nothing))).toContain('Nothing was judged within the period');
  });

  it('dates that run backwards', async () => {
    expect(await reasonsOf(three(['2025-03-01', '2025-02-01', '2025-04-01']))).toMatch(
      /^1 commit is dated before the one they follow/,
    );
  });
});
