// What a kustomization may say, each over the same base, and what of the objects it comes to. `npm run check:kustomize`
// holds the same against kustomize itself: the test writes them down where KUSTOMIZE_FEATURES names a folder.

export const base: Record<string, string> = {
  'base/kustomization.yaml': 'resources: [objects.yaml]\n',
  'base/objects.yaml': `apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
  labels: {app: api, part: front}
spec:
  replicas: 1
  selector: {matchLabels: {app: api}}
  template:
    metadata: {labels: {app: api}}
    spec:
      serviceAccountName: runner
      containers:
        - name: api
          image: example.com/api:1
          args: ["--to=$(TARGET)", "b"]
          ports: [{containerPort: 80}, {containerPort: 81}]
          env: [{name: HOST, value: "old.example.com:80"}, {name: B, value: b}]
        - name: side
          image: example.com/side
---
apiVersion: v1
kind: ServiceAccount
metadata: {name: runner}
---
apiVersion: v1
kind: Service
metadata: {name: api}
spec:
  selector: {app: api}
  ports: [{port: 80, targetPort: 80}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: rights}
roleRef: {kind: Role, name: rights, apiGroup: rbac.authorization.k8s.io}
subjects:
  - {kind: ServiceAccount, name: runner}
  - {kind: ServiceAccount, name: default, namespace: old}
  - {kind: ServiceAccount, name: other, namespace: old}
---
apiVersion: batch/v1
kind: CronJob
metadata: {name: nightly}
spec:
  schedule: "0 3 * * *"
  jobTemplate: {spec: {template: {spec: {containers: [{name: a, image: "example.com/api"}]}}}}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: closed}
spec: {podSelector: {matchLabels: {app: api}}}
---
apiVersion: v1
kind: Namespace
metadata: {name: shop}
`,
};

type Feature = readonly [says: string, expected: { readonly [object: string]: unknown }, more?: Record<string, string>];

const pod = (spec: unknown) => ({ spec: { template: { spec } } });
const labels = (own: unknown, selector: unknown, template: unknown) => ({
  metadata: { labels: own },
  spec: { selector: { matchLabels: selector }, template: { metadata: { labels: template } } },
});

export const features: readonly Feature[] = [
  [
    'commonLabels: {team: a}',
    {
      'Deployment/api': labels(
        { app: 'api', part: 'front', team: 'a' },
        { app: 'api', team: 'a' },
        { app: 'api', team: 'a' },
      ),
      'Service/api': { metadata: { labels: { team: 'a' } }, spec: { selector: { app: 'api', team: 'a' } } },
      'NetworkPolicy/closed': { spec: { podSelector: { matchLabels: { app: 'api', team: 'a' } } } },
    },
  ],
  [
    'labels: [{pairs: {team: a}}]',
    {
      'Deployment/api': labels({ app: 'api', part: 'front', team: 'a' }, { app: 'api' }, { app: 'api' }),
      'Service/api': { metadata: { labels: { team: 'a' } }, spec: { selector: { app: 'api' } } },
    },
  ],
  [
    'labels: [{pairs: {team: a}, includeTemplates: true}, {pairs: {tier: b}, includeSelectors: true}]',
    {
      'Deployment/api': labels(
        { app: 'api', part: 'front', team: 'a', tier: 'b' },
        { app: 'api', tier: 'b' },
        { app: 'api', team: 'a', tier: 'b' },
      ),
    },
  ],
  [
    'commonAnnotations: {owner: me}',
    {
      'Deployment/api': {
        metadata: { annotations: { owner: 'me' } },
        spec: { template: { metadata: { annotations: { owner: 'me' } } } },
      },
      'CronJob/nightly': {
        spec: { jobTemplate: { spec: { template: { metadata: { annotations: { owner: 'me' } } } } } },
      },
    },
  ],
  [
    'namePrefix: a-\nnameSuffix: -z',
    {
      'Deployment/a-api-z': pod({ serviceAccountName: 'a-runner-z' }),
      'RoleBinding/a-rights-z': { subjects: [{ name: 'a-runner-z' }, { name: 'default' }, { name: 'other' }] },
      'Namespace/shop': {},
    },
  ],
  [
    'namespace: prod',
    {
      'Deployment/prod/api': {},
      'Namespace/prod': {},
      'RoleBinding/prod/rights': {
        subjects: [{ namespace: 'prod' }, { namespace: 'prod' }, { namespace: 'old' }],
      },
    },
  ],
  ['replicas: [{name: api, count: 4}]', { 'Deployment/api': { spec: { replicas: 4 } } }],
  [
    'images: [{name: example.com/api, newTag: "2"}, {name: example.com/side, newName: example.org/b, digest: sha256:aa}]',
    {
      'Deployment/api': pod({ containers: [{ image: 'example.com/api:2' }, { image: 'example.org/b@sha256:aa' }] }),
      'CronJob/nightly': {
        spec: { jobTemplate: { spec: { template: { spec: { containers: [{ image: 'example.com/api:2' }] } } } } },
      },
    },
  ],
  [
    'images: [{name: example.com/api, newTag: "2", digest: sha256:aa}]',
    { 'Deployment/api': pod({ containers: [{ image: 'example.com/api:2@sha256:aa' }, {}] }) },
  ],
  [
    'patches: [{path: patch.yaml}]',
    {
      'Deployment/api': pod({
        containers: [
          {
            name: 'api',
            ports: [{ containerPort: 81 }],
            env: [{ name: 'C' }, { name: 'HOST', value: 'new' }, { name: 'B' }],
            args: ['c'],
          },
        ],
        volumes: [{ name: 'v' }],
      }),
    },
    {
      'patch.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: api}\nspec:\n  replicas: null\n  template:\n    spec:\n      volumes: [{name: v, emptyDir: {}}]\n      containers:\n        - name: api\n          args: [c]\n          ports: [{$patch: delete, containerPort: 80}]\n          env: [{name: C, value: c}, {name: HOST, value: new}]\n        - {name: side, $patch: delete}\n',
    },
  ],
  [
    'patches: [{path: patch.yaml}]',
    {
      'Service/api': {
        spec: {
          ports: [
            { port: 443, name: 'b' },
            { port: 80, name: 'a' },
          ],
        },
      },
    },
    {
      'patch.yaml':
        'apiVersion: v1\nkind: Service\nmetadata: {name: api}\nspec: {ports: [{port: 443, name: b}, {port: 80, name: a}]}\n',
    },
  ],
  [
    'patches:\n  - patch: |-\n      apiVersion: v1\n      kind: ServiceAccount\n      metadata: {name: runner}\n      $patch: delete',
    { 'ServiceAccount/runner': undefined, 'Service/api': {} },
  ],
  [
    'patches:\n  - target: {kind: Deployment, labelSelector: "part in (front, back), !gone"}\n    patch: |-\n      - {op: add, path: /spec/template/spec/containers/-, value: {name: last, image: a}}\n      - {op: remove, path: /spec/template/spec/containers/1}\n      - {op: copy, from: /metadata/labels/app, path: /metadata/labels/copy~1d}\n      - {op: move, from: /spec/replicas, path: /spec/revisionHistoryLimit}\n      - {op: test, path: /kind, value: Deployment}',
    {
      'Deployment/api': {
        metadata: { labels: { 'copy/d': 'api' } },
        spec: { revisionHistoryLimit: 1, template: { spec: { containers: [{ name: 'api' }, { name: 'last' }] } } },
      },
    },
  ],
  [
    'patches:\n  - target: {group: apps, version: v1, kind: Deploy.*, name: "a[pq]i"}\n    patch: |-\n      kind: any\n      metadata: {name: any}\n      spec: {replicas: 9}',
    { 'Deployment/api': { spec: { replicas: 9 } } },
  ],
  [
    'patches:\n  - target: {kind: Deployment, labelSelector: part=back}\n    patch: |-\n      - {op: replace, path: /spec/replicas, value: 9}',
    { 'Deployment/api': { spec: { replicas: 1 } } },
  ],
  [
    'patchesJson6902:\n  - target: {version: v1, kind: Deployment, name: api}\n    patch: |-\n      - {op: replace, path: /metadata/name, value: other}\nnamePrefix: a-',
    { 'Deployment/other': {} },
  ],
  [
    'replacements:\n  - source: {kind: ServiceAccount, name: runner}\n    targets:\n      - select: {kind: Deployment}\n        fieldPaths: ["spec.template.spec.containers.[name=side].image", "metadata.annotations.of\\\\.account"]\n        options: {create: true}',
    {
      'Deployment/api': {
        metadata: { annotations: { 'of.account': 'runner' } },
        ...pod({ containers: [{ image: 'example.com/api:1' }, { image: 'runner' }] }),
      },
    },
  ],
  [
    'replacements:\n  - source: {kind: Service, name: api, fieldPath: metadata.name}\n    targets:\n      - select: {kind: Deployment}\n        reject: [{name: other}]\n        fieldPaths: ["spec.template.spec.containers.[name=api].env.[name=HOST].value"]\n        options: {delimiter: ".", index: 0}',
    { 'Deployment/api': pod({ containers: [{ env: [{ value: 'api.example.com:80' }, {}] }, {}] }) },
  ],
  [
    'vars:\n  - name: TARGET\n    objref: {kind: Service, name: api, apiVersion: v1}\n    fieldref: {fieldpath: metadata.name}\nnamePrefix: a-',
    { 'Deployment/a-api': pod({ containers: [{ args: ['--to=a-api', 'b'] }, {}] }) },
  ],
  [
    'configMapGenerator: [{name: settings, literals: [A=b], options: {labels: {x: "y"}}}]\ngeneratorOptions: {annotations: {z: "1"}}',
    { 'ConfigMap/settings': { data: { A: 'b' }, metadata: { labels: { x: 'y' }, annotations: { z: '1' } } } },
  ],
  [
    'components: [../part]\nnamePrefix: a-',
    { 'Deployment/a-api': { spec: { replicas: 7 } }, 'ConfigMap/a-made': {} },
    {
      '../part/kustomization.yaml':
        'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nresources: [made.yaml]\npatches:\n  - target: {kind: Deployment, name: api}\n    patch: |-\n      - {op: replace, path: /spec/replicas, value: 7}\n',
      '../part/made.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: made}\n',
    },
  ],
  [
    'helmCharts: [{name: small, releaseName: first, namespace: here, valuesFile: own.yaml, valuesInline: {b: 3}}]',
    { 'ConfigMap/here/first-small': { data: { a: '2', b: '3', c: 'c' } } },
    {
      'own.yaml': 'a: 2\nb: 2\n',
      'charts/small/Chart.yaml': 'apiVersion: v2\nname: small\nversion: 0.1.0\n',
      'charts/small/values.yaml': 'a: 1\nb: 1\nc: c\n',
      'charts/small/templates/a.yaml':
        'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .Release.Name }}-small\n  namespace: {{ .Release.Namespace }}\ndata:\n  a: "{{ .Values.a }}"\n  b: "{{ .Values.b }}"\n  c: {{ .Values.c }}\n',
    },
  ],
];
