import { anyItem, mapFact, not, notApplicable } from '../../src/model/fact.ts';
import { on, rule } from '../../src/rule/rule.ts';
import { everyContainer } from '../../src/rule/containers.ts';

export default rule({
  id: 'containers-keep-few-rights',
  title: 'Containers give up rights that they do not need',
  severity: 'low',
  criteria: {
    'CC6.1': 'A program that is taken over can’t use rights of the kernel that it never needed.',
    'CC6.8': 'The ways by which foreign software leaves a container are fewer.',
  },
  do: 'Set capabilities.drop: [ALL], add nothing back but what the program can’t do without, a runAsUser of 10000 or more, and seccompProfile.type: RuntimeDefault in the security context.',
  aspects: {
    capabilities: {
      checkov: ['CKV_K8S_28', 'CKV_K8S_37'],
      trivy: ['AVD-KSV-0003'],
      kics: ['268ca686-7fb7-4ae9-b129-955a2a89064e'],
      'kube-linter': ['drop-net-raw-capability'],
    },
    'added-rights': { checkov: ['CKV_K8S_25'], trivy: ['AVD-KSV-0022'] },
    'user-number': { checkov: ['CKV_K8S_40'], trivy: ['AVD-KSV-0020'] },
    'system-calls': { checkov: ['CKV_K8S_31'], trivy: ['AVD-KSV-0030'] },
  },
  on: on('workload'),
  check: ({ name, traits: { containers } }) => ({
    capabilities: everyContainer(
      containers,
      (of) => of.dropsRights,
      (names) => `${name} lets ${names} keep all rights that containers have by default.`,
    ),
    'added-rights': everyContainer(
      containers,
      (of) => not(anyItem(of.addedRights, (right) => right !== harmless)),
      (names) => `${name} gives ${names} rights that containers don’t have by default.`,
    ),
    'user-number': everyContainer(
      containers,
      ({ userNumber }) =>
        userNumber.known && userNumber.value === undefined
          ? notApplicable('it names no user by number')
          : mapFact(userNumber, (number) => number !== undefined && number >= ofPeople),
      (names) => `${name} runs ${names} under a number that an account of its machine may have.`,
    ),
    'system-calls': everyContainer(
      containers,
      (of) => of.callsFiltered,
      (names) => `${name} doesn’t filter the system calls of ${names}.`,
    ),
  }),
});

// To listen at a port below 1024: https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
const harmless = 'NET_BIND_SERVICE';
// Numbers below are handed out to accounts of machines and people: https://man7.org/linux/man-pages/man5/login.defs.5.html
const ofPeople = 10_000;
