import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanTree } from '../scan-tree.ts';

const scanned = async (files: Record<string, string>) =>
  (await scanTree(new Map(Object.entries(files)), { asOf: '2026-01-01' })).report;
const named = async (files: Record<string, string>) =>
  (await scanned(files)).subjects
    .filter(({ kind }) => /^(?:workload|cluster-|service-account)/.test(kind))
    .map(({ kind, name }) => `${kind} ${name}`);

const pod = (more = '') =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n${more}spec:\n  containers:\n    - name: a\n      image: a:1\n`;

describe('manifests', () => {
  it.each([
    [
      'several documents',
      { 'a.yaml': `${pod()}---\n${pod().replace('name: a\n', 'name: b\n')}` },
      ['workload Pod/a', 'workload Pod/b'],
    ],
    ['a namespace', { 'a.yml': pod('  namespace: n\n') }, ['workload Pod/n/a']],
    [
      'a list in JSON',
      {
        'a.json':
          '{"apiVersion":"v1","kind":"List","items":[{"apiVersion":"v1","kind":"Pod","metadata":{"name":"a"},"spec":{"containers":[]}}]}',
      },
      ['workload Pod/a'],
    ],
    [
      'a kind of an operator by the same name',
      { 'a.yaml': 'apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata:\n  name: a\n' },
      [],
    ],
    [
      'a definition of a kind',
      { 'a.yaml': 'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata:\n  name: a\n' },
      [],
    ],
    [
      'a kustomization',
      { 'kustomization.yaml': 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n' },
      [],
    ],
    ['a stack of services', { 'stack.yaml': 'services:\n  a:\n    image: a\n' }, []],
    ['an interface', { 'api.yaml': 'openapi: 3.0.0\ninfo:\n  title: a\n' }, []],
  ] as [string, Record<string, string>, string[]][])('%s', async (_, files, expected) => {
    expect(await named(files)).toEqual(expected);
  });

  it('lists a template that nothing here fills in', async () => {
    const { subjects, unresolved, problems } = await scanned({
      'a.yaml': `{{- if .Values.on }}\n${pod().replace('a:1', '{{ .Values.image }}')}{{- end }}\n`,
    });
    expect(subjects.filter(({ kind }) => kind === 'workload')).toEqual([]);
    expect(unresolved).toMatchObject([{ name: 'a.yaml', reason: { code: 'not-rendered' } }]);
    expect(problems.filter(({ notice }) => !notice)).toEqual([]);
  });

  it('knows nothing of what is filled in later', async () => {
    const { results } = await scanned({ 'a.yaml': pod().replace('a:1', '"${IMAGE}"') });
    expect(results.filter(({ rule }) => rule === 'workload-images-are-versioned')).toMatchObject([
      { verdict: 'unknown', reason: { code: 'not-rendered', subject: '${IMAGE}' } },
    ]);
  });

  it('lists what an operator fetches, but for folders of the same repository', async () => {
    const { unresolved } = await scanned({
      'apps/a.yaml': pod(),
      'release.yaml':
        'apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: cache}\nspec:\n  chart:\n    spec:\n      chart: redis\n---\napiVersion: helm.cattle.io/v1\nkind: HelmChart\nmetadata: {name: web}\nspec: {chart: traefik}\n',
      'argo.yaml':
        'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: here}\nspec: {source: {repoURL: a, path: ./apps}}\n---\napiVersion: argoproj.io/v1alpha1\nkind: ApplicationSet\nmetadata: {name: set}\nspec:\n  template:\n    spec:\n      sources:\n        - {repoURL: a, path: other}\n        - {repoURL: a, chart: vault}\n',
      'kustomization.yaml': 'resources: [release.yaml]\n',
    });
    expect(unresolved.map(({ name, location }) => [name, location.startLine])).toEqual([
      ['folder other of ApplicationSet set', 13],
      ['chart vault of ApplicationSet set', 14],
      ['chart redis of HelmRelease cache', 7],
      ['chart traefik of HelmChart web', 12],
    ]);
  });

  it('says of a key that stands twice where, and loses nothing else', async () => {
    const twice = pod().replace('image: a:1', 'image: a:1\n      image: a');
    const { results, problems, subjects } = await scanned({ 'a.yaml': twice });
    expect(problems).toMatchObject([{ kind: 'parse', notice: true, location: { file: 'a.yaml', startLine: 9 } }]);
    expect(results.filter(({ rule }) => rule === 'workload-images-are-versioned')).toMatchObject([
      { verdict: 'unknown', reason: { code: 'conflicting-writers', subject: 'image' }, location: { startLine: 9 } },
    ]);
    expect(subjects.filter(({ kind }) => kind === 'workload')).toHaveLength(1);
    const same = await scanned({ 'a.yaml': pod().replace('image: a:1', 'image: a:1\n      image: a:1') });
    expect(same.results.filter(({ rule }) => rule === 'workload-images-are-versioned')).toEqual([]);
  });

  it('does not pass over an object that another one hides', async () => {
    const { problems } = await scanned({ 'a.yaml': `${pod()}${pod()}` });
    expect(problems.map(({ notice, location }) => [notice, location?.startLine])).toEqual([
      [undefined, 9],
      [undefined, 10],
      [undefined, 11],
      [undefined, 13],
    ]);
  });

  it('tells what is secret in a secret from what anyone may know', async () => {
    const failing = async (data: string) =>
      (
        await scanned({ 'a.yaml': `apiVersion: v1\nkind: Secret\nmetadata:\n  name: a\ndata:\n${data}` })
      ).results.filter(({ rule, verdict }) => rule === 'passwords-stay-out-of-code' && verdict === 'fail');
    const open =
      '  storageaccountname: YQ==\n  node.session.auth.username: YQ==\n  apiAddress: YQ==\n  tls.crt: YQ==\n';
    expect(await failing(open)).toEqual([]);
    expect(await failing(`${open}  database_url: YWJj\n`)).toMatchObject([{ location: { startLine: 10 } }]);
    expect(await failing('  OIDC_CLIENT_ID: YQ==\n  tenant-id: YQ==\n')).toEqual([]);
    // The line of what is named as a secret is the better one.
    expect(await failing('  extra: YWJj\n  api_token: YWJj\n')).toMatchObject([{ location: { startLine: 7 } }]);
  });

  it('honours annotations for other tools', async () => {
    const { results } = await scanned({
      'a.yaml': pod(
        '  annotations:\n    checkov.io/skip1: CKV_K8S_20=a shell\n    ignore-check.kube-linter.io/run-as-non-root: an old image\n',
      ),
    });
    expect(results.filter(({ rule }) => rule === 'containers-run-without-root')).toMatchObject([
      { aspect: 'escalation', disposition: 'inherited' },
      { aspect: 'root', disposition: 'inherited' },
    ]);
  });

  it('finds the account of a pod only in its namespace', async () => {
    const account = (namespace: string) =>
      `apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: default\n  namespace: ${namespace}\nautomountServiceAccountToken: false\n`;
    const open = async (namespace: string) =>
      (await scanned({ 'a.yaml': `${pod('  namespace: n\n')}---\n${account(namespace)}` })).results.filter(
        ({ rule, subject }) => rule === 'cluster-keys-are-handed-out-on-purpose' && subject.kind === 'workload',
      ).length;
    expect([await open('n'), await open('other')]).toEqual([0, 1]);
  });

  it('never breaks on what is not as it should be', async () => {
    const strange = fc.constantFrom('1', 'null', '[]', '{}', '[1]', '"x"', '[{}]', '[{name: 1}]');
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(
          'Pod',
          'CronJob',
          'Role',
          'RoleBinding',
          'Secret',
          'Ingress',
          'Service',
          'Namespace',
          'Gateway',
        ),
        fc.constantFrom('spec', 'rules', 'subjects', 'data', 'metadata'),
        strange,
        fc.constantFrom('containers', 'volumes', 'tls', 'securityContext', 'template', 'jobTemplate'),
        strange,
        async (kind, key, value, inner, deep) => {
          const { problems } = await scanned({
            'a.yaml': `apiVersion: v1\nkind: ${kind}\n${key}: ${value}\n---\napiVersion: v1\nkind: ${kind}\nspec:\n  ${inner}: ${deep}\n`,
          });
          expect(problems.filter(({ notice }) => !notice)).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
