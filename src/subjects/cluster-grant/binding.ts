import type { Resource } from '../../dialects/dialect.ts';
import { allOf, known, mapFact, notApplicable, type Fact, type NotApplicable } from '../../model/fact.ts';
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
  const lets = (
    groups: readonly string[],
    resources: readonly string[],
    verbs: readonly string[],
  ): Fact<boolean> | NotApplicable =>
    role
      ? allOf(allowsIn(role, groups, resources, verbs), toWorkloads)
      : notApplicable('the role it gives is kept elsewhere');
  return {
    kind: 'cluster-grant',
    provider: 'kubernetes',
    ...subjectOf(resource, role ? [role.resource] : []),
    traits: {
      grantsEverything:
        kind === 'ClusterRoleBinding'
          ? mapFact(reader.optionalString('roleRef.name'), (name) => name === 'cluster-admin')
          : notApplicable('it reaches one namespace only'),
      toEveryone: toAny((subject) =>
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

/** The role beside it that it gives. */
function roleFor(manifest: Manifest): Manifest | undefined {
  const { reader } = manifest;
  const kind = reader.optionalString('roleRef.kind');
  const name = reader.optionalString('roleRef.name');
  if (!kind.known || !name.known || kind.value === undefined || !roleKinds.some((role) => role === kind.value))
    return undefined;
  return beside(manifest, kind.value).find((role) => nameOf(role) === name.value);
}
