import { defineKind, trait } from '../kind.ts';
import type { Fact } from '../fact.ts';

export const pipelinePermissions = defineKind({
  name: 'pipeline-permissions',
  about: 'What pipelines of a repository or organization may do, where settings are kept as code.',
  plural: 'pipeline permission settings',
  inventory: false,
  traits: {
    defaultTokenReadOnly: trait<Fact<boolean>>('Whether a job that asks for nothing gets a token that can only read.'),
    mayApprove: trait<Fact<boolean>>('Whether a pipeline may approve pull requests.'),
    actionsLimited: trait<Fact<boolean>>('Whether only chosen actions may run.'),
  },
});
