import type { Resource } from '../../dialects/dialect.ts';
import {
  allOf,
  anyOf,
  known,
  mapFact,
  notApplicable,
  unknownFact,
  type Fact,
  type NotApplicable,
} from '../../model/fact.ts';
import type { Powers } from '../../model/kinds/cluster-role.ts';
import { powers, powersOf } from '../cluster-role/powers.ts';
import {
  inDefaultNamespace,
  namesakes,
  objectOf,
  sameNamespace,
  terraformTypes,
  type ClusterObject,
} from '../kubernetes-object.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import type { Reader } from '../read.ts';
import { isOneOf, some } from '../stated.ts';

const types = ['RoleBinding', 'ClusterRoleBinding'];
const absent = { reason: { code: 'wrong-type', settledBy: 'a kind and a name of who gets the role' } } as const;

const map = (resource: Resource) => {
  const object = objectOf(resource, types);
  if (!object) return undefined;
  const { own, kind } = object;
  const subjects = own.blocks('subjects').items;
  const ask = (about: (subject: Reader) => Fact<boolean>): Fact<boolean> =>
    some(subjects.map(about), known(false, own.at));
  const toWorkloads = ask(isWorkload);
  return {
    kind: 'cluster-role-binding' as const,
    provider: 'kubernetes',
    ...subjectOf(resource),
    traits: {
      givenPowers: givenPowers(object, toWorkloads),
      grantsAll:
        kind === 'ClusterRoleBinding'
          ? allOf(toWorkloads, isOneOf(own.string('roleRef.name', absent), ['cluster-admin']))
          : known(false, own.at),
      toStrangers: ask((subject) =>
        isOneOf(subject.string('name', absent), ['system:anonymous', 'system:unauthenticated']),
      ),
      toDefaultAccount: ask((subject) =>
        allOf(isWorkload(subject), isOneOf(subject.string('name', absent), ['default'])),
      ),
      inDefaultNamespace:
        kind === 'RoleBinding' ? inDefaultNamespace(object) : notApplicable('it belongs to no namespace'),
    },
  };
};

const isWorkload = (subject: Reader): Fact<boolean> =>
  anyOf(
    isOneOf(subject.string('kind', absent), ['serviceaccount']),
    mapFact(subject.string('name', absent), (name) => /^system:serviceaccounts?(?::|$)/.test(name)),
  );

/** What the role gives, where it stands beside the binding and the binding is for workloads. */
function givenPowers(object: ClusterObject, toWorkloads: Fact<boolean>): Powers | NotApplicable {
  if (toWorkloads.known && !toWorkloads.value) return notApplicable('it is for people');
  const [kind, name] = ['roleRef.kind', 'roleRef.name'].map((path) => object.own.string(path, absent));
  const role = namesakes(object, ['Role', 'ClusterRole'], name?.known ? name.value : undefined).find(
    (other) =>
      kind?.known &&
      other.name !== undefined &&
      other.kind === kind.value &&
      (other.kind === 'ClusterRole' || sameNamespace(other, object)),
  );
  if (!role) {
    // https://kubernetes.io/docs/reference/access-authn-authz/rbac/#default-roles-and-role-bindings
    const builtIn =
      name?.known && (/^(?:cluster-admin|admin|edit|view|system:.*)$/.test(name.value) || ofExtensions(object));
    return builtIn ? notApplicable('its role is one of the platform') : elsewhere(object, name);
  }
  // The finding is about who gets the role, so it stands at the binding.
  const here = Object.entries(powersOf(role.own)).map(([power, fact]: [string, Fact<boolean>]) => [
    power,
    { ...fact, at: object.own.at, via: [fact.at] },
  ]);
  return Object.fromEntries(here) as Powers;
}

/** The role that lets a further API server see how requests are signed; the API server makes it. */
const ofExtensions = ({ own }: ClusterObject): boolean =>
  Object.entries({
    'roleRef.kind': 'Role',
    'roleRef.name': 'extension-apiserver-authentication-reader',
    'metadata.namespace': 'kube-system',
  }).every(([path, wanted]) => {
    const found = own.string(path, absent);
    return found.known && found.value === wanted;
  });

/** Rights that a role kept elsewhere gives. */
function elsewhere({ own }: ClusterObject, name: Fact<string> | undefined): Powers {
  const role = name?.known ? name.value : 'its role';
  const fact = unknownFact(
    { code: 'not-in-repository', subject: `role ${role}`, settledBy: 'the role itself' },
    own.value('roleRef')?.at ?? own.at,
  );
  return Object.fromEntries(powers.map((power) => [power, fact])) as unknown as Powers;
}

export default [
  mapping({ kind: 'cluster-role-binding', dialect: 'kubernetes', types, map }),
  mapping({ kind: 'cluster-role-binding', dialect: 'terraform', types: terraformTypes(types), map }),
];
