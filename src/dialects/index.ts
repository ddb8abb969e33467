import type { Dialect } from './dialect.ts';
import { cdk } from './cdk/index.ts';
import { cloudformation } from './cloudformation/index.ts';
import { codeowners } from './codeowners/index.ts';
import { compose } from './compose/index.ts';
import { dependencyConfig } from './dependency-config/index.ts';
import { dockerfile } from './dockerfile/index.ts';
import { documents } from './documents/index.ts';
import { githubActions } from './github-actions/index.ts';
import { githubLive } from './github-live/index.ts';
import { githubSettings } from './github-settings/index.ts';
import { gitlabCi } from './gitlab-ci/index.ts';
import { gitlabPolicies } from './gitlab-policies/index.ts';
import { guides } from './guides/index.ts';
import { octoSts } from './octo-sts/index.ts';
import { kubernetes } from './kubernetes/index.ts';
import { pipelines } from './pipelines/index.ts';
import { pulumi } from './pulumi/index.ts';
import { repository } from './repository/index.ts';
import { rulesets } from './rulesets/index.ts';
import { scannerExceptions } from './scanner-exceptions/index.ts';
import { terraform } from './terraform/index.ts';

/** In the order in which they are asked: whoever claims by name stands before whoever claims by content. */
export const dialects: readonly Dialect[] = [
  githubActions,
  gitlabPolicies,
  gitlabCi,
  pipelines,
  scannerExceptions,
  octoSts,
  codeowners,
  githubSettings,
  dependencyConfig,
  rulesets,
  dockerfile,
  compose,
  cloudformation,
  kubernetes,
  terraform,
  cdk,
  pulumi,
  guides,
  documents,
  repository,
  githubLive,
];

const borrowed = new Map(dialects.flatMap(({ name, vocabulary }) => (vocabulary ? [[name, vocabulary]] : [])));

/** The dialect whose mappings read the resources of this one. */
export const vocabularyOf = (dialect: string): string => borrowed.get(dialect) ?? dialect;
