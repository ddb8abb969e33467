import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Location } from '../../src/model/report.ts';
import { scanTree } from '../scan-tree.ts';

// Whatever manifests, kustomizations, charts, Dockerfiles and compose files hold: the scan ends, nothing is thrown, and each place
// that is told lies inside of its file.

const lines = fc.constantFrom(
  'apiVersion: v1',
  'apiVersion: apps/v1',
  'kind: Deployment',
  'kind: Kustomization',
  'kind: List',
  'metadata: {name: a, labels: {app: a}}',
  'spec:',
  '  template:',
  '    spec:',
  '      containers:',
  '        - name: a',
  '          image: "${A}:1"',
  '          image: a',
  '  selector: {matchLabels: {app: a}}',
  'items:',
  '- a: &x {b: [1, 2]}',
  '- *x',
  '---',
  'resources: [a.yaml, ../b, .]',
  'components: [../c]',
  'patches: [{path: a.yaml}, {target: {kind: ".*"}, patch: "- {op: copy, from: /kind, path: /metadata/name}"}]',
  'replacements: [{source: {kind: Deployment}, targets: [{select: {kind: Deployment}, fieldPaths: ["spec.*.[a=b].-", "a.0"], options: {create: true, delimiter: "", index: -1}}]}]',
  'vars: [{name: A, objref: {kind: Deployment}, fieldref: {fieldpath: spec}}]',
  'configMapGenerator: [{name: a, literals: ["a=b"], envs: [a.yaml]}]',
  'images: [{name: a, newTag: "2"}]',
  'commonLabels: {a: b}',
  'labels: [{pairs: {c: d}, includeSelectors: true}]',
  'namespace: n',
  'helmCharts: [{name: chart, valuesInline: {a: 1}}]',
  'services:',
  '  a: {image: a, ports: ["80:80", {target: 5432}], env_file: [.env, a.yaml], extends: b}',
  '  b: !reset {profiles: [test], secrets: [s]}',
  'include: [a.yaml, {path: [compose.yaml]}]',
  'secrets: {s: {file: .env}}',
  '{{- range $k, $v := .Values }}',
  '{{ $k }}: {{ toYaml $v | nindent 2 }}',
  '{{- end }}',
  '{{ .Files.Glob "**" }}{{ tpl "{{ . }}" .Values.a }}',
  'name: chart',
  'dependencies: [{name: chart, repository: "file://."}]',
  'FROM a AS b',
  'FROM b',
  'ONBUILD RUN <<E',
  'ONBUILD ONBUILD COPY --from=b id_rsa .env /',
  'E',
  'ARG TOKEN',
  'ENV A=$TOKEN TOKEN=${A:-b} \\',
  'RUN --mount=type=secret,id=a A=1 apt-get install -y curl && pip install a',
  'COPY ["a", "b',
  'USER $A',
  '\t\u0000\ufeff é',
);
const text = fc.array(lines, { maxLength: 12 }).map((all) => all.join('\n'));
const names = [
  'a.yaml',
  'kustomization.yaml',
  'b/kustomization.yaml',
  'c/kustomization.yaml',
  'c/a.yaml',
  'compose.yaml',
  'compose.prod.yaml',
  '.env',
  'Dockerfile',
  'charts/chart/Chart.yaml',
  'charts/chart/values.yaml',
  'charts/chart/values-prod.yaml',
  'charts/chart/.helmignore',
  'charts/chart/templates/a.yaml',
  'charts/chart/charts/x-1.0.0.tgz',
];

it('ends, and tells places that are there', async () => {
  await fc.assert(
    fc.asyncProperty(fc.tuple(...names.map(() => text)), async (texts) => {
      const files = new Map(names.map((name, i) => [name, texts[i]!]));
      const { report } = await scanTree(files, { asOf: '2026-01-01' });
      const inside = (location: Location | null | undefined): void => {
        const source = location && files.get(location.file);
        if (!source || !location) return;
        const all = source.split('\n');
        expect(location.startLine).toBeGreaterThan(0);
        expect(location.startLine).toBeLessThanOrEqual(location.endLine);
        expect(location.endLine).toBeLessThanOrEqual(all.length);
        expect(location.endColumn).toBeLessThanOrEqual(all[location.endLine - 1]!.length + 2);
      };
      for (const { location, related } of report.results) {
        inside(location);
        for (const { location: at } of related) inside(at);
      }
      for (const { location } of report.problems) inside(location);
      for (const { location } of report.unresolved) inside(location);
      expect(report.problems.filter(({ kind }) => kind === 'rule')).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

it.each([
  [
    'kustomizations that take each other twice',
    Object.fromEntries([
      ...Array.from({ length: 19 }, (_, i) => [
        `k${i}/kustomization.yaml`,
        `resources: [../k${i + 1}, ../k${i + 1}/.]\n`,
      ]),
      ['k19/kustomization.yaml', 'resources: [a.yaml]\n'],
      ['k19/a.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n'],
    ]),
  ],
  [
    'patterns that would take for ever',
    {
      'kustomization.yaml': `resources: [a.yaml]\npatches: [{target: {name: "${'(a*)*'.repeat(20)}b"}, patch: "- {op: remove, path: /a}"}]\n`,
      'a.yaml': `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${'a'.repeat(250)}}\n`,
      'chart/Chart.yaml': 'name: a\n',
      'chart/.helmignore': `${'*a'.repeat(60)}b\n`,
      [`chart/templates/${'a'.repeat(200)}.yaml`]: `{{ .Files.Glob "${'*a'.repeat(60)}b" }}{{ .Files.Glob "{1..9999999}" }}`,
      [`chart/${'a'.repeat(200)}`]: '',
    },
  ],
  [
    'aliases that unfold without end',
    {
      'a.yaml': `apiVersion: v1\nkind: ConfigMap\nx0: &x0 [a]\n${Array.from({ length: 40 }, (_, i) => `x${i + 1}: &x${i + 1} [*x${i}, *x${i}]\n`).join('')}x40: [*x40]\n`,
    },
  ],
  [
    'long lines of a Dockerfile',
    {
      Dockerfile: `FROM a\nCOPY ${'priv'.repeat(50_000)} /\nENV ${'A=$A '.repeat(20_000)}\nRUN ${'apk add -t '.repeat(20_000)}\n`,
    },
  ],
] as [string, Record<string, string>][])('ends with %s', async (_, files) => {
  const { report } = await scanTree(new Map(Object.entries(files)), { asOf: '2026-01-01' });
  expect(report.problems.filter(({ kind }) => kind === 'rule')).toEqual([]);
});
