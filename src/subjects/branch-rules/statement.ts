import type { Resource } from '../../dialects/dialect.ts';
import { notApplicable, type Fact, type FactList, type NotApplicable } from '../../model/fact.ts';
import type { Bypass, RequiredCheck } from '../../model/kinds/branch-rules.ts';

/** What one place says must hold on the refs it names. */
export interface Rules {
  pullRequestRequired: Fact<boolean>;
  approvals: Fact<number>;
  staleApprovalsDismissed: Fact<boolean>;
  lastPushApproved: Fact<boolean>;
  codeOwnersApprove: Fact<boolean>;
  conversationsResolved: Fact<boolean>;
  requiredChecks: FactList<RequiredCheck>;
  upToDate: Fact<boolean>;
  bypasses: FactList<Bypass>;
  forcePushBlocked: Fact<boolean>;
  deletionBlocked: Fact<boolean>;
  commitsSigned: Fact<boolean> | NotApplicable;
  historyLinear: Fact<boolean>;
  scansRequired: FactList<string>;
}

/** Which repository is governed, as far as it shows. Equal keys are the same repository for certain. */
export interface Governed {
  key: string;
  name?: string;
  /** Where it is governed from: what reaches several repositories layers with what governs one from the same place. */
  realm?: string;
  /** Names or globs of the repositories that an organization's ruleset reaches; absent for one repository. */
  reaches?: { include: FactList<string>; exclude: FactList<string> };
}

/** One place that states branch rules: a classic protection, a ruleset, a branch of a settings file. */
export interface Statement {
  resource: Resource;
  /** Of a branch at most one classic protection is in force; rulesets layer with it and with each other. */
  form: 'protection' | 'ruleset';
  repository: Governed;
  thisRepository: Fact<boolean>;
  /** Branch names and patterns without `refs/heads/`, `~DEFAULT_BRANCH` and `~ALL`. */
  include: FactList<string>;
  exclude: FactList<string>;
  rules: Rules;
}

export const noSignatures = notApplicable('a settings file has no key for signed commits');
