import { defineKind, trait } from '../kind.ts';
import type { Fact } from '../fact.ts';
import { notHeld, thisRepository } from './shared.ts';

export const deploymentEnvironment = defineKind({
  name: 'deployment-environment',
  about: 'A place that pipelines deploy to, with what holds before they may.',
  plural: 'deployment environments',
  inventory: true,
  traits: {
    environmentName: trait<Fact<string>>('Its name, by which jobs refer to it.'),
    thisRepository,
    notHeld,
    reviewed: trait<Fact<boolean>>('Whether a person has to approve a deployment.'),
    limitedToBranches: trait<Fact<boolean>>('Whether only protected or named branches may deploy.'),
    selfReviewPrevented: trait<Fact<boolean>>('Whether who started a deployment can not approve it.'),
  },
});
