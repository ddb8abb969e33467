import { describe, expect, it } from 'vitest';
import {
  conditionOf,
  fencesIn,
  parseExpression,
  pastedBy,
  truthOf,
  workOut,
} from '../../src/dialects/github-actions/expression.ts';
import { strangersPart, takesSecretApart, writesAllSecrets } from '../../src/subjects/workflow-job/expressions.ts';

function tree(text: string) {
  const parsed = parseExpression(text);
  if (!('tree' in parsed)) throw new Error(parsed.problem);
  return parsed.tree;
}
const paths = (text: string) => pastedBy(tree(text)).map(({ path }) => path.join('.'));

describe('an expression', () => {
  it.each([
    ['github.event.issue.title', ['github.event.issue.title']],
    ["github['event']['issue'].title", ['github.event.issue.title']],
    ['github.event.commits.*.message', ['github.event.commits.*.message']],
    ['matrix[github.ref_name]', ['matrix.?']],
    ["github.event_name == 'push' && github.ref || env.OTHER", ['github.ref', 'env.OTHER']],
    [
      '(github.event.pull_request || github.event.issue).number',
      ['github.event.pull_request.number', 'github.event.issue.number'],
    ],
    ["contains(github.event.issue.title, 'x')", []],
    ['!github.head_ref', []],
    ["format('{0}', github.head_ref)", ['github.head_ref']],
    ['fromJSON(secrets.KEY).password', ['secrets.KEY.password']],
  ])('%s pastes %j', (text, expected) => {
    expect(paths(text)).toEqual(expected);
  });

  it.each([
    ["'a' == 'A'", true],
    ["1 == '1'", true],
    ["null == ''", true],
    ["'' || 'x'", 'x'],
    ["true && 'x'", 'x'],
    ['false && github.ref', false],
    ["startsWith('refs/tags/v1', 'REFS/tags')", true],
    ["contains('hello', 'ell')", true],
    ['!false', true],
    ['2 > 1', true],
  ])('%s comes to %j', (text, value) => {
    expect(workOut(tree(text))).toEqual({ value });
  });

  it.each(['github.ref', "github.ref == 'x'", 'success()', "format('{0}', 'x')", "github.ref || 'x'"])(
    '%s shows only in a run',
    (text) => {
      expect(workOut(tree(text))).toBeUndefined();
    },
  );

  it.each([
    ["github.ref_name == 'main' || 'develop'", true],
    ["github.ref == 'x' && false", false],
    ["github.ref == 'x' && true", undefined],
    ['!(github.actor || true)', false],
    ['always()', true],
  ])('%s holds: %s', (text, expected) => {
    expect(truthOf(tree(text))).toBe(expected);
  });

  it.each([
    ['github.ref ==', 'Unexpected end of expression'],
    ['git.ref', 'Unrecognized named-value'],
    ['upper(github.ref)', 'Unrecognized function'],
    ["contains('a')", 'Too few parameters'],
    ['', 'it is empty'],
  ])('%s is refused', (text, problem) => {
    expect(parseExpression(text)).toEqual({ problem: expect.stringContaining(problem) as string });
  });

  it('ends at its own braces, not at those in a text', () => {
    expect(fencesIn("a ${{ format('}}{0}', env.A) }} b ${{ env.B }}").map(({ expression }) => expression)).toEqual([
      "format('}}{0}', env.A)",
      'env.B',
    ]);
  });

  it('is all of a condition without braces', () => {
    expect(conditionOf("github.ref == 'x'\n")).toBe("github.ref == 'x'");
    expect(conditionOf('${{ success() }}')).toBe('success()');
    expect(conditionOf('${{ false }} ')).toBe('${{ false }}');
  });
});

describe('what a stranger controls', () => {
  it.each([
    'github.event.issue.title',
    "github['EVENT'].pull_request.body",
    'github.event.commits[0].message',
    "join(github.event.commits.*.author.email, ',')",
    'github.event.pull_request.head.repo.description',
    "github.event_name == 'push' && github.ref || github.head_ref",
    'toJSON(github.event)',
    'toJSON(github)',
    'fromJSON(github.event.comment.body).x',
  ])('%s', (text) => {
    expect(strangersPart(text)).toBeDefined();
  });

  it.each([
    'github.event.issue.number',
    'github.event.pull_request.head.sha',
    'github.ref_name',
    'github.event',
    "github.head_ref == 'main'",
    "contains(github.event.issue.body, '/run') && 'yes'",
    "startsWith(github.head_ref, 'release/')",
    'secrets.TOKEN',
    'inputs.title',
  ])('not %s', (text) => {
    expect(strangersPart(text)).toBeUndefined();
  });
});

it.each([
  ['toJSON(secrets)', true],
  ["format('{0}', toJSON(secrets))", true],
  ['secrets[matrix.name]', true],
  ["secrets['NAME']", false],
  ['toJSON(secrets.NAME)', false],
  ['secrets.NAME', false],
])('%s writes all secrets: %s', (text, expected) => {
  expect(writesAllSecrets(text)).toBe(expected);
});

it.each([
  ['fromJSON(secrets.ACCOUNT).password', true],
  ['fromJSON(secrets.ACCOUNT)', false],
  ['secrets.ACCOUNT', false],
])('%s takes a secret apart: %s', (text, expected) => {
  expect(takesSecretApart(text)).toBe(expected);
});
