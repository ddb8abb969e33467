import type { Fact } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';
import { hasPublicAddress, measuredClosely, secretInCode } from './shared.ts';
export const containerTask = defineKind({
  name: 'container-task',
  about: 'Containers that run together without a cluster of one’s own: an ECS task definition.',
  plural: 'container tasks',
  inventory: true,
  traits: {
    privileged: trait<Fact<boolean>>('Whether a container of it has the rights of the host, or sees its processes.'),
    rootReadOnly: trait<Fact<boolean>>('Whether no container of it can write to its own file system.'),
    hasPublicAddress,
    measuredClosely,
    filesEncryptedOnWay: trait<Fact<boolean>>('Whether shared file systems are mounted over encrypted connections.'),
    secretInCode,
  },
});
