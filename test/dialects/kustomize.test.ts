import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kubernetes } from '../../src/dialects/kubernetes/index.ts';
import { scanTree } from '../scan-tree.ts';
import * as known from './kustomize-features.ts';
import { plain, readWith } from './read.ts';

const scanned = async (files: Record<string, string>) =>
  (await scanTree(new Map(Object.entries(files)), { asOf: '2026-01-01' })).report;

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
spec:
  template:
    spec:
      containers:
        - name: api
          image: api
          securityContext:
            privileged: false
`;
const base = {
  'base/kustomization.yaml': 'resources:\n  - api.yaml\n',
  'base/api.yaml': deployment,
};
const kustomization = (more: string) => ({ 'prod/kustomization.yaml': `resources:\n  - ../base\n${more}` });
const workloads = async (files: Record<string, string>) =>
  (await scanned(files)).subjects.filter(({ kind }) => kind === 'workload').map(({ name }) => name);
const failed = async (files: Record<string, string>, rule: string, aspect?: string) =>
  (await scanned(files)).results
    .filter((result) => result.rule === rule && result.aspect === aspect && result.verdict === 'fail')
    .map(({ location }) => `${location?.file}:${location?.startLine}`);
const privileged = 'containers-stay-contained';

describe('kustomize', () => {
  it('judges a base as its overlays make it', async () => {
    expect(await workloads({ ...base, ...kustomization('namespace: shop\n') })).toEqual([
      'Deployment/shop/api of prod',
    ]);
    expect(await workloads(base)).toEqual(['Deployment/api of base']);
  });

  it('fills in images', async () => {
    const images = (more: string) => kustomization(`images:\n  - name: api\n    ${more}\n`);
    expect(await failed({ ...base, ...images('newTag: "2"') }, 'workload-images-are-versioned')).toEqual([]);
    expect(await failed({ ...base, ...images('newTag: latest') }, 'workload-images-are-versioned')).toEqual([
      'prod/kustomization.yaml:4',
    ]);
    expect(await failed({ ...base, ...images('digest: sha256:aa') }, 'workload-images-have-digests')).toEqual([]);
  });

  const merge = (value: string) =>
    `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: api\nspec:\n  template:\n    spec:\n      containers:\n        - name: api\n          securityContext:\n            privileged: ${value}\n`;

  it.each(['patchesStrategicMerge:\n  - patch.yaml\n', 'patches:\n  - path: patch.yaml\n'])(
    'merges %j',
    async (more) => {
      const files = { ...base, ...kustomization(more), 'prod/patch.yaml': merge('true') };
      expect(await workloads(files)).toEqual(['Deployment/api of prod']);
      expect(await failed(files, privileged, 'privileged')).toEqual(['prod/patch.yaml:11']);
    },
  );

  it('does single operations, in a text and in a file', async () => {
    const operation =
      '- op: replace\n  path: /spec/template/spec/containers/0/securityContext/privileged\n  value: true\n';
    const text = `patches:\n  - target: {kind: Deployment, name: a.*}\n    patch: |-\n${operation.replace(/^/gm, '      ').trimEnd()}\n`;
    const files = { ...base, ...kustomization(text) };
    expect(await failed(files, privileged, 'privileged')).toEqual(['prod/kustomization.yaml:6']);
    const other = { ...base, ...kustomization(text.replace('a.*', 'b.*')) };
    expect(await failed(other, privileged, 'privileged')).toEqual([]);
    const inFile = 'patchesJson6902:\n  - target: {kind: Deployment, name: api}\n    path: change.yaml\n';
    expect(
      await failed({ ...base, ...kustomization(inFile), 'prod/change.yaml': operation }, privileged, 'privileged'),
    ).toEqual(['prod/change.yaml:3']);
  });

  it('lets components change what was gathered', async () => {
    const files = {
      ...base,
      ...kustomization('components:\n  - ../open\n'),
      'open/kustomization.yaml': 'kind: Component\npatches:\n  - path: patch.yaml\n',
      'open/patch.yaml': merge('true'),
    };
    expect(await failed(files, privileged, 'privileged')).toEqual(['open/patch.yaml:11']);
  });

  it('changes names, and what refers to them', async () => {
    const account = `apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: runner\nautomountServiceAccountToken: false\n`;
    const files = {
      ...base,
      'base/kustomization.yaml': 'resources:\n  - api.yaml\n  - account.yaml\nnamePrefix: a-\n',
      'base/account.yaml': account,
      'base/api.yaml': deployment.replace('    spec:\n', '    spec:\n      serviceAccountName: runner\n'),
      ...kustomization(
        'nameSuffix: -prod\nreplicas:\n  - name: api\n    count: 3\npatches:\n  - target: {name: api}\n    patch: |-\n      - op: add\n        path: /spec/paused\n        value: true\n',
      ),
    };
    const read = await readWith(kubernetes, files);
    expect(read.names).toEqual(['Deployment/a-api-prod of prod', 'ServiceAccount/a-runner-prod of prod']);
    const { body } = read.resources[0]!;
    expect(plain(body)).toMatchObject({
      spec: { paused: true, replicas: 3, template: { spec: { serviceAccountName: 'a-runner-prod' } } },
    });
    const metadata = body.entries.get('metadata');
    const name = metadata?.type === 'object' ? metadata.entries.get('name') : undefined;
    expect(name).toMatchObject({
      at: { file: 'base/api.yaml' },
      via: [{ file: 'base/kustomization.yaml' }, { file: 'prod/kustomization.yaml' }],
    });
  });

  it('makes maps and secrets of literals and files', async () => {
    const files = {
      'base/kustomization.yaml':
        'configMapGenerator:\n  - name: settings\n    literals: [LEVEL=info, "QUOTED=\'a b\'"]\n    files: [app.ini, other=conf/app.ini]\n    envs: [.env.base]\n',
      'base/app.ini': 'a = 1\n',
      'base/conf/app.ini': 'b = 2\n',
      'base/.env.base': '# more\nMODE=fast\n',
      ...kustomization(
        'configMapGenerator:\n  - name: settings\n    behavior: merge\n    literals: [LEVEL=debug]\nsecretGenerator:\n  - name: keys\n    type: Opaque\n    literals: [TOKEN=abc]\n    files: [gone.pem]\n',
      ),
    };
    const read = await readWith(kubernetes, files);
    expect(read.resources.map(({ name, body }) => [name, plain(body)])).toMatchObject([
      [
        'ConfigMap/settings of prod',
        {
          data: {
            MODE: 'fast',
            'app.ini': 'a = 1\n',
            other: 'b = 2\n',
            LEVEL: 'debug',
            QUOTED: 'a b',
          },
        },
      ],
      ['Secret/keys of prod', { type: 'Opaque', stringData: { TOKEN: 'abc', 'gone.pem': '?not-in-repository' } }],
    ]);
  });

  it.each(known.features.map((feature, i) => [i, ...feature] as const))(
    '%i: %s',
    async (i, says, expected, more = {}) => {
      const own = Object.entries(more).map(([path, text]) => [join('over', path), text]);
      const files: Record<string, string> = {
        ...known.base,
        'over/kustomization.yaml': `resources: [../base]\n${says}\n`,
        ...Object.fromEntries(own),
      };
      const folder = process.env['KUSTOMIZE_FEATURES'];
      if (folder !== undefined)
        for (const [path, text] of Object.entries(files)) {
          const target = join(folder, String(i), path);
          mkdirSync(dirname(target), { recursive: true });
          writeFileSync(target, text);
        }
      const { resources, unresolved } = await readWith(kubernetes, files);
      expect(unresolved).toEqual([]);
      for (const [name, part] of Object.entries(expected)) {
        const found = resources.find((resource) => resource.name === `${name} of over`);
        if (part === undefined) expect(found).toBeUndefined();
        else expect(plain(found?.body)).toMatchObject(part as object);
      }
    },
  );

  it('keeps overlays of one base apart', async () => {
    const account = (token: string) =>
      `patches:\n  - target: {kind: ServiceAccount}\n    patch: |-\n      - {op: add, path: /automountServiceAccountToken, value: ${token}}\n`;
    const files = {
      ...known.base,
      'dev/kustomization.yaml': `resources: [../base]\n${account('true')}`,
      'prod/kustomization.yaml': `resources: [../base]\n${account('false')}`,
    };
    const { results } = await scanned(files);
    const open = results.filter(
      ({ rule, aspect }) => rule === 'cluster-keys-are-handed-out-on-purpose' && aspect === 'workload',
    );
    expect(open.map(({ subject, verdict }) => `${subject.name} ${verdict}`)).toEqual([
      'CronJob/nightly of dev fail',
      'CronJob/nightly of prod fail',
      'Deployment/api of dev fail',
    ]);
  });

  it('lists what it does not follow', async () => {
    const { unresolved } = await scanned({
      'kustomization.yaml': 'resources:\n  - https://example.com/a.yaml\n  - gone.yaml\nhelmCharts:\n  - name: a\n',
    });
    expect(unresolved.map(({ name, location }) => [name, location.startLine])).toEqual([
      ['https://example.com/a.yaml', 2],
      ['gone.yaml', 3],
      ['chart a of kustomization.yaml', 5],
    ]);
  });

  it('ends where kustomizations take each other', async () => {
    expect(
      await workloads({
        'a/kustomization.yaml': 'resources: [../b, a.yaml]\n',
        'b/kustomization.yaml': 'resources: [../a]\n',
        'a/a.yaml': deployment,
      }),
    ).toEqual(['Deployment/api']);
  });

  it('never breaks on what is not as it should be', async () => {
    const strange = fc.constantFrom(
      '1',
      'null',
      '[]',
      '[1]',
      '[{}]',
      '[.]',
      '[..]',
      '{}',
      '[{path: api.yaml}]',
      '[{patch: "- op: x"}]',
      '[{name: api, count: x, literals: [a, "b="], files: [.], envs: 1, behavior: merge}]',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(
          'resources',
          'components',
          'patches',
          'patchesJson6902',
          'images',
          'namespace',
          'patchesStrategicMerge',
          'namePrefix',
          'replicas',
          'configMapGenerator',
          'secretGenerator',
        ),
        strange,
        async (key, value) => {
          const { problems } = await scanned({
            ...base,
            ...kustomization(key === 'resources' ? '' : `${key}: ${value}\n`),
            'kustomization.yaml': `${key}: ${value}\n`,
          });
          expect(problems.filter(({ notice }) => !notice)).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
