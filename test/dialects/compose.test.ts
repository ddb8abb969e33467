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

  it('never breaks on what is not as it should be', async () => {
    const strange = fc.constantFrom('1', 'null', '[]', '{}', '[1]', '"$"', '${', '[{}]', 'a', '{service: a}');
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('image', 'extends', 'volumes', 'environment', 'deploy', 'security_opt', 'user', 'cap_add'),
        strange,
        async (key, value) => {
          const { problems } = await scanned({
            'compose.yaml': `services:\n  a:\n    ${key}: '${value}'\n  b:\n    ${key}: ${value.replace('${', "'${'")}\n`,
          });
          expect(problems.filter(({ notice }) => !notice)).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
