import { describe, expect, it } from 'vitest';
import { modelOf } from '../../src/dialects/github-actions/workflow.ts';
import { parseYaml } from '../../src/parse/yaml/parse.ts';
import { alwaysTrue, trustsActor } from '../../src/subjects/workflow-job/conditions.ts';
import { installs } from '../../src/subjects/workflow-job/installs.ts';
import { openVersions } from '../../src/subjects/workflow-job/open-versions.ts';

function steps(text: string) {
  const root = parseYaml(`on: push\njobs:\n  a:\n    steps:\n${text.replace(/^/gm, '      ')}`).tree[0]!.root!;
  return modelOf('.github/workflows/a.yml', []).workflow(root).jobs[0]!.steps;
}
const run = (script: string, more = '') => steps(`- run: ${JSON.stringify(script)}\n${more}`);

describe('installs', () => {
  const loose = (script: string, paths: string[], more = '') =>
    installs(run(script, more), paths).map((install) => [install.what, install.loose]);

  it.each([
    ['npm install', true],
    ['npm i --no-audit', true],
    ['npm ci', false],
    ['npm ci --prefer-offline', false],
  ])('%s', (script, expected) => {
    expect(loose(script, ['package-lock.json'])).toEqual([[script, expected]]);
  });

  it.each(['npm install lodash', 'npm install -g npm', 'echo npm install', '# npm install', 'npm run install'])(
    '%s is none',
    (script) => {
      expect(loose(script, ['package-lock.json'])).toEqual([]);
    },
  );

  it('are judged where their lock file is: in the folder or above it', () => {
    expect(loose('npm install', ['web/package-lock.json'])).toEqual([]);
    expect(loose('npm install', ['web/package-lock.json'], '  working-directory: ./web/app')).toHaveLength(1);
    expect(loose('cd web && npm install', ['web/package-lock.json'])).toHaveLength(1);
    expect(loose('npm install', ['yarn.lock'])).toEqual([]);
  });

  it('of Yarn depend on its version', () => {
    expect(loose('yarn', ['yarn.lock'])).toEqual([['yarn', true]]);
    expect(loose('yarn install --frozen-lockfile', ['yarn.lock'])).toEqual([['yarn install --frozen-lockfile', false]]);
    expect(loose('yarn', ['.yarnrc.yml', 'yarn.lock'])).toEqual([['yarn', false]]);
    expect(loose('yarn test', ['yarn.lock'])).toEqual([]);
  });
});

describe('open versions', () => {
  const open = (script: string) => openVersions(run(script))?.map(({ what }) => what);

  it.each([
    ['npm install -g markdownlint-cli', ['markdownlint-cli']],
    ['npm install -g a@1.2.3 b', ['b']],
    ['npm i @scope/tool@^1.2.0', ['@scope/tool@^1.2.0']],
    ['pip install ruff', ['ruff']],
    ['pip install "ruff>=0.12"', ['ruff>=0.12']],
    ['python -m pip install ruff==0.12.1', []],
    ['gem install rake -v 13.0.6', []],
    ['sudo gem install rake', ['rake']],
    ['go install example.com/tool@latest', ['example.com/tool@latest']],
    ['go install example.com/tool@v1.0.0', []],
    ['npm ci', undefined],
    ['pip install -r requirements.txt', undefined],
    ['pip install .', undefined],
    ['pip install --upgrade pip', undefined],
    ['npm install ./local', undefined],
    ['go install ./cmd/tool', undefined],
    ['npm install "$PACKAGE"', undefined],
  ])('%s', (script, expected) => {
    expect(open(script)).toEqual(expected);
  });
});

describe('conditions', () => {
  const condition = (text: string) => (alwaysTrue(steps(`- run: x\n  if: ${text}`)) ?? []).length > 0;

  it.each([
    ['github.ref == 1', false],
    ['${{ github.ref == 1 }}', false],
    ["${{ contains('}}', 'a') }}", false],
    ['"${{ a }} "', true],
    ['${{ a }} && ${{ b }}', true],
    ['a || ${{ b }}', true],
    ['|\n    ${{ a }}', true],
    ['|-\n    ${{ a }}', false],
    ['|\n    a\n    && b', false],
  ])('%s', (text, expected) => {
    expect(condition(text)).toBe(expected);
  });

  it.each([
    ["github.actor == 'dependabot[bot]'", true],
    ["github['actor'] == 'renovate[bot]' && always()", true],
    ['github.actor_id == 49699333', true],
    ["github.triggering_actor == 'x[bot]'", true],
    ["github.actor != 'dependabot[bot]'", false],
    ["github.actor == 'somebody'", false],
    ["github.event.pull_request.user.login == 'dependabot[bot]'", false],
    ["github.actor == 'a[bot]' && github.event.pull_request.user.login == 'a[bot]'", false],
  ])('%s trusts who acted last: %s', (text, expected) => {
    expect(trustsActor(text)).toBe(expected);
  });
});
