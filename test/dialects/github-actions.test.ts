import { describe, expect, it } from 'vitest';
import { combinationsOf } from '../../src/dialects/github-actions/matrix.ts';
import type { Job, Workflow } from '../../src/dialects/github-actions/model.ts';
import { modelOf } from '../../src/dialects/github-actions/workflow.ts';
import { parseYaml } from '../../src/parse/yaml/parse.ts';
import { checkNames } from '../../src/subjects/workflow-job/check-names.ts';

function workflow(text: string, file = '.github/workflows/ci.yml'): Workflow {
  const { tree, comments } = parseYaml(text);
  return modelOf(file, comments).workflow(tree[0]!.root!);
}
const job = (text: string, id: string): Job => workflow(text).jobs.find((one) => one.id === id)!;
const runs = (text: string) => {
  const made = combinationsOf(parseYaml(text).tree[0]!.root!);
  return made === 'worked-out' ? made : made.map(({ values }) => [...values.values()].join(' '));
};

describe('a workflow', () => {
  it('has triggers with their filters', () => {
    const { triggers } = workflow(`
on:
  pull_request:
    paths-ignore: ['docs/**']
  push:
    branches: [main]
    tags: ['v*']
  schedule:
    - cron: '0 4 * * 1'
jobs: {}
`);
    expect(triggers.map(({ name, byPaths, branches, tags }) => [name, byPaths, branches, tags])).toEqual([
      ['pull_request', true, [], []],
      ['push', false, ['main'], ['v*']],
      ['schedule', false, [], []],
    ]);
  });

  it.each([
    ['on: push', ['push']],
    ['on: [push, pull_request]', ['push', 'pull_request']],
  ])('takes "%s"', (on, names) => {
    expect(workflow(`${on}\njobs: {}`).triggers.map(({ name }) => name)).toEqual(names);
  });

  it('reads what an action is called by without the line break behind it, and the comment beside it', () => {
    const { steps } = job(
      'on: push\njobs:\n  a:\n    steps:\n      - uses: |\n          acme/one@v1\n      - uses: acme/two@v2 # v2.1\n',
      'a',
    );
    expect(steps.map(({ uses }) => [uses?.text, uses?.comment])).toEqual([
      ['acme/one@v1', undefined],
      ['acme/two@v2', 'v2.1'],
    ]);
  });

  it('counts steps that run beside each other like the others', () => {
    const { steps } = job(
      'on: push\njobs:\n  a:\n    steps:\n      - parallel:\n          - run: one\n          - run: two\n',
      'a',
    );
    expect(steps.map(({ run }) => run?.text)).toEqual(['one', 'two']);
  });

  it('knows where each line of a script starts, in run and in inputs', () => {
    const { steps } = job(
      'on: push\njobs:\n  a:\n    steps:\n      - run: |\n          one\n          two\n      - uses: a/b@v1\n        with:\n          script: >-\n            three\n',
      'a',
    );
    expect(steps[0]!.run!.lines.slice(0, 2).map(({ line, column }) => [line, column])).toEqual([
      [6, 11],
      [7, 11],
    ]);
    expect(steps[1]!.with.get('script')!.lines[0]).toEqual({ line: 11, column: 13 });
  });
});

describe('a matrix', () => {
  it('crosses its lists, in their order', () => {
    expect(runs('os: [linux, macos]\nnode: [22, 24]')).toEqual(['linux 22', 'linux 24', 'macos 22', 'macos 24']);
  });

  it('leaves out what is excluded, by some of the values', () => {
    expect(runs('os: [linux, macos]\nnode: [22, 24]\nexclude:\n  - os: macos\n    node: 22')).toHaveLength(3);
    expect(runs('os: [linux, macos]\nnode: [22, 24]\nexclude:\n  - os: macos')).toEqual(['linux 22', 'linux 24']);
  });

  it('adds values to the combinations they fit, and makes one of those that fit none', () => {
    const text = 'os: [linux, macos]\ninclude:\n  - os: linux\n    fast: yes\n  - os: windows';
    expect(runs(text)).toEqual(['linux yes', 'macos', 'windows']);
  });

  it('is a list of its own with include alone', () => {
    expect(runs('include:\n  - target: a\n  - target: b')).toEqual(['a', 'b']);
  });

  it.each([
    '${{ fromJSON(inputs.matrix) }}',
    'os: ${{ fromJSON(inputs.os) }}',
    'os: ["${{ inputs.os }}"]',
    'a: [{ b: c }]',
  ])('is worked out later: %s', (text) => {
    expect(runs(text)).toBe('worked-out');
  });
});

describe('check names', () => {
  const names = (text: string, id: string, others: readonly Workflow[] = []) => {
    const own = workflow(text);
    const list = checkNames(
      own,
      own.jobs.find((one) => one.id === id)!,
      new Map(others.map((w) => [w.file, w])),
    );
    return list.complete ? list.items.map((item) => (item.known ? item.value : '?')) : 'unknown';
  };
  const one = (body: string) => `on: pull_request\njobs:\n  build:\n${body.replace(/^/gm, '    ')}`;

  it.each([
    ['the id', 'steps: []', ['build']],
    ['the name', 'name: Build it\nsteps: []', ['Build it']],
    ['the values in parentheses', 'strategy: { matrix: { os: [a, b], n: [1] } }', ['build (a, 1)', 'build (b, 1)']],
    ['the name and the values', 'name: Build\nstrategy: { matrix: { os: [a, b] } }', ['Build (a)', 'Build (b)']],
    ['the values in the name', 'name: on ${{ matrix.os }}\nstrategy: { matrix: { os: [a, b] } }', ['on a', 'on b']],
    ['one name for all', 'name: on ${{ matrix.os }}\nstrategy: { matrix: { os: [a], n: [1, 2] } }', ['on a']],
    ['not known', 'name: ${{ inputs.name }}', 'unknown'],
    ['not known with a matrix from elsewhere', 'strategy: { matrix: "${{ fromJSON(vars.M) }}" }', 'unknown'],
    ['not known of another repository', 'uses: acme/ci/.github/workflows/a.yml@v1', 'unknown'],
  ])('are %s', (_, body, expected) => {
    expect(names(one(body), 'build')).toEqual(expected);
  });

  it('join caller and callee, however deep', () => {
    const called = workflow(
      'on: workflow_call\njobs:\n  test: { steps: [] }\n  more: { name: Deep, uses: ./.github/workflows/deep.yml }',
      '.github/workflows/called.yml',
    );
    const deep = workflow('on: workflow_call\njobs:\n  last: { steps: [] }', '.github/workflows/deep.yml');
    expect(names(one('uses: ./.github/workflows/called.yml'), 'build', [called, deep])).toEqual([
      'build / test',
      'build / Deep / last',
    ]);
  });

  it('end where workflows call each other in a circle', () => {
    const round = workflow(
      'on: workflow_call\njobs:\n  again: { uses: ./.github/workflows/round.yml }',
      '.github/workflows/round.yml',
    );
    expect(names(one('uses: ./.github/workflows/round.yml'), 'build', [round])).toBe('unknown');
  });

  it('are none for a workflow that only others call', () => {
    expect(names('on: workflow_call\njobs:\n  build: { steps: [] }', 'build')).toEqual([]);
  });
});
