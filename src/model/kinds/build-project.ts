import type { Fact } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';
import { secretInCode } from './shared.ts';
export const buildProject = defineKind({
  name: 'build-project',
  about: 'What builds and tests code on machines of the platform: a CodeBuild project.',
  plural: 'build projects',
  inventory: true,
  traits: {
    buildsPrivileged: trait<Fact<boolean>>('Whether its builds have the rights of the machine they run on.'),
    logged: trait<Fact<boolean>>('Whether what its builds do is logged.'),
    outputsEncrypted: trait<Fact<boolean>>('Whether what it builds is encrypted where it is put.'),
    secretInCode,
  },
});
