import { describe, expect, it } from 'vitest';
import { scanTree } from '../scan-tree.ts';

// Pipelines of GitLab are judged by the rules that judge workflows: what fires, and where.

const commit = '0123456789abcdef0123456789abcdef01234567';
const digest = `sha256:${'a'.repeat(64)}`;

async function findings(files: Record<string, string>): Promise<string[]> {
  const { report } = await scanTree(new Map(Object.entries(files)), { asOf: '2026-11-22' });
  expect(report.problems).toEqual([]);
  return report.results
    .filter(({ verdict, location }) => verdict === 'fail' && location?.file.includes('gitlab'))
    .map(
      ({ rule, aspect, location }) => `${rule}${aspect ? `/${aspect}` : ''} ${location!.file}:${location!.startLine}`,
    )
    .sort();
}

const pipeline = (text: string, more: Record<string, string> = {}) => findings({ '.gitlab-ci.yml': text, ...more });

describe('a pipeline in good order', () => {
  it('has no finding', async () => {
    expect(
      await pipeline(
        `include:
  - local: /ci/build.yml
  - project: acme/pipelines
    ref: ${commit}
    file: /deploy.yml
  - component: $CI_SERVER_FQDN/acme/scan/secrets@${commit}
  - remote: https://example.com/ci.yml
    integrity: sha256-L3/GAoKaw0Arw6hDCKeKQlV1QPEgHYxGBHsH4zG1IY8=
  - template: Jobs/SAST.gitlab-ci.yml
default:
  image: node:22@${digest}
variables:
  NODE_ENV: test
  POSTGRES_PASSWORD: a-database-for-tests
  API_TOKEN: $PROTECTED_TOKEN
test:
  services:
    - name: postgres:17@${digest}
  script:
    - npm ci
    - npm test
deploy:
  stage: deploy
  image: $CI_REGISTRY_IMAGE/deploy:latest
  environment: production
  script:
    - kubectl apply -f app.yaml
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
`,
        { 'ci/build.yml': 'build:\n  script: [npm run build]\n' },
      ),
    ).toEqual([]);
  });
});

describe('what is taken in from elsewhere', () => {
  it.each([
    ['a project without ref', '- project: acme/ci\n    file: /a.yml'],
    ['a project by its branch', '- project: acme/ci\n    ref: main\n    file: /a.yml'],
    ['a component by its version', '- component: gitlab.com/acme/scan/secrets@1.2.0'],
    ['a file from the network', '- remote: https://example.com/ci.yml'],
    ['an address alone', '- https://example.com/ci.yml'],
  ])('%s', async (_, include) => {
    expect(await pipeline(`include:\n  ${include}\n`)).toEqual(['actions-are-pinned/action .gitlab-ci.yml:2']);
  });

  it('images by tags, each line once, also by way of a variable', async () => {
    expect(
      await pipeline(`variables:
  NODE_VERSION: "22"
default:
  image: node:$NODE_VERSION
one:
  script: [npm test]
two:
  script: [npm test]
  services:
    - docker:dind
`),
    ).toEqual(['actions-are-pinned/image .gitlab-ci.yml:10', 'actions-are-pinned/image .gitlab-ci.yml:4']);
  });
});

describe('what jobs do', () => {
  const base = `image: node:22@${digest}\n`;

  it('a scanner that may fail', async () => {
    expect(await pipeline(`${base}secrets:\n  allow_failure: true\n  script:\n    - gitleaks dir .\n`)).toEqual([
      'scanners-can-fail-the-build .gitlab-ci.yml:3',
    ]);
  });

  it('a script from the network, in what a job extends and refers to', async () => {
    expect(
      await pipeline(
        `${base}.setup:
  script:
    - curl -sSL https://example.com/install.sh | bash
build:
  extends: .base
  before_script:
    - !reference [.setup, script]
`,
        { '.gitlab/base.yml': '# nothing' },
      ),
    ).toEqual([]);
    expect(
      await pipeline(`${base}.setup:
  script:
    - curl -sSL https://example.com/install.sh | bash
.base:
  script: [npm run build]
build:
  extends: .base
  before_script:
    - !reference [.setup, script]
`),
    ).toEqual(['downloads-are-checked .gitlab-ci.yml:4']);
  });

  it('a script from the network, in keys that are merged in', async () => {
    expect(
      await pipeline(`${base}.setup: &setup
  before_script:
    - curl -sSL https://example.com/install.sh | bash
build:
  <<: *setup
  script: [npm run build]
safe:
  <<: *setup
  before_script: []
  script: [npm run build]
`),
    ).toEqual(['downloads-are-checked .gitlab-ci.yml:4']);
  });

  it('a secret in a plain variable, in a file that is included', async () => {
    expect(
      await pipeline(`include: ci/*.yml\n`, {
        'ci/gitlab.yml': `${base}variables:\n  DEPLOY_TOKEN: gl9Qx7LmP2vT\nbuild:\n  script: [npm run build]\n`,
      }),
    ).toEqual(['pipelines-hold-no-passwords ci/gitlab.yml:3']);
  });

  it('a deployment without environment', async () => {
    expect(await pipeline(`${base}deploy:\n  script:\n    - kubectl apply -f app.yaml\n`)).toEqual([
      'deployments-name-an-environment .gitlab-ci.yml:2',
    ]);
  });

  it('words of a stranger that a shell reads as code', async () => {
    expect(
      await pipeline(`${base}note:\n  script:\n    - echo "$CI_COMMIT_TITLE"\n    - bash -c "echo $CI_COMMIT_TITLE"\n`),
    ).toEqual(['untrusted-input-stays-out-of-scripts .gitlab-ci.yml:5']);
  });
});

describe('what starts jobs', () => {
  const tests = async (rest: string) =>
    (await findings({ '.gitlab-ci.yml': `image: node:22@${digest}\ntest:\n  script: [npm test]\n${rest}` })).map(
      (one) => one.replace(/ .*/, ''),
    );

  it.each([
    ['every pipeline', '', []],
    ['merge requests', '  rules:\n    - if: $CI_PIPELINE_SOURCE == "merge_request_event"\n', []],
    ['the default branch', '  rules:\n    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH\n', ['changes-are-tested']],
    ['a schedule', '  rules:\n    - if: $CI_PIPELINE_SOURCE == "schedule"\n', ['changes-are-tested']],
    ['merge requests, the old way', '  only: [merge_requests]\n', []],
    ['tags, the old way', '  only: [tags]\n', ['changes-are-tested']],
    ['a whole pipeline for tags', 'workflow:\n  rules:\n    - if: $CI_COMMIT_TAG\n', ['changes-are-tested']],
  ])('%s', async (_, rest, expected) => {
    expect(await tests(rest)).toEqual(expected);
  });
});
