import { allOf, anyItem, anyOf, known, unknownFact, type Fact } from '../../model/fact.ts';
import type { Powers } from '../../model/kinds/cluster-role.ts';
import { some } from '../stated.ts';
import type { Reader } from '../read.ts';

type Wanted = { group: string; resources: readonly string[]; verbs: readonly string[] };

const rbac = 'rbac.authorization.k8s.io';

export const powers: readonly (keyof Powers)[] = [
  'everything',
  'bind',
  'escalate',
  'impersonate',
  'exec',
  'secrets',
  'admission',
  'certificates',
  'redirect',
];

/** What the rules of a role come to: https://kubernetes.io/docs/concepts/security/rbac-good-practices/ */
export function powersOf(role: Reader): Powers {
  const { items, complete, reason, at } = role.blocks('rules');
  const ask = (about: (rule: Reader) => Fact<boolean>): Fact<boolean> => {
    const said = some(items.map(about), known(false, role.at));
    return complete || (said.known && said.value)
      ? said
      : unknownFact(reason ?? { code: 'not-evaluated', settledBy: 'the rules of the role' }, at);
  };
  const grants = (...wanted: readonly Wanted[]): Fact<boolean> =>
    ask((rule) =>
      some(
        wanted.map((one) => allows(rule, one)),
        known(false, rule.at),
      ),
    );
  const any = (rule: Reader, list: string): Fact<boolean> => anyItem(rule.strings(list), (name) => name === '*');
  return {
    everything: ask((rule) => anyOf(any(rule, 'apiGroups'), any(rule, 'resources'), any(rule, 'verbs'))),
    bind: grants({ group: rbac, resources: ['rolebindings', 'clusterrolebindings'], verbs: ['bind'] }),
    escalate: grants({ group: rbac, resources: ['roles', 'clusterroles'], verbs: ['escalate'] }),
    impersonate: grants({
      group: '',
      resources: ['users', 'groups', 'serviceaccounts'],
      verbs: ['impersonate'],
    }),
    exec: grants(
      { group: '', resources: ['pods/exec'], verbs: ['create', 'get'] },
      { group: '', resources: ['nodes/proxy'], verbs: ['create', 'get'] },
    ),
    secrets: ask((rule) =>
      allOf(allows(rule, { group: '', resources: ['secrets'], verbs: ['get', 'list', 'watch'] }), notNamed(rule)),
    ),
    admission: grants({
      group: 'admissionregistration.k8s.io',
      resources: ['validatingwebhookconfigurations', 'mutatingwebhookconfigurations'],
      verbs: ['create', 'update', 'patch'],
    }),
    // https://github.com/kubernetes/kubernetes/issues/97076 (CVE-2020-8554)
    redirect: grants({ group: '', resources: ['services/status'], verbs: ['update', 'patch'] }),
    certificates: grants({
      group: 'certificates.k8s.io',
      resources: ['certificatesigningrequests/approval'],
      verbs: ['update', 'patch'],
    }),
  };
}

/** Whether the right is for all there are, and not for some by name. */
const notNamed = (rule: Reader): Fact<boolean> => {
  const named = anyItem(rule.strings('resourceNames'), () => true);
  return named.known ? { ...named, value: !named.value } : named;
};

function allows(rule: Reader, { group, resources, verbs }: Wanted): Fact<boolean> {
  const has = (list: string, wanted: readonly string[]) =>
    anyItem(rule.strings(list), (name) => name === '*' || wanted.includes(name));
  return allOf(has('verbs', verbs), has('resources', resources), has('apiGroups', [group]));
}
