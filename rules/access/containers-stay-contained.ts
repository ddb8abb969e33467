import { anyItem, known, notApplicable } from '../../src/model/fact.ts';
import { expectEach } from '../../src/rule/each.ts';
import { expect, on, rule } from '../../src/rule/rule.ts';

const ofTask = notApplicable('a task of its own has no such setting');

export default rule({
  id: 'containers-stay-contained',
  title: 'Containers have no rights of their host',
  severity: 'high',
  criteria: {
    'CC6.1': 'Who breaks into a container does not thereby hold the host and all that runs beside it.',
    'CC6.8': 'Foreign software in a container can’t install itself on the host.',
  },
  do: 'Leave out privileged, the capability SYS_ADMIN, the host’s network, processes and memory, and mount no folders of the host.',
  aspects: {
    privileged: {
      checkov: ['CKV_AWS_334', 'CKV_K8S_16'],
      trivy: ['AVD-KSV-0017'],
      kics: ['dd29336b-fe57-445b-a26e-e6aa867ae609'],
    },
    'host-network': { checkov: ['CKV_K8S_19'], trivy: ['AVD-KSV-0009'] },
    'host-processes': { checkov: ['CKV_K8S_17'], trivy: ['AVD-KSV-0010'] },
    'host-memory': { checkov: ['CKV_K8S_18'], trivy: ['AVD-KSV-0008'] },
    'host-folders': { trivy: ['AVD-KSV-0023'], kics: ['5308a7a8-06f8-45ac-bf10-791fe21de46e'] },
    'engine-socket': {
      checkov: ['CKV_K8S_27'],
      trivy: ['AVD-KSV-0006'],
      kics: ['a6f34658-fdfb-4154-9536-56d516f65828'],
    },
    administration: { checkov: ['CKV_K8S_39'], trivy: ['AVD-KSV-0005'] },
  },
  on: on('container-task', 'workload'),
  check: (subject) => {
    const { name, traits } = subject;
    if (!('containers' in traits)) {
      const { privileged } = traits;
      return {
        privileged: expect(privileged, (held) => !held, `${name} has a container with rights of its host.`),
        'host-network': ofTask,
        'host-processes': ofTask,
        'host-memory': ofTask,
        'host-folders': ofTask,
        'engine-socket': ofTask,
        administration: ofTask,
      };
    }
    const { containers, hostNetwork, hostProcesses, hostMemory, hostPaths } = traits;
    return {
      privileged: expectEach(containers, ({ privileged }) => privileged, {
        item: (container) => container.name,
        message: (container) => `Container ${container.name} of ${name} has the rights of its host.`,
        label: 'privileged',
      }),
      'host-network': expect(hostNetwork, (shared) => !shared, `${name} stands in the network of its host.`),
      'host-processes': expect(hostProcesses, (shared) => !shared, `${name} sees the processes of its host.`),
      'host-memory': expect(hostMemory, (shared) => !shared, `${name} shares memory with its host.`),
      'host-folders': expectEach(hostPaths, ({ path, at }) => known(!isSocket(path), at), {
        item: ({ path }) => path,
        message: ({ path }) => `${name} gets the folder ${path} of its host.`,
        label: 'a folder of the host',
      }),
      'engine-socket': expectEach(hostPaths, ({ path, at }) => known(isSocket(path), at), {
        item: ({ path }) => path,
        message: ({ path }) => `${name} gets ${path}, by which it can start any container on its host.`,
        label: 'the engine’s socket',
      }),
      administration: expectEach(containers, ({ added }) => anyItem(added, isAdministration), {
        item: (container) => container.name,
        message: (container) => `Container ${container.name} of ${name} may administer its host.`,
        label: 'SYS_ADMIN',
      }),
    };
  },
});

const isSocket = (path: string): boolean => /\/(?:docker|containerd|crio)\.sock$/.test(path);

const isAdministration = (capability: string): boolean => /^(?:CAP_)?(?:SYS_ADMIN|ALL)$/i.test(capability);
