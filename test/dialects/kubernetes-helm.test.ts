import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DialectContext } from '../../src/dialects/dialect.ts';
import { unpacked } from '../../src/dialects/kubernetes/helm/packed.ts';
import { kubernetes } from '../../src/dialects/kubernetes/index.ts';
import { chartsOf } from '../../src/dialects/kubernetes/helm/chart.ts';
import { folderOf } from '../../src/engine/files.ts';
import { isFilePlace } from '../../src/model/place.ts';
import type { Value } from '../../src/model/value.ts';
import { filesOf } from '../page.ts';
import { scanTree } from '../scan-tree.ts';
import { features, values } from './helm-features.ts';
import { plain, readWith } from './read.ts';

const about = 'apiVersion: v2\nname: features\nversion: 0.1.0\nappVersion: "1.2"\n';

/** The text of one template; what isn't known is `?` with its subject. */
function text(template: string, more: Record<string, string> = {}): string {
  const texts: Record<string, string> = {
    'Chart.yaml': about,
    'values.yaml': values,
    'conf/a.txt': 'hello',
    'templates/a.yaml': template,
    ...more,
  };
  const files = filesOf(new Map(Object.entries(texts)));
  const unresolved: string[] = [];
  const context = { files, folder: folderOf(files), text: (path: string) => texts[path] } as DialectContext;
  const charts = chartsOf(context, ({ reason }) => void unresolved.push(reason.settledBy));
  const found = charts.render('').find(({ file }) => file.path === 'templates/a.yaml');
  const all = found?.pieces.map((piece) => (piece.unknown ? `?${piece.unknown.subject}?` : piece.text)).join('');
  return [all ?? 'nothing', ...unresolved].join(' !! ');
}

describe('templates of Helm', () => {
  it.each(features)('%j', (template, expected) => {
    expect(text(template)).toBe(expected);
  });

  it.each([
    ['a value without a default', 'a {{ .Values.gone }}', 'a ?.Values.gone?'],
    ['a part of a value that is not there', 'a {{ .Values.gone.b }} c', 'a ?.Values.gone? c'],
    ['what has to be given', '{{ required "a name" .Values.gone }}', '?.Values.gone?'],
    ['a function that is not known', '{{ upsideDown .Values.name }} {{ .Values.name }}', '?upsideDown? web'],
    ['what is made anew each time', 'x{{ randAlphaNum 10 }}-{{ .Values.name }}', 'x?randAlphaNum?-web'],
    ['a template of a chart that is not here', '{{ include "common.names.fullname" . }}', '?common.names.fullname?'],
    ['the namespace of the release', '{{ .Release.Namespace }}', '?.Release.Namespace?'],
    ['a text with an unknown part', '{{ printf "%s-%s" .Values.name now | quote }}', '"web-?now?"'],
    [
      'what hangs on something unknown',
      'a:\n  {{- if .Values.gone.b }}\n  b: 1\n  {{- end }}\n  c: 2',
      'a:\n  ?.Values.gone?:\n  c: 2',
    ],
    ['items that hang on it', 'a:\n  {{- range now }}\n  - {{ . }}\n  {{- end }}', 'a:\n  - ?now?'],
    ['false without asking further', '{{ if and .Values.disabled now }}a{{ else }}b{{ end }}', 'b'],
    ['true without asking further', '{{ if or now .Values.enabled }}a{{ else }}b{{ end }}', 'a'],
    [
      'what both ways of an unknown condition leave alike',
      '{{ $m := dict "a" 1 "b" 2 }}{{ if now }}{{ $m = omit $m "b" }}{{ end }}{{ toYaml $m }} {{ hasKey $m "a" }} {{ hasKey $m "b" }}',
      'a: 1\nb: ?now? true ?now?',
    ],
    [
      'a map changed on an unknown condition',
      '{{ $m := dict "a" (dict "b" 1) "c" 1 }}{{ if now }}{{ $_ := set $m "c" 2 }}{{ else }}{{ $_ := set $m.a "d" 3 }}{{ end }}{{ toJson $m }}',
      '{"a":{"b":1,"d":"?now?"},"c":"?now?"}',
    ],
    [
      'a map changed on two unknown conditions, one in the other',
      '{{ $m := dict "a" 1 }}{{ if now }}{{ if now }}{{ $_ := set $m "a" 2 }}{{ end }}{{ $_ := merge $m (dict "b" 1) }}{{ end }}{{ toJson $m }}',
      '{"a":"?now?","b":"?now?"}',
    ],
    [
      'a map that may be empty',
      '{{ $m := dict }}{{ if now }}{{ $m = dict "a" 1 }}{{ end }}{{ if $m }}a{{ end }}',
      '?now?',
    ],
    [
      'the same on all of several ways',
      '{{ $x := 1 }}{{ if now }}{{ $x = 2 }}{{ else if .Values.enabled }}{{ $x = 2 }}{{ else }}{{ $x = 2 }}{{ end }}{{ $x }}',
      '2',
    ],
    [
      'the other way of a block that gives another dot',
      '{{ $x := 1 }}{{ with now }}{{ $x = 2 }}{{ else }}{{ if eq .Values.name "web" }}{{ $x = 2 }}{{ end }}{{ end }}{{ $x }}',
      '2',
    ],
    [
      'a document on the line of its separator',
      'a: 1\n---\n{{- if true -}}\nb: 2\n{{- end }}\n--- c: 3',
      'a: 1\n---\nb: 2\n--- \nc: 3',
    ],
    ['an unknown on the line of a separator', '---\n{{- .Values.gone }}', '---\n?.Values.gone?'],
    ['what only looks like a separator', 'a: |\n  ---b\n----\n---', 'a: |\n  ---b\n----\n---'],
    [
      'whether a value without a default is empty',
      '{{ .Values.gone | quote | empty }} {{ .Values.gone | quote }}',
      'true ?.Values.gone?',
    ],
    [
      'words in one',
      '{{ camelcase "two words" }} {{ camelcase "BIG_ONE" }} {{ camelcase "_a--b" }} {{ camelcase "isSo" }}',
      'TwoWords BigOne _A-B IsSo',
    ],
    ['a refusal on an unknown condition', '{{ if now }}{{ fail "no" }}{{ end }}a', 'a'],
    ['a variable set on an unknown condition', '{{ $x := 1 }}{{ if now }}{{ $x = 2 }}{{ end }}{{ $x }}', '?now?'],
    [
      'a chart that refuses its own values',
      '{{ if .Values.enabled }}{{ fail "set off" }}{{ end }}a',
      'a !! other values: with its own the chart stops here (set off)',
    ],
    [
      'a template that does not end',
      '{{ if .Values.enabled }}',
      'nothing !! a template that can be read: expected {{ end }} for this block',
    ],
    [
      'templates that call each other',
      '{{ define "r" }}{{ include "r" . }}{{ end }}{{ include "r" . }}',
      'nothing !! a smaller template: templates that call each other less deep',
    ],
    [
      'more steps than there may be',
      '{{ range until 90000 }}{{ range until 90000 }}{{ end }}{{ end }}',
      'nothing !! a smaller template: more steps than the budget has',
    ],
    [
      'a text that doubles',
      '{{ $x := "ab" }}{{ range until 60 }}{{ $x = printf "%s%s" $x $x }}{{ end }}{{ $x }}',
      'nothing !! a smaller template: more steps than the budget has',
    ],
    [
      'a pattern that would take for ever elsewhere',
      '{{ regexMatch "^(a+)+$" (printf "%sb" (repeat 2000 "a")) }}',
      'false',
    ],
  ])('%s', (_, template, expected) => {
    expect(text(template)).toBe(expected);
  });

  it('never breaks, and ends', () => {
    const part = fc.constantFrom(
      '{{',
      '}}',
      '{{-',
      '-}}',
      ' ',
      '\n',
      'if',
      'range',
      'end',
      'else',
      'with',
      'define "a"',
      'include "a" .',
      'tpl',

      '.Values',
      '.Values.map',
      '.Values.list',
      '$',
      '$x',
      ':=',
      '|',
      '(',
      ')',
      '.',
      '"a"',
      '1',
      'toYaml',
      'nindent 2',
      'a: b',
      '- ',

      'dict "a"',
      'list',
      'printf "%d%s"',
      'now',
      '/*',
      '*/',
      '`',
      "'",
      'index',
      'until 9',
      'merge',
      'fromYaml',
      'set',
      'template "a"',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 25 }), fc.array(part, { maxLength: 8 }), (parts, inner) => {
        text(parts.join(' '));
        text(`{{ ${inner.join(' ')} }}`);
        text(`a: {{ ${inner.join(' ')} | nindent 2 }}`);
      }),
      { numRuns: 400 },
    );
  });
});

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ include "app.name" . }}
  namespace: {{ .Release.Namespace }}
spec:
  template:
    spec:
      containers:
        - name: app
          image: "{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}"
          securityContext:
            {{- toYaml .Values.securityContext | nindent 12 }}
          {{- with .Values.resources }}
          resources:
            {{- toYaml . | nindent 12 }}
          {{- end }}
`;
const chart: Record<string, string> = {
  'app/Chart.yaml': 'apiVersion: v2\nname: app\nversion: 1.0.0\nappVersion: "2.0"\n',
  'app/values.yaml':
    'image:\n  repository: example/app\n  tag: ""\nsecurityContext:\n  runAsNonRoot: true\n  privileged: true\n',
  'app/templates/_helpers.tpl': '{{- define "app.name" -}}\n{{ .Release.Name }}-{{ .Chart.Name }}\n{{- end -}}\n',
  'app/templates/deployment.yaml': deployment,
  'app/templates/NOTES.txt': 'Thanks for {{ .Chart.Name }}',
};

const inValue = (value: Value | undefined, ...path: (string | number)[]): Value | undefined =>
  path.reduce<Value | undefined>(
    (found, key) =>
      found?.type === 'object'
        ? found.entries.get(String(key))
        : found?.type === 'list'
          ? found.items[Number(key)]
          : undefined,
    value,
  );
const lineOf = (value: Value | undefined) =>
  isFilePlace(value?.at) ? `${value.at.file}:${value.at.span.startLine}` : undefined;
const viaOf = (value: Value | undefined) =>
  value?.via.map((at) => (isFilePlace(at) ? `${at.file}:${at.span.startLine}` : ''));
const container = ['spec', 'template', 'spec', 'containers', 0] as const;

/** A packed chart as `helm package` makes one. */
function packed(files: Record<string, string>): Buffer {
  const parts = Object.entries(files).flatMap(([path, text]) => {
    const entry = (name: string, type: string, content: Buffer): Buffer[] => {
      const header = Buffer.alloc(512);
      header.write(name.slice(0, 100), 0);
      header.write(content.length.toString(8).padStart(11, '0'), 124);
      header.write(type, 156);
      header.write('ustar', 257);
      return [header, content, Buffer.alloc((512 - (content.length % 512)) % 512)];
    };
    const long = path.length > 100 ? entry('././@LongLink', 'L', Buffer.from(path)) : [];
    return [...long, ...entry(path, '0', Buffer.from(text))];
  });
  return gzipSync(Buffer.concat([...parts, Buffer.alloc(1024)]));
}

describe('charts', () => {
  it('states its objects, each value where the template writes it, by way of the values', async () => {
    const read = await readWith(kubernetes, chart);
    expect(read.names).toEqual(['Deployment/release-name-app of app']);
    const { body, at, block } = read.resources[0]!;
    expect(plain(inValue(body, ...container))).toEqual({
      name: 'app',
      image: 'example/app:2.0',
      securityContext: { runAsNonRoot: true, privileged: true },
    });
    const privileged = inValue(body, ...container, 'securityContext', 'privileged');
    expect([lineOf(privileged), viaOf(privileged)]).toEqual([
      'app/templates/deployment.yaml:13',
      ['app/values.yaml:6'],
    ]);
    const image = inValue(body, ...container, 'image');
    expect([lineOf(image), viaOf(image)]).toEqual([
      'app/templates/deployment.yaml:11',
      ['app/values.yaml:2', 'app/Chart.yaml:4'],
    ]);
    expect(lineOf(inValue(body, 'metadata', 'name'))).toBe('app/templates/_helpers.tpl:2');
    expect([at.span.startLine, block.span.startLine, block.span.endLine]).toEqual([2, 1, 13]);
    expect(inValue(body, 'metadata', 'namespace')).toBeUndefined();
    expect(read.unresolved).toEqual([]);
  });

  it('is judged by its rules in those places', async () => {
    const { report } = await scanTree(new Map(Object.entries(chart)), { asOf: '2026-01-01' });
    const found = report.results.find(
      ({ rule, aspect, verdict }) =>
        rule === 'containers-stay-contained' && aspect === 'privileged' && verdict === 'fail',
    );
    expect(found?.location).toMatchObject({ file: 'app/templates/deployment.yaml', startLine: 13 });
  });

  const names = async (files: Record<string, string>) => (await readWith(kubernetes, files)).names;
  const inner = (folder: string, more: Record<string, string> = {}) => ({
    [`${folder}/Chart.yaml`]: 'apiVersion: v2\nname: db\nversion: 1.0.0\n',
    [`${folder}/values.yaml`]: 'name: own\nkept: yes\n',
    [`${folder}/templates/a.yaml`]:
      'apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: {{ .Values.name }}-{{ .Values.global.zone }}-{{ .Chart.Name }}\n',
    ...more,
  });
  const outer = (dependency: string, own = '') => ({
    'up/Chart.yaml': `apiVersion: v2\nname: up\nversion: 1.0.0\ndependencies:\n  - name: db\n    version: 1.0.0\n${dependency}`,
    'up/values.yaml': `global: {zone: z}\n${own}`,
    'up/templates/a.yaml': 'apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: up}\n',
  });

  it('takes in charts with values from above', async () => {
    expect(await names({ ...outer('', 'db: {name: given}\n'), ...inner('up/charts/db') })).toEqual([
      'ServiceAccount/given-z-db of up',
      'ServiceAccount/up of up',
    ]);
    expect(await names({ ...outer('    alias: other\n', 'other: {name: given}\n'), ...inner('up/charts/db') })).toEqual(
      ['ServiceAccount/given-z-other of up', 'ServiceAccount/up of up'],
    );
    const twice = '    alias: one\n  - name: db\n    version: 1.0.0\n    alias: two\n';
    expect(await names({ ...outer(twice), ...inner('up/charts/db') })).toEqual([
      'ServiceAccount/own-z-one of up',
      'ServiceAccount/own-z-two of up',
      'ServiceAccount/up of up',
    ]);
    expect(await names({ ...outer('    repository: file://../db\n'), ...inner('db') })).toEqual([
      'ServiceAccount/own-z-db of up',
      'ServiceAccount/up of up',
    ]);
  });

  const packedAt = 'up/charts/db-1.0.0.tgz';
  const readPacked = (files: Record<string, string>, bytes: Uint8Array) => {
    const texts = { ...files, [packedAt]: '' };
    const tree = filesOf(new Map(Object.entries(texts)));
    return readWith(kubernetes, texts, {
      files: { ...tree, read: (path) => (path === packedAt ? bytes : tree.read(path)) },
    });
  };

  it('unpacks charts, and shows what is in them at the archive', async () => {
    const archive = packed(inner('db', { ['db/long/'.padEnd(130, 'x')]: 'x' }));
    const read = await readPacked(outer('', 'db: {name: given}\n'), archive);
    expect(read.names).toEqual(['ServiceAccount/given-z-db of up', 'ServiceAccount/up of up']);
    expect(read.resources[0]).toMatchObject({ at: { file: packedAt, span: { startLine: 1 } } });
    expect(read.unresolved).toEqual([]);
  });

  it('lists archives that can not be read', async () => {
    for (const bytes of [Buffer.from('no'), gzipSync('no'), gzipSync(Buffer.alloc(2048, 7))]) {
      const { unresolved } = await readPacked(outer(''), bytes);
      expect(unresolved.map(({ name }) => name)).toEqual([packedAt, 'db of up/Chart.yaml']);
    }
  });

  it('never breaks on an archive', () => {
    const good = packed(inner('db'));
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.nat(255), fc.nat(good.length), (at, byte, end) => {
        const bytes = Buffer.from(good);
        bytes[at] = byte;
        unpacked(bytes.subarray(0, end));
        unpacked(gzipSync(Buffer.concat([Buffer.alloc(at % 700, byte), bytes])));
      }),
      { numRuns: 200 },
    );
  });

  it('leaves out what .helmignore names', async () => {
    const account = (name: string) => `apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: ${name}}\n`;
    expect(
      await names({
        ...chart,
        'app/templates/deployment.yaml': account('kept'),
        'app/templates/old.bak.yaml': account('old'),
        'app/templates/tests/a.yaml': account('test'),
        'app/templates/more/b.yaml': account('more'),
        'app/templates/root.yaml': '{{ range $p, $f := .Files.Glob "*.txt" }}{{ $p }}: 1\n{{ end }}',
        'app/no.txt': '',
        'app/.helmignore': '# why\n*.bak.yaml\ntests/\n/templates/more/b.yaml\n/no.txt\n',
      }),
    ).toEqual(['ServiceAccount/kept of app']);
  });

  it('judges what other files of values make otherwise', async () => {
    const read = await readWith(kubernetes, {
      ...chart,
      'app/templates/same.yaml': 'apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: same}\n',
      'app/values-prod.yaml': 'image: {tag: "3.0"}\nsecurityContext: {privileged: null}\n',
      'app/values-dev.yaml': '{}\n',
      'app/ci/a-values.yaml': 'image: {tag: "4.0"}\n',
    });
    expect(read.names).toEqual([
      'Deployment/release-name-app of app',
      'ServiceAccount/same of app',
      'Deployment/release-name-app of app with values-prod.yaml',
    ]);
    expect(plain(inValue(read.resources[2]!.body, ...container))).toEqual({
      name: 'app',
      image: 'example/app:3.0',
      securityContext: { runAsNonRoot: true },
    });
  });

  it('leaves out what a condition or a tag switches off, which is then judged by itself', async () => {
    for (const [dependency, own] of [
      ['    condition: db.enabled\n', 'db: {enabled: false}\n'],
      ['    tags: [data]\n', 'tags: {data: false}\n'],
    ] as const)
      expect(
        (await names({ ...outer(dependency, own), ...inner('up/charts/db') })).filter((name) =>
          name.endsWith(' of up'),
        ),
      ).toEqual(['ServiceAccount/up of up']);
  });

  it('lists what is not in the tree, and what can not be rendered', async () => {
    const { unresolved, names: found } = await readWith(kubernetes, {
      ...outer('    repository: https://charts.example.com\n'),
      'up/charts/cache-1.0.0.tgz': 'packed',
      'up/templates/b.yaml': '{{ if }}',
      'up/templates/c.yaml': 'a: b: {{ .Chart.Name }}\n',
    });
    expect(found).toEqual(['ServiceAccount/up of up']);
    expect(unresolved.map(({ name, at, reason }) => [name, `${at.file}:${at.span.startLine}`, reason.code])).toEqual([
      ['up/charts/cache-1.0.0.tgz', 'up/charts/cache-1.0.0.tgz:1', 'not-rendered'],
      ['db of up/Chart.yaml', 'up/Chart.yaml:5', 'remote-module'],
      ['up/templates/b.yaml', 'up/templates/b.yaml:1', 'not-rendered'],
      ['up/templates/c.yaml', 'up/templates/c.yaml:1', 'not-rendered'],
    ]);
  });

  it('lists values for a chart that are no map', async () => {
    const { unresolved } = await readWith(kubernetes, { ...outer('', 'db: none\n'), ...inner('up/charts/db') });
    expect(unresolved.map(({ name, at }) => [name, `${at.file}:${at.span.startLine}`])).toEqual([
      ['db of up/Chart.yaml', 'up/values.yaml:2'],
    ]);
  });

  it('keeps what is known around what is not', async () => {
    const { resources, unresolved } = await readWith(kubernetes, {
      ...chart,
      'app/templates/deployment.yaml': deployment
        .replace('{{ .Values.image.tag | default .Chart.AppVersion }}', '{{ .Values.tag }}')
        .replace(
          '    spec:\n      containers',
          '    spec:\n      {{- include "lib.pod" . | nindent 6 }}\n      containers',
        ),
    });
    const spec = inValue(resources[0]!.body, 'spec', 'template', 'spec');
    expect(spec).toMatchObject({
      type: 'object',
      complete: false,
      reason: { code: 'remote-module', subject: 'lib.pod' },
    });
    expect(inValue(spec, 'containers', 0, 'image')).toMatchObject({
      type: 'unknown',
      prefix: 'example/app:',
      reason: { code: 'no-value', subject: '.Values.tag' },
    });
    expect(unresolved).toEqual([]);
  });

  it('takes hooks that test a release for tests', async () => {
    const { resources } = await readWith(kubernetes, {
      ...chart,
      'app/templates/a.yaml':
        'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  annotations: {"helm.sh/hook": "post-install, test"}\nspec: {}\n',
    });
    expect(resources.map(({ type, role }) => [type, role])).toEqual([
      ['Pod', 'test'],
      ['Deployment', 'system'],
    ]);
  });

  it('judges objects whose condition is unknown as if they were made', async () => {
    expect(
      await names({
        ...chart,
        'app/templates/a.yaml':
          '{{- if .Capabilities.APIVersions.Has "example.com/v1" }}\napiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: a\n{{- end }}\n',
      }),
    ).toContain('ServiceAccount/a of app');
  });

  it('ends where charts take in each other', async () => {
    const loop = (name: string, other: string) => ({
      [`${name}/Chart.yaml`]: `apiVersion: v2\nname: ${name}\ndependencies:\n  - name: ${other}\n    repository: file://../${other}\n`,
      [`${name}/templates/a.yaml`]: 'apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: a}\n',
    });
    expect(await names({ ...loop('a', 'b'), ...loop('b', 'a') })).toContain('ServiceAccount/a of a');
  });

  it('stays inside of its files', async () => {
    const line = fc.constantFrom(
      'kind: Pod',
      'apiVersion: v1',
      'spec:',
      '  containers:',
      '  - name: {{ .Values.a }}',
      '{{ toYaml .Values.m | indent 2 }}',
      '---',

      '{{- range $k, $v := .Values.m }}',
      '{{- end }}',
      '{{- if now }}',
      '{{ include "h" . | nindent 2 }}',
      '# checkov:skip=A: b',
      'x: |',
      '  {{ now }}',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 14 }), async (lines) => {
        const texts: Record<string, string> = {
          'Chart.yaml': about,
          'values.yaml': 'a: b\nm:\n  x: 1\n  y:\n    - z\n',
          'templates/_h.tpl': '{{ define "h" }}\nq: {{ .Values.a }}\nr: s\n{{ end }}',
          'templates/a.yaml': `apiVersion: v1\nkind: Pod\n${lines.join('\n')}`,
        };
        const read = await readWith(kubernetes, texts);
        const inside = (at: unknown): void => {
          if (!isFilePlace(at as never)) return;
          const { file, span } = at as {
            file: string;
            span: { startLine: number; endLine: number; endColumn: number };
          };
          const all = texts[file]!.split('\n');
          expect(span.startLine).toBeLessThanOrEqual(span.endLine);
          expect(span.endLine).toBeLessThanOrEqual(all.length);
          expect(span.endColumn).toBeLessThanOrEqual(all[span.endLine - 1]!.length + 2);
        };
        const walk = (value: Value): void => {
          for (const at of [value.at, ...value.via]) inside(at);
          if (value.type === 'list') for (const item of value.items) walk(item);
          if (value.type === 'object') for (const item of value.entries.values()) walk(item);
        };
        for (const { body, at, block } of read.resources) {
          walk(body);
          inside(at);
          inside(block);
        }
        for (const { at, covers } of read.comments) for (const place of [at, covers]) inside(place);
        for (const { at } of read.unresolved) inside(at);
      }),
      { numRuns: 150 },
    );
  });
});
