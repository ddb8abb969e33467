import { anyItem, isApplicable, mapFact, type Fact, type FactList } from '../../src/model/fact.ts';
import { everyContainer } from '../../src/rule/containers.ts';
import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'containers-stay-contained',
  title: 'Containers have no rights of their host',
  severity: 'high',
  criteria: {
    'CC6.1': 'Who breaks into a container does not thereby hold the host and all that runs beside it.',
    'CC6.8': 'Foreign software in a container can’t install itself on the host.',
  },
  do: 'Leave out privileged and rights like SYS_ADMIN, and don’t share processes, memory, network, folders or the container runtime’s socket of the host.',
  aspects: {
    privileged: {
      checkov: ['CKV_AWS_334', 'CKV_K8S_16'],
      trivy: ['AVD-KSV-0017'],
      kics: ['dd29336b-fe57-445b-a26e-e6aa867ae609', 'ae5b6871-7f45-42e0-bb4c-ab300c4d2026'],
      'kube-linter': ['privileged-container'],
    },
    'host-processes': {
      checkov: ['CKV_K8S_17'],
      trivy: ['AVD-KSV-0010'],
      kics: ['302736f4-b16c-41b8-befe-c0baffa0bd9d', '4f31dd9f-2cc3-4751-9b53-67e4af83dac0'],
      'kube-linter': ['host-pid'],
    },
    'host-memory': {
      checkov: ['CKV_K8S_18'],
      trivy: ['AVD-KSV-0008'],
      kics: ['cd290efd-6c82-4e9d-a698-be12ae31d536'],
      'kube-linter': ['host-ipc'],
    },
    'host-network': {
      checkov: ['CKV_K8S_19'],
      trivy: ['AVD-KSV-0009'],
      kics: ['6b6bdfb3-c3ae-44cb-88e4-7405c1ba2c8a', '071a71ff-f868-47a4-ac0b-3c59e4ab5443'],
      'kube-linter': ['host-network'],
    },
    'kernel-rights': {
      checkov: ['CKV_K8S_39'],
      trivy: ['AVD-KSV-0005'],
      kics: ['235236ee-ad78-4065-bd29-61b061f28ce0'],
    },
    'runtime-socket': {
      checkov: ['CKV_K8S_27'],
      trivy: ['AVD-KSV-0006'],
      kics: ['a6f34658-fdfb-4154-9536-56d516f65828', 'd6355c88-1e8d-49e9-b2f2-f8a1ca12c75b'],
      'kube-linter': ['docker-sock'],
    },
    'host-files': { kics: ['1c1325ff-831d-43a1-973e-839ae57dfcc0'], 'kube-linter': ['sensitive-host-mounts'] },
  },
  on: on('container-task', 'workload'),
  check: ({ name, traits }) => {
    if (!('containers' in traits))
      return {
        privileged: expect(traits.privileged, (on) => !on, `${name} has a container with rights of its host.`),
        'host-processes': [],
        'host-memory': [],
        'host-network': [],
        'kernel-rights': [],
        'runtime-socket': [],
        'host-files': [],
      };
    const { containers, hostProcesses, hostMemory, hostNetwork, hostPaths } = traits;
    return {
      privileged: everyContainer(
        containers,
        (of) => none(of.privileged),
        (names) => `${name} gives ${names} all rights of its machine.`,
      ),
      'host-processes': expect(hostProcesses, (on) => !on, `${name} sees the processes of its machine.`),
      'host-memory': expect(hostMemory, (on) => !on, `${name} shares memory with processes of its machine.`),
      'host-network': expect(hostNetwork, (on) => !on, `${name} uses the network of its machine.`),
      'kernel-rights': everyContainer(
        containers,
        (of) => none(anyItem(of.addedRights, (right) => ruling.includes(right))),
        (names) => `${name} gives ${names} rights by which to rule its machine.`,
      ),
      'runtime-socket': isApplicable(hostPaths)
        ? expect(sees(hostPaths, socket), (on) => !on, `${name} can steer the container runtime of its machine.`)
        : hostPaths,
      'host-files': isApplicable(hostPaths)
        ? expect(sees(hostPaths, ownFiles), (on) => !on, `${name} sees the machine’s own files.`)
        : hostPaths,
    };
  },
});

const none = (fact: Fact<boolean>): Fact<boolean> => mapFact(fact, (is) => !is);
const sees = (paths: FactList<string>, which: RegExp): Fact<boolean> => anyItem(paths, (path) => which.test(path));

// Each of these alone leads to the machine: https://man7.org/linux/man-pages/man7/capabilities.7.html
const ruling: readonly string[] = [
  'ALL',
  'SYS_ADMIN',
  'SYS_MODULE',
  'SYS_PTRACE',
  'DAC_READ_SEARCH',
  'SYS_RAWIO',
  'BPF',
];
const socket =
  /^(?:\/var)?\/run(?:\/|\/(?:docker|crio\/crio|containerd\/containerd)\.sock)?$|\/(?:docker|crio|containerd)\.sock$/;
const ownFiles = /^\/(?:(?:etc|etc\/kubernetes|root|boot|var\/lib\/kubelet)\/?)?$/;
