import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanTree } from '../scan-tree.ts';

const scanned = async (files: Record<string, string>) =>
  (await scanTree(new Map(Object.entries(files)), { asOf: '2026-01-01' })).report;
const failures = async (files: Record<string, string>, rule: string, aspect?: string) =>
  (await scanned(files)).results
    .filter((result) => result.rule === rule && result.aspect === aspect && result.verdict === 'fail')
    .map(({ subject, location }) => `${subject.name} ${location?.file}:${location?.startLine}`);

describe('compose', () => {
  it('judges a service by the file it is laid over', async () => {
    const files = {
      'compose.yaml':
        'services:\n  a:\n    image: a:1\n    read_only: true\n  b:\n    image: b:1\n    read_only: true\n',
      'compose.override.yaml': 'services:\n  a:\n    privileged: true\n',
    };
    expect(await failures(files, 'containers-stay-contained', 'privileged')).toEqual([
      'service a compose.override.yaml:3',
    ]);
    expect(await failures(files, 'container-files-are-read-only')).toEqual([]);
  });

  it('follows extends, in the file and in another one', async () => {
    const files = {
      'docker-compose.yml':
        'services:\n  a:\n    extends:\n      file: common/base.yml\n      service: x\n  b:\n    extends: a\n    image: b:1\n  c:\n    extends: {file: gone.yml, service: y}\n',
      'common/base.yml': 'services:\n  x:\n    image: x:1\n    pid: host\n',
    };
    const { unresolved } = await scanned(files);
    expect(unresolved).toMatchObject([{ name: 'service y of gone.yml', reason: { code: 'not-in-repository' } }]);
    expect(await failures(files, 'containers-stay-contained', 'host-processes')).toEqual([
      'service a common/base.yml:4',
      'service b common/base.yml:4',
    ]);
  });

  it('fills in variables from .env and defaults', async () => {
    const image = async (text: string, env?: string) =>
      (
        await scanned({
          'compose.yaml': `services:\n  a:\n    image: ${text}\n`,
          ...(env !== undefined && { '.env': env }),
        })
      ).results.find(({ rule }) => rule === 'workload-images-are-versioned')?.verdict;
    expect(await image('a:${V:-latest}')).toBe('fail');
    expect(await image('a:${V:-latest}', 'V=2\n')).toBeUndefined();
    expect(await image('a:${V}')).toBe('unknown');
  });

  it('finds passwords in both forms of an environment, and not where they come from outside', async () => {
    const files = {
      'compose.yaml':
        'services:\n  a:\n    environment:\n      DB_PASSWORD: hunter22\n  b:\n    environment:\n      - DB_PASSWORD=hunter22\n  c:\n    environment:\n      DB_PASSWORD: ${DB_PASSWORD:-dev-only}\n      A_PASSWORD_FILE: /run/secrets/a\n',
    };
    expect(await failures(files, 'passwords-stay-out-of-code')).toEqual([
      'service a compose.yaml:4',
      'service b compose.yaml:7',
    ]);
  });

  it('sees folders of the machine in both forms', async () => {
    const files = {
      'compose.yaml':
        'services:\n  a:\n    volumes:\n      - /var/run/docker.sock:/var/run/docker.sock\n  b:\n    volumes:\n      - type: bind\n        source: /var/run/docker.sock\n        target: /x\n  c:\n    volumes: [./data:/data, data:/var]\n',
    };
    expect(await failures(files, 'containers-stay-contained', 'runtime-socket')).toEqual([
      'service a compose.yaml:4',
      'service b compose.yaml:8',
    ]);
  });

  it('leaves open which folder of the machine a variable names', async () => {
    const volumes = (...each: string[]): string => each.map((volume) => `      - ${volume}\n`).join('');
    const files = {
      'compose.yaml': `services:\n  a:\n    volumes:\n${volumes('${SOCKET}:/var/run/docker.sock:ro,z')}  b:\n    volumes:\n${volumes('$DATA:/data')}  c:\n    volumes:\n${volumes('${PWD}/a:/a', '$HOME/b:/b', './${NAME}:/c', 'data-${NAME}:/d')}`,
    };
    expect(await failures(files, 'containers-stay-contained', 'runtime-socket')).toEqual(['service a compose.yaml:4']);
    const { results } = await scanned(files);
    expect(
      results
        .filter(({ verdict, rule }) => verdict === 'unknown' && rule === 'containers-stay-contained')
        .map(({ aspect, subject }) => `${subject.name} ${aspect}`),
    ).toEqual(['service b host-files', 'service b runtime-socket']);
  });

  it('reads the ports and addresses that stand beside a variable', async () => {
    const files = {
      'compose.yaml':
        'services:\n  a:\n    ports: ["${PORT}:8000/tcp"]\n  b:\n    ports: ["127.0.0.1:${PORT}:5432"]\n  c:\n    ports: ["${PORT}:5432"]\n',
    };
    const { results } = await scanned(files);
    expect(
      results
        .filter(({ rule }) => rule === 'data-stores-answer-inside')
        .map(({ verdict, subject }) => `${subject.name} ${verdict}`),
    ).toEqual(['service c unknown']);
  });

  it('judges what a file includes, and lists what is not there', async () => {
    const files = {
      'compose.yaml':
        'include:\n  - infra/db.yml\n  - path: [gone.yml, "oci://example.com/a"]\nservices:\n  a:\n    image: a:1\n',
      'infra/db.yml': 'services:\n  db:\n    image: db:1\n    privileged: true\n',
    };
    const { unresolved, problems } = await scanned(files);
    expect(unresolved.map(({ name, location }) => [name, location.startLine])).toEqual([
      ['gone.yml', 3],
      ['oci://example.com/a', 3],
    ]);
    expect(problems.filter(({ notice }) => !notice)).toEqual([]);
    expect(await failures(files, 'containers-stay-contained', 'privileged')).toEqual(['service db infra/db.yml:4']);
  });

  it('finds passwords in files that a service reads, below what it states itself', async () => {
    const files = {
      'compose.yaml':
        'services:\n  a:\n    env_file: app.env\n  b:\n    env_file: [{path: app.env}, gone.env]\n    environment:\n      DB_PASSWORD: ""\n  c:\n    secrets: [key]\n  d:\n    secrets: [{source: outside}]\nsecrets:\n  key:\n    file: ./key.txt\n  outside:\n    environment: OUTSIDE\n',
      'app.env': '# settings\nexport DB_HOST=db\nDB_PASSWORD="hunter22"\nAPI_TOKEN=changeme\n',
      'key.txt': 'abc',
    };
    expect(await failures(files, 'passwords-stay-out-of-code')).toEqual([
      'service a app.env:3',
      'service c compose.yaml:14',
    ]);
  });

  it('takes away and replaces what later files say so of', async () => {
    const files = {
      'compose.yaml':
        'services:\n  a:\n    image: a:1\n    ports: ["5432:5432"]\n    cap_add: [SYS_ADMIN]\n  b:\n    image: b:1\n    ports: ["5432:5432"]\n',
      'compose.prod.yaml':
        'services:\n  a:\n    ports: !override\n      - "127.0.0.1:5432:5432"\n    cap_add: !reset []\n  b:\n    ports: ["80:80"]\n',
    };
    expect(await failures(files, 'data-stores-answer-inside')).toEqual([
      'service a compose.yaml:4',
      'service b compose.yaml:8',
      'service b compose.yaml:8',
    ]);
    expect(await failures(files, 'containers-stay-contained', 'kernel-rights')).toEqual(['service a compose.yaml:5']);
  });

  it('takes services that only tests start for tests', async () => {
    const { results } = await scanned({
      'compose.yaml':
        'services:\n  a:\n    image: a\n    profiles: [test, ci]\n  b:\n    image: b\n    profiles: [test, batch]\n    healthcheck: {disable: true}\n  c:\n    image: c:1\n    healthcheck: {test: [NONE]}\n',
    });
    const of = (rule: string) =>
      results.filter((result) => result.rule === rule).map(({ subject }) => `${subject.name} ${subject.role}`);
    expect(of('workload-images-are-versioned').sort()).toEqual(['service a test', 'service b system']);
    expect(of('workload-health-is-probed').sort()).toEqual(['service a test', 'service b system', 'service c system']);
  });

  it('never breaks on what is not as it should be', async () => {
    const strange = fc.constantFrom(
      '1',
      'null',
      '[]',
      '{}',
      '[1]',
      '"$"',
      '${',
      '[{}]',
      'a',
      '{service: a}',
      '!reset',
      '!override [a]',
      '{path: compose.yaml}',
      '[compose.yaml, {path: .}]',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(
          'image',
          'extends',
          'volumes',
          'environment',
          'deploy',
          'security_opt',
          'user',
          'cap_add',
          'env_file',
          'ports',
          'secrets',
          'profiles',
          'healthcheck',
        ),
        strange,
        async (key, value) => {
          const { problems } = await scanned({
            'compose.yaml': `services:\n  a:\n    ${key}: '${value}'\n  b:\n    ${key}: ${value.replace('${', "'${'")}\ninclude: ${value.replace('${', "'${'")}\nsecrets: ${value.replace('${', "'${'")}\n`,
          });
          expect(problems.filter(({ notice }) => !notice)).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
