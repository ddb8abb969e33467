// One workload and what belongs to it, in each language, in good order and in bad.

/** What differs between the two. */
export interface State {
  good: boolean;
}

const manifests = (of: (good: string, bad: string) => string, has: (text: string) => string): string => `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    pod-security.kubernetes.io/enforce: ${of('restricted', 'privileged')}
---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: api
  namespace: shop
automountServiceAccountToken: ${of('false', 'true')}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: reader
  namespace: shop
rules:
  - apiGroups: [""]
    resources: ["${of('configmaps', '*')}"]
    verbs: ["${of('get', '*')}"]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: reader
  namespace: shop
subjects:
  - kind: ServiceAccount
    name: ${of('api', 'default')}
    namespace: shop
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: reader
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  namespace: shop
data:
  level: info
  db_password: "${of('', 'v3ry-h1dden-w0rd')}"
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
  namespace: shop
spec:
  replicas: 2
  selector:
    matchLabels:
      app: api
  template:
    metadata:
      labels:
        app: api
    spec:
      serviceAccountName: api
      automountServiceAccountToken: ${of('false', 'true')}
      hostNetwork: ${of('false', 'true')}
      securityContext:
        runAsNonRoot: ${of('true', 'false')}
        seccompProfile:
          type: ${of('RuntimeDefault', 'Unconfined')}
      containers:
        - name: api
          image: registry.example.com/api:${of(`1.4@sha256:${'a'.repeat(64)}`, 'latest')}
          ports:
            - containerPort: 8080
              hostPort: ${of('0', '8080')}
          env:
            - name: API_TOKEN
              value: "${of('', 'v3ry-h1dden-w0rd')}"
          securityContext:
            privileged: ${of('false', 'true')}
            allowPrivilegeEscalation: ${of('false', 'true')}
            readOnlyRootFilesystem: ${of('true', 'false')}
            runAsUser: ${of('10001', '0')}
            capabilities:
              drop: ["${of('ALL', 'KILL')}"]
              add: ["${of('NET_BIND_SERVICE', 'SYS_ADMIN')}"]
${has(`          resources:
            requests:
              cpu: 100m
              memory: 128Mi
            limits:
              cpu: "1"
              memory: 256Mi
          livenessProbe:
            httpGet:
              path: /alive
              port: 8080
          readinessProbe:
            httpGet:
              path: /ready
              port: 8080
`)}${has(`      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: kubernetes.io/hostname
          whenUnsatisfiable: DoNotSchedule
`)}      volumes:
        - name: data
          hostPath:
            path: ${of('/srv/data', '/var/run/docker.sock')}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: api
  namespace: shop
spec:
  minAvailable: ${of('1', '2')}
  selector:
    matchLabels:
      app: api
---
apiVersion: batch/v1
kind: CronJob
metadata:
  name: nightly
  namespace: shop
spec:
  schedule: "0 3 * * *"
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          hostPID: ${of('false', 'true')}
          containers:
            - name: nightly
              image: registry.example.com/nightly:2.0
---
apiVersion: v1
kind: Service
metadata:
  name: api
  namespace: shop
spec:
  selector:
    app: api
  externalIPs: ${of('[]', '["203.0.113.7"]')}
  ports:
    - port: 80
      targetPort: 8080
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
  namespace: shop
spec:
${has(`  tls:
    - hosts: [shop.example.com]
      secretName: shop-tls
`)}  rules:
    - host: shop.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: api
                port:
                  number: 80
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: closed
  namespace: shop
spec:
  podSelector:
    matchLabels: ${of('{}', '{app: other}')}
  policyTypes: [Ingress, Egress]
`;

export const yaml = ({ good }: State): string =>
  manifests(
    (yes, no) => (good ? yes : no),
    (text) => (good ? text : ''),
  );

/** A chart: what differs comes from its values. */
export function helm({ good }: State): Record<string, string> {
  const values: string[] = [`good: ${good}`];
  const template = manifests(
    (yes, no) => {
      const name = `v${values.length}`;
      values.push(`${name}: ${JSON.stringify(good ? yes : no)}`);
      return `{{ .Values.${name} }}`;
    },
    (text) => `{{- if .Values.good }}\n${text}{{- end }}\n`,
  );
  return {
    'chart/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 0.1.0\n',
    'chart/values.yaml': `${values.join('\n')}\n`,
    'chart/templates/all.yaml': template,
  };
}

/** A base in the other state, and an overlay that changes it. */
export function kustomize({ good }: State): Record<string, string> {
  const of = (yes: string, no: string): string => (good ? yes : no);
  const image = good ? `newTag: "1.4"\n    digest: sha256:${'a'.repeat(64)}` : 'newTag: latest';
  return {
    'base/kustomization.yaml': 'resources:\n  - all.yaml\n',
    'base/all.yaml': yaml({ good: !good }),
    'overlay/kustomization.yaml': `resources:
  - ../base
images:
  - name: registry.example.com/api
    ${image}
patches:
  - path: deployment.yaml
  - path: rest.yaml
  - target: {kind: Role, name: reader}
    patch: |-
      - op: replace
        path: /rules/0/resources
        value: ["${of('configmaps', '*')}"]
      - op: replace
        path: /rules/0/verbs/0
        value: "${of('get', '*')}"
  - target: {kind: RoleBinding, name: reader}
    patch: |-
      - op: replace
        path: /subjects/0/name
        value: ${of('api', 'default')}
  - target: {kind: CronJob}
    patch: |-
      - op: replace
        path: /spec/jobTemplate/spec/template/spec/hostPID
        value: ${of('false', 'true')}
  - target: {kind: PodDisruptionBudget}
    patch: |-
      - op: replace
        path: /spec/minAvailable
        value: ${of('1', '2')}
  - target: {kind: NetworkPolicy}
    patch: |-
      - op: replace
        path: /spec/podSelector/matchLabels
        value: ${of('{}', '{app: other}')}
`,
    'overlay/deployment.yaml': `apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
  namespace: shop
spec:
  template:
    spec:
      automountServiceAccountToken: ${of('false', 'true')}
      hostNetwork: ${of('false', 'true')}
      securityContext:
        runAsNonRoot: ${of('true', 'false')}
        seccompProfile:
          type: ${of('RuntimeDefault', 'Unconfined')}
      containers:
        - name: api
          ports:
            - containerPort: 8080
              hostPort: ${of('0', '8080')}
          env:
            - name: API_TOKEN
              value: "${of('', 'v3ry-h1dden-w0rd')}"
          securityContext:
            privileged: ${of('false', 'true')}
            allowPrivilegeEscalation: ${of('false', 'true')}
            readOnlyRootFilesystem: ${of('true', 'false')}
            runAsUser: ${of('10001', '0')}
            capabilities:
              drop: ["${of('ALL', 'KILL')}"]
              add: ["${of('NET_BIND_SERVICE', 'SYS_ADMIN')}"]
          resources: ${of('{requests: {cpu: 100m, memory: 128Mi}, limits: {cpu: "1", memory: 256Mi}}', '\n            $patch: delete')}
          livenessProbe: ${of('{httpGet: {path: /alive, port: 8080}}', 'null')}
          readinessProbe: ${of('{httpGet: {path: /ready, port: 8080}}', 'null')}
      topologySpreadConstraints: ${of('[{maxSkew: 1, topologyKey: kubernetes.io/hostname, whenUnsatisfiable: DoNotSchedule}]', 'null')}
      volumes:
        - name: data
          hostPath:
            path: ${of('/srv/data', '/var/run/docker.sock')}
`,
    'overlay/rest.yaml': `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    pod-security.kubernetes.io/enforce: ${of('restricted', 'privileged')}
---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: api
  namespace: shop
automountServiceAccountToken: ${of('false', 'true')}
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  namespace: shop
data:
  db_password: "${of('', 'v3ry-h1dden-w0rd')}"
---
apiVersion: v1
kind: Service
metadata:
  name: api
  namespace: shop
spec:
  externalIPs: ${of('[]', '["203.0.113.7"]')}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
  namespace: shop
spec:
  tls: ${of('[{hosts: [shop.example.com], secretName: shop-tls}]', 'null')}
`,
  };
}

export function terraform({ good }: State, version: '' | '_v1'): Record<string, string> {
  const of = (yes: string, no: string): string => (good ? yes : no);
  const names = (name: string): string => `metadata {
    name      = "${name}"
    namespace = kubernetes_namespace${version}.shop.metadata[0].name
  }`;
  return {
    'main.tf': `resource "kubernetes_namespace${version}" "shop" {
  metadata {
    name = "shop"
    labels = {
      "pod-security.kubernetes.io/enforce" = "${of('restricted', 'privileged')}"
    }
  }
}

resource "kubernetes_service_account${version}" "api" {
  ${names('api')}
  automount_service_account_token = ${of('false', 'true')}
}

resource "kubernetes_role${version}" "reader" {
  ${names('reader')}
  rule {
    api_groups = [""]
    resources  = ["${of('configmaps', '*')}"]
    verbs      = ["${of('get', '*')}"]
  }
}

resource "kubernetes_role_binding${version}" "reader" {
  ${names('reader')}
  subject {
    kind      = "ServiceAccount"
    name      = "${of('api', 'default')}"
    namespace = "shop"
  }
  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind      = "Role"
    name      = "reader"
  }
}

resource "kubernetes_config_map${version}" "settings" {
  ${names('settings')}
  data = {
    level       = "info"
    db_password = "${of('', 'v3ry-h1dden-w0rd')}"
  }
}

resource "kubernetes_deployment${version}" "api" {
  ${names('api')}
  spec {
    replicas = 2
    selector {
      match_labels = { app = "api" }
    }
    template {
      metadata {
        labels = { app = "api" }
      }
      spec {
        service_account_name            = "api"
        automount_service_account_token = ${of('false', 'true')}
        host_network                    = ${of('false', 'true')}
        security_context {
          run_as_non_root = ${of('true', 'false')}
          seccomp_profile {
            type = "${of('RuntimeDefault', 'Unconfined')}"
          }
        }
        container {
          name  = "api"
          image = "registry.example.com/api:${of(`1.4@sha256:${'a'.repeat(64)}`, 'latest')}"
          port {
            container_port = 8080
            host_port      = ${of('0', '8080')}
          }
          env {
            name  = "API_TOKEN"
            value = "${of('', 'v3ry-h1dden-w0rd')}"
          }
          security_context {
            privileged                 = ${of('false', 'true')}
            allow_privilege_escalation = ${of('false', 'true')}
            read_only_root_filesystem  = ${of('true', 'false')}
            run_as_user                = ${of('10001', '0')}
            capabilities {
              drop = ["${of('ALL', 'KILL')}"]
              add  = ["${of('NET_BIND_SERVICE', 'SYS_ADMIN')}"]
            }
          }
          ${
            good
              ? `resources {
            requests = { cpu = "100m", memory = "128Mi" }
            limits   = { cpu = "1", memory = "256Mi" }
          }
          liveness_probe {
            http_get {
              path = "/alive"
              port = 8080
            }
          }
          readiness_probe {
            http_get {
              path = "/ready"
              port = 8080
            }
          }`
              : ''
          }
        }
        ${
          good
            ? `topology_spread_constraint {
          max_skew           = 1
          topology_key       = "kubernetes.io/hostname"
          when_unsatisfiable = "DoNotSchedule"
        }`
            : ''
        }
        volume {
          name = "data"
          host_path {
            path = "${of('/srv/data', '/var/run/docker.sock')}"
          }
        }
      }
    }
  }
}

resource "kubernetes_pod_disruption_budget${version}" "api" {
  ${names('api')}
  spec {
    min_available = "${of('1', '2')}"
    selector {
      match_labels = { app = "api" }
    }
  }
}

resource "kubernetes_cron_job${version}" "nightly" {
  ${names('nightly')}
  spec {
    schedule = "0 3 * * *"
    job_template {
      metadata {}
      spec {
        template {
          metadata {}
          spec {
            restart_policy = "Never"
            host_pid       = ${of('false', 'true')}
            container {
              name  = "nightly"
              image = "registry.example.com/nightly:2.0"
            }
          }
        }
      }
    }
  }
}

resource "kubernetes_service${version}" "api" {
  ${names('api')}
  spec {
    selector     = { app = "api" }
    external_ips = ${of('[]', '["203.0.113.7"]')}
    port {
      port        = 80
      target_port = 8080
    }
  }
}

resource "kubernetes_ingress_v1" "shop" {
  ${names('shop')}
  spec {
    ${good ? 'tls {\n      hosts       = ["shop.example.com"]\n      secret_name = "shop-tls"\n    }' : ''}
    rule {
      host = "shop.example.com"
      http {
        path {
          path      = "/"
          path_type = "Prefix"
          backend {
            service {
              name = "api"
              port {
                number = 80
              }
            }
          }
        }
      }
    }
  }
}

resource "kubernetes_network_policy${version}" "closed" {
  ${names('closed')}
  spec {
    pod_selector {
      match_labels = ${of('{}', '{ app = "other" }')}
    }
    policy_types = ["Ingress", "Egress"]
  }
}
`,
  };
}

/** The same documents, handed to the cluster by Terraform as they are. */
export function asManifests(state: State): Record<string, string> {
  const texts = yaml(state).split('---\n');
  const blocks = texts.map((text, i) => {
    const [, kind = '', name = ''] = /^kind: (\w+)\nmetadata:\n  name: (\w+)/m.exec(text) ?? [];
    const address = `kubernetes_manifest" "${kind.toLowerCase()}_${name}`;
    return `resource "${address}" {\n  manifest = yamldecode(file("\${path.module}/objects/${i}.txt"))\n}\n`;
  });
  return {
    'main.tf': blocks.join('\n'),
    ...Object.fromEntries(texts.map((text, i) => [`objects/${i}.txt`, text])),
  };
}
