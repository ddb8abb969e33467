import type { Resource } from '../../dialects/dialect.ts';
import { anyOf, allOf, known, type Fact } from '../../model/fact.ts';
import { anyItem } from '../../model/fact.ts';
import type { Subject } from '../../model/subject.ts';
import { subjectOf } from '../links.ts';
import { manifestOf, type Manifest } from '../manifest.ts';
import type { Reader } from '../read.ts';
import { some } from '../stated.ts';

export const roleKinds = ['Role', 'ClusterRole'] as const;

/** A role: https://kubernetes.io/docs/concepts/security/rbac-good-practices/ */
export function roleOf(resource: Resource): Subject<'cluster-role'> | undefined {
  const manifest = manifestOf(resource, ...roleKinds);
  if (!manifest) return undefined;
  const any = (groups: readonly string[], resources: readonly string[], verbs: readonly string[]) =>
    allowsIn(manifest, groups, resources, verbs);
  return {
    kind: 'cluster-role',
    provider: 'kubernetes',
    ...subjectOf(resource),
    traits: {
      wildcard: some(
        manifest.reader
          .blocks('rules')
          .items.map((rule) =>
            anyOf(names(rule, 'apiGroups', '*'), names(rule, 'resources', '*'), names(rule, 'verbs', '*')),
          ),
        known(false, resource.at),
      ),
      bindsRoles: any([rbac], ['rolebindings', 'clusterrolebindings', 'roles', 'clusterroles'], ['bind']),
      escalatesRoles: any([rbac], ['roles', 'clusterroles'], ['escalate']),
      changesAdmission: any(
        ['admissionregistration.k8s.io'],
        ['mutatingwebhookconfigurations', 'validatingwebhookconfigurations'],
        ['create', 'update', 'patch'],
      ),
      approvesCertificates: allOf(
        any(['certificates.k8s.io'], ['certificatesigningrequests/approval'], ['update', 'patch']),
        any(['certificates.k8s.io'], ['signers'], ['approve']),
      ),
    },
  };
}

const rbac = 'rbac.authorization.k8s.io';

const names = (rule: Reader, list: string, ...texts: readonly string[]): Fact<boolean> =>
  anyItem(rule.strings(list), (text) => texts.includes(text));

/** Whether one rule of a role allows one of these verbs on one of these resources; wildcards count. */
export const allowsIn = (
  { reader, resource }: Manifest,
  groups: readonly string[],
  resources: readonly string[],
  verbs: readonly string[],
): Fact<boolean> =>
  some(
    reader
      .blocks('rules')
      // A rule for named resources reaches no others.
      .items.filter((rule) => !rule.value('resourceNames'))
      .map((rule) =>
        allOf(
          names(rule, 'verbs', '*', ...verbs),
          names(rule, 'resources', '*', ...resources),
          names(rule, 'apiGroups', '*', ...groups),
        ),
      ),
    known(false, resource.at),
  );
