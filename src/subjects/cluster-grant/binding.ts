import type { Resource } from '../../dialects/dialect.ts';
import { allOf, known, mapFact, notApplicable, unknownFact, type Fact } from '../../model/fact.ts';
import type { Subject } from '../../model/subject.ts';
import { allowsIn, roleKinds } from '../cluster-role/role.ts';
import { subjectOf } from '../links.ts';
import { beside, manifestOf, nameOf, type Manifest } from '../manifest.ts';
import type { Reader } from '../read.ts';
import { some } from '../stated.ts';

export const bindingKinds = ['RoleBinding', 'ClusterRoleBinding'] as const;

/** A binding, joined with the role it gives: https://kubernetes.io/docs/reference/access-authn-authz/rbac/ */
export function grantOf(resource: Resource): Subject<'cluster-grant'> | undefined {
  const manifest = manifestOf(resource, ...bindingKinds);
  if (!manifest) return undefined;
  const { reader, kind } = manifest;
  const subjects = reader.blocks('subjects').items;
  const role = roleFor(manifest);
  const toAny = (test: (subject: Reader) => Fact<boolean>) => some(subjects.map(test), known(false, resource.at));
  const toWorkloads = toAny((subject) =>
    mapFact(subject.optionalString('kind'), (text) => text === 'ServiceAccount' || text === 'Node'),
  );
  const lets = (groups: readonly string[], resources: readonly string[], verbs: readonly string[]): Fact<boolean> =>
    allOf(role ? allowsIn(role, groups, resources, verbs) : ofRoleElsewhere(reader, resources, resource), toWorkloads);
  return {
    kind: 'cluster-grant',
    provider: 'kubernetes',
    ...subjectOf(resource, role ? [role.resource] : []),
    traits: {
      wholeCluster:
        kind === 'ClusterRoleBinding'
          ? mapFact(reader.optionalString('roleRef.name'), (name) => name === 'cluster-admin')
          : notApplicable('it reaches one namespace only'),
      toAnybody: toAny((subject) =>
        mapFact(subject.optionalString('name'), (name) =>
          /^system:(?:unauthenticated|authenticated|anonymous|serviceaccounts)$/.test(name ?? ''),
        ),
      ),
      toDefaultAccount: toAny((subject) =>
        allOf(
          mapFact(subject.optionalString('kind'), (text) => text === 'ServiceAccount'),
          mapFact(subject.optionalString('name'), (name) => name === 'default'),
        ),
      ),
      runsInPods: lets([''], ['pods/exec', 'pods/attach', 'nodes/proxy'], ['create', 'get']),
      impersonates: lets(
        ['', 'authentication.k8s.io'],
        ['users', 'groups', 'serviceaccounts', 'userextras', 'uids'],
        ['impersonate'],
      ),
      readsSecrets: lets([''], ['secrets'], ['get', 'list', 'watch']),
      changesServices: lets([''], ['services/status'], ['update', 'patch']),
    },
  };
}

/**
 * What a role allows that isn't beside it: the roles that every cluster has are known, others are not.
 * https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles
 */
function ofRoleElsewhere(reader: Reader, resources: readonly string[], { at }: Resource): Fact<boolean> {
  const name = reader.optionalString('roleRef.name');
  if (!name.known) return name;
  if (name.value === 'cluster-admin') return { ...name, value: true };
  if (name.value === 'view') return { ...name, value: false };
  if (name.value === 'edit' || name.value === 'admin')
    return { ...name, value: !resources.includes('nodes/proxy') || resources.includes('pods/exec') };
  return unknownFact(
    { code: 'not-in-repository', subject: `role ${name.value ?? ''}`, settledBy: 'the role, kept beside the grant' },
    at,
  );
}

/** The role beside it that it gives. */
function roleFor(manifest: Manifest): Manifest | undefined {
  const { reader } = manifest;
  const kind = reader.optionalString('roleRef.kind');
  const name = reader.optionalString('roleRef.name');
  if (!kind.known || !name.known || kind.value === undefined || !roleKinds.some((role) => role === kind.value))
    return undefined;
  return beside(manifest, kind.value).find((role) => nameOf(role) === name.value);
}
