import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { itemOf } from '../../src/history/population.ts';
import { joined } from '../../src/history/pull-requests.ts';
import { pullRequestsIn } from '../../src/io/pull-requests.ts';
import { emptyFolder } from '../run.ts';

const id = (letter: string) => letter.repeat(40);
const login = (name: string) => ({ login: name });

/** As `gh pr list --json` tells of one that its author merged after somebody else had approved it. */
const exported = (number: number, merge: string, more: object = {}) => ({
  number,
  author: login('ada'),
  mergedBy: login('ada'),
  mergedAt: '2026-01-10T12:00:00Z',
  mergeCommit: { oid: id(merge) },
  headRefOid: id('f'),
  reviews: [review('bob', 'APPROVED')],
  statusCheckRollup: [{ __typename: 'CheckRun', name: 'test', status: 'COMPLETED', conclusion: 'SUCCESS' }],
  commits: [],
  ...more,
});

const review = (name: string, state: string, more: object = {}) => ({
  author: login(name),
  state,
  submittedAt: '2026-01-09T12:00:00Z',
  commit: { oid: id('f') },
  ...more,
});

const commit = (letter: string, message: string, parents = 1) => ({
  id: id(letter),
  parents: Array.from({ length: parents }, () => id('0')),
  time: Date.parse('2026-01-10T12:00:00Z') / 1000,
  authored: Date.parse('2026-01-10T12:00:00Z') / 1000,
  author: { name: 'ada', mail: 'ada@example.com' },
  committer: { name: 'GitHub', mail: 'noreply@github.com' },
  message,
  signed: true,
  changes: [],
});

function written(content: unknown): string {
  const folder = emptyFolder();
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'pull-requests.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

function resultOf(request: object, message = 'Add a bucket (#1)') {
  const { requests } = pullRequestsIn(written([request]));
  const [item] = joined([itemOf(commit('a', message))], requests);
  return [item!.result, item!.reason, item!.request?.approved];
}

describe('an export of pull requests', () => {
  it('says that somebody else approved what was merged', () => {
    expect(resultOf(exported(1, 'a'))).toEqual([
      'pass',
      '#1 by ada was approved by bob as it was merged; 1 checks passed',
      'final-head',
    ]);
  });

  it.each([
    ['nobody approved', { reviews: [] }, 'deviation', 'nothing'],
    ['its author approved', { reviews: [review('ada', 'APPROVED')] }, 'deviation', 'nothing'],
    ['it was only commented', { reviews: [review('bob', 'COMMENTED')] }, 'deviation', 'nothing'],
    ['the approval was dismissed', { reviews: [review('bob', 'DISMISSED')] }, 'deviation', 'nothing'],
    [
      'the approval came after the merge',
      { reviews: [review('bob', 'APPROVED', { submittedAt: '2026-01-11T12:00:00Z' })] },
      'deviation',
      'nothing',
    ],
    [
      'an earlier state was approved',
      { reviews: [review('bob', 'APPROVED', { commit: { oid: id('e') } })] },
      'cannot-tell',
      'earlier-head',
    ],
    ['the state is not told', { reviews: [review('bob', 'APPROVED', { commit: null })] }, 'cannot-tell', 'not-told'],
    [
      'somebody still asked for changes',
      { reviews: [review('bob', 'APPROVED'), review('eve', 'CHANGES_REQUESTED')] },
      'cannot-tell',
      'final-head',
    ],
    ['a check failed', { statusCheckRollup: [{ context: 'ci', state: 'FAILURE' }] }, 'cannot-tell', 'final-head'],
    ['only a program approved', { reviews: [review('github-actions', 'APPROVED')] }, 'cannot-tell', 'nothing'],
    ['its author is gone', { author: null }, 'cannot-tell', 'final-head'],
  ])('%s', (_, more, result, approved) => {
    const [found, , head] = resultOf(exported(1, 'a', more));
    expect([found, head]).toEqual([result, approved]);
  });

  it('joins by the commit of the merge, and tells where a number is only named', () => {
    expect(resultOf(exported(7, 'a'), 'No number')[0]).toBe('pass');
    expect(resultOf(exported(1, 'b')).slice(0, 2)).toEqual([
      'cannot-tell',
      'its message names #1, which was merged as bbbbbbbbbbbb',
    ]);
    expect(resultOf(exported(2, 'b')).slice(0, 2)).toEqual([
      'cannot-tell',
      'its message names #1, which the export does not hold',
    ]);
    expect(resultOf(exported(2, 'b'), 'By hand')[0]).toBe('cannot-tell');
    expect(resultOf(exported(2, 'b', { commits: [{ messageHeadline: 'Another' }] }), 'By hand').slice(0, 2)).toEqual([
      'deviation',
      'the export has no pull request that was merged as it, and has others from before and after it',
    ]);
  });

  it('knows all commits of a rebase by their titles', () => {
    const commits = [{ messageHeadline: 'One' }, { messageHeadline: 'Two' }];
    const { requests } = pullRequestsIn(written([exported(3, 'c', { commits })]));
    const items = [commit('a', 'By hand'), commit('b', 'One\n\nMore.'), commit('c', 'Two')].map(itemOf);
    expect(joined(items, requests).map(({ result, pullRequest, kind }) => [result, pullRequest, kind])).toEqual([
      ['deviation', null, 'unclear'],
      ['pass', 3, 'rebase'],
      ['pass', 3, 'rebase'],
    ]);
  });

  it('is known by its hash', () => {
    const text = JSON.stringify([exported(1, 'a')]);
    expect(pullRequestsIn(written(text)).sha256).toBe(createHash('sha256').update(text).digest('hex'));
  });

  it.each([
    ['not JSON', 'no', /expected JSON, as this makes it: gh pr list/],
    ['no reviews', [{ ...exported(1, 'a'), reviews: undefined }], /at 0\.reviews: .*make it by: gh pr list/],
    ['a short id', [exported(1, 'a', { headRefOid: 'abc' })], /at 0\.headRefOid: expected the full id of a commit/],
  ])('that can’t be used is told: %s', (_, content, message) => {
    expect(() => pullRequestsIn(written(content))).toThrow(message);
  });

  it('that is not there is told', () => {
    expect(() => pullRequestsIn(join(emptyFolder(), 'none.json'))).toThrow(/can't be read \(ENOENT\)/);
  });
});
