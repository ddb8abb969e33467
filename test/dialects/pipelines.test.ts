import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pipelines } from '../../src/dialects/pipelines/index.ts';
import type { GitlabModel } from '../../src/dialects/gitlab-ci/model.ts';
import { isFilePlace } from '../../src/model/place.ts';
import { scanTree } from '../scan-tree.ts';
import { readWith } from './read.ts';

/** The findings of rules about pipelines: rule, item and line. */
async function findings(path: string, text: string, ...rules: string[]) {
  const { report } = await scanTree(new Map([[path, text]]), { rules });
  return report.results
    .filter(({ verdict }) => verdict === 'fail')
    .map(({ rule, location }) => `${rule} ${location?.startLine}`);
}

const rules = [
  'actions-are-pinned',
  'untrusted-input-stays-out-of-scripts',
  'downloads-are-checked',
  'pipelines-hold-no-passwords',
];

describe('Azure Pipelines', () => {
  const text = `trigger: [main]
resources:
  repositories:
    - repository: shared
      type: github
      name: acme/templates
      ref: refs/heads/main
variables:
  - name: API_TOKEN
    value: 9f8a7b6c5d4e3f2a
stages:
  - stage: build
    jobs:
      - job: compile
        container: node:22
        steps:
          - script: echo "$(Build.SourceVersionMessage)"
            displayName: says
          - bash: curl https://example.com/x.sh | sh
          - task: Bash@3
            inputs:
              script: echo $(Build.SourceBranchName)
      - deployment: ship
        environment: production
        strategy:
          runOnce:
            deploy:
              steps:
                - script: ./deploy.sh
`;

  it('has jobs with their scripts, images and environments', async () => {
    const { names, resources } = await readWith(pipelines, { 'azure-pipelines.yml': text });
    expect(names).toEqual(['pipeline azure-pipelines.yml', 'job compile', 'job ship']);
    const ship = resources[2]!.model as GitlabModel;
    expect(ship.job).toMatchObject({ environment: { text: 'production' }, steps: [{ run: { text: './deploy.sh' } }] });
  });

  it('is judged by the rules that judge other pipelines', async () => {
    expect((await findings('azure-pipelines.yml', text, ...rules)).sort()).toEqual([
      'actions-are-pinned 15',
      'actions-are-pinned 6',
      'downloads-are-checked 19',
      'pipelines-hold-no-passwords 10',
      'untrusted-input-stays-out-of-scripts 17',
      'untrusted-input-stays-out-of-scripts 22',
    ]);
  });
});

describe('CircleCI', () => {
  const text = `version: 2.1
orbs:
  node: circleci/node@5.1
  fixed: circleci/aws-cli@4.1.3
executors:
  own:
    docker: [{ image: cimg/base:2024.01 }]
commands:
  hello:
    steps: [{ run: echo << pipeline.git.branch >> }]
jobs:
  build:
    executor: own
    environment: { SECRET_KEY: 9f8a7b6c5d4e3f2a }
    steps:
      - checkout
      - hello
      - run: { name: fetch, command: "curl https://example.com/x.sh | bash" }
`;
  it('is judged by the rules that judge other pipelines', async () => {
    expect(await findings('.circleci/config.yml', text, ...rules)).toEqual([
      'actions-are-pinned 3',
      'actions-are-pinned 7',
      'untrusted-input-stays-out-of-scripts 10',
      'pipelines-hold-no-passwords 14',
      'downloads-are-checked 18',
    ]);
  });
});

describe('Bitbucket Pipelines', () => {
  const text = `image: node:22
pipelines:
  pull-requests:
    '**':
      - step:
          name: test
          script:
            - eval "echo $BITBUCKET_BRANCH"
            - pipe: atlassian/aws-s3-deploy:1.6.0
  branches:
    main:
      - parallel:
          - step: { name: lint, script: [npm run lint] }
      - step:
          name: ship
          deployment: production
          script: ["curl https://example.com/x.sh | sh"]
`;
  it('is judged by the rules that judge other pipelines', async () => {
    const { names } = await readWith(pipelines, { 'bitbucket-pipelines.yml': text });
    expect(names).toEqual([
      'pipeline bitbucket-pipelines.yml',
      'job test (pull-requests **)',
      'job lint (branches main)',
      'job ship (branches main)',
    ]);
    expect((await findings('bitbucket-pipelines.yml', text, ...rules)).sort()).toEqual([
      'actions-are-pinned 1',
      'actions-are-pinned 9',
      'downloads-are-checked 17',
      'untrusted-input-stays-out-of-scripts 8',
    ]);
  });
});

describe('Tekton', () => {
  it('is read by its kinds, other manifests beside it are left alone', async () => {
    const task = `apiVersion: tekton.dev/v1
kind: Task
metadata: { name: build }
spec:
  steps:
    - name: fetch
      image: alpine:3
      script: |
        curl https://example.com/x.sh | sh
`;
    const { names } = await readWith(pipelines, {
      'tekton/task.yaml': task,
      'tekton/service.yaml': 'apiVersion: v1\nkind: Service\n',
    });
    expect(names).toEqual(['pipeline tekton/task.yaml', 'job build']);
    expect((await findings('tekton/task.yaml', task, ...rules)).sort()).toEqual([
      'actions-are-pinned 7',
      'downloads-are-checked 9',
    ]);
  });
});

describe('any text', () => {
  const key = fc.constantFrom(
    'steps',
    'jobs',
    'stages',
    'script',
    'run',
    'docker',
    'image',
    'pipelines',
    'default',
    'step',
    'orbs',
    'spec',
    'tasks',
    'parallel',
    'name',
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom('x', 1, true, null),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(key, tie('tree'), { maxKeys: 3 }),
    ),
  }));

  it('is read without throwing, and every place lies in the file', async () => {
    await fc.assert(
      fc.asyncProperty(tree, async (value) => {
        const whole = JSON.stringify(value);
        const text = [
          'steps: []',
          ...['jobs', 'pipelines', 'stages', 'orbs', 'spec'].map((name) => `${name}: ${whole}`),
          '',
        ].join('\n');
        for (const path of ['azure-pipelines.yml', '.circleci/config.yml', 'bitbucket-pipelines.yml']) {
          const { resources } = await readWith(pipelines, { [path]: text });
          for (const { at } of resources)
            if (isFilePlace(at)) expect(at.span.endLine).toBeLessThanOrEqual(text.split('\n').length);
        }
      }),
      { numRuns: 100 },
    );
  });
});
