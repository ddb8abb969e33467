import { anyOf, known, type Fact, type FactList } from '../../model/fact.ts';
import type { Bypass, RequiredCheck } from '../../model/kinds/branch-rules.ts';
import type { Reader } from '../read.ts';
import { inside } from './protection.ts';
import { requiredCheck } from './required-check.ts';
import type { Rules } from './statement.ts';

/** A rule of a ruleset: whether it is there, and its parameters. */
interface RuleOfSet {
  there: Fact<boolean>;
  parameters: Reader;
}

/** How the two spellings of a ruleset (Terraform's blocks, the API's list of rules) give one of its rules. */
export type FindRule = (type: string) => RuleOfSet;

const source = 'https://docs.github.com/en/rest/repos/rules?apiVersion=2022-11-28#create-a-repository-ruleset';
const off = { value: false, source };

/** What a ruleset asks for. Without an enforcement that is known to be active it is unknown whether it does. */
export function rulesetRules(reader: Reader, find: FindRule): Rules {
  const enforcement = reader.string('enforcement', { value: 'active', source });
  const inForce = <T>(fact: Fact<T>): Fact<T> => (enforcement.known ? fact : enforcement);
  const pull = find('pull_request');
  const parameter = (name: string) => inForce(inside(pull.there, pull.parameters.bool(name, off), false));
  const checks = find('required_status_checks');
  return {
    pullRequestRequired: inForce(pull.there),
    approvals: inForce(
      inside(pull.there, pull.parameters.number('required_approving_review_count', { value: 0, source }), 0),
    ),
    staleApprovalsDismissed: parameter('dismiss_stale_reviews_on_push'),
    lastPushApproved: parameter('require_last_push_approval'),
    codeOwnersApprove: parameter('require_code_owner_review'),
    conversationsResolved: parameter('required_review_thread_resolution'),
    requiredChecks: enforcement.known
      ? requiredChecks(checks)
      : { items: [], complete: false, at: enforcement.at, reason: enforcement.reason },
    // A merge queue runs the checks on the result of the merge, whatever the pull request was based on.
    upToDate: inForce(
      anyOf(
        inside(checks.there, checks.parameters.bool('strict_required_status_checks_policy', off), false),
        find('merge_queue').there,
      ),
    ),
    bypasses: bypasses(reader),
    forcePushBlocked: inForce(find('non_fast_forward').there),
    deletionBlocked: inForce(find('deletion').there),
    commitsSigned: inForce(find('required_signatures').there),
    historyLinear: inForce(find('required_linear_history').there),
    scansRequired: enforcement.known
      ? scansRequired(find)
      : { items: [], complete: false, at: enforcement.at, reason: enforcement.reason },
  };
}

/** The API calls the rule `code_scanning`; Terraform's block is called `required_code_scanning`. */
function scansRequired(find: FindRule): FactList<string> {
  const lists = [
    { rule: find('code_scanning'), tools: 'code_scanning_tools' },
    { rule: find('required_code_scanning'), tools: 'required_code_scanning_tool' },
  ].map(({ rule, tools }) => ({ there: rule.there, tools: rule.parameters.blocks(tools) }));
  const [first] = lists;
  const open = lists.find(({ there, tools }) => !there.known || (there.value && !tools.complete));
  const items = lists.flatMap(({ there, tools }) =>
    there.known && there.value
      ? tools.items.map((tool) => tool.string('tool', { reason: { code: 'no-value', settledBy: 'a tool here' } }))
      : [],
  );
  const reason = open && (open.there.known ? open.tools.reason : open.there.reason);
  return { at: items[0]?.at ?? first!.there.at, items, complete: !open, ...(reason && { reason }) };
}

function requiredChecks({ there, parameters }: RuleOfSet): FactList<RequiredCheck> {
  if (!there.known) return { items: [], complete: false, at: there.at, reason: there.reason };
  if (!there.value) return { items: [], complete: true, at: there.at };
  // The API's list has the rule's own name; Terraform's block is called `required_check`.
  const key = parameters.value('required_check') ? 'required_check' : 'required_status_checks';
  const blocks = parameters.blocks(key);
  return {
    at: blocks.at,
    complete: blocks.complete,
    ...(blocks.reason && { reason: blocks.reason }),
    items: blocks.items.map((check): Fact<RequiredCheck> => {
      const name = check.string('context', { reason: { code: 'no-value', settledBy: 'a context here' } });
      if (!name.known) return name;
      return { ...name, value: requiredCheck(name.value, check.optionalNumber('integration_id')) };
    }),
  };
}

// https://registry.terraform.io/providers/integrations/github/latest/docs/resources/repository_ruleset#bypass_actors
const roles: { readonly [id: number]: string } = { 2: 'role maintain', 4: 'role write', 5: 'administrators' };

function bypasses(reader: Reader): FactList<Bypass> {
  const actors = reader.blocks('bypass_actors');
  return {
    at: actors.at,
    complete: actors.complete,
    ...(actors.reason && { reason: actors.reason }),
    items: actors.items.map((actor): Fact<Bypass> => {
      const type = actor.string('actor_type', { reason: { code: 'no-value', settledBy: 'an actor_type here' } });
      if (!type.known) return type;
      const mode = actor.string('bypass_mode', { value: 'always', source });
      if (!mode.known) return mode;
      const id = actor.optionalNumber('actor_id');
      return { ...known(bypass(type.value, id.known ? id.value : undefined, mode.value), type.at, type.via) };
    }),
  };
}

function bypass(type: string, id: number | undefined, mode: string): Bypass {
  const role = type === 'RepositoryRole' ? (roles[id ?? 0] ?? `role ${id ?? 'unknown'}`) : undefined;
  return {
    who:
      role ??
      (type === 'OrganizationAdmin'
        ? 'organization owners'
        : type === 'DeployKey'
          ? 'any deploy key'
          : `${words[type] ?? type} ${id ?? ''}`.trim()),
    what:
      role === 'administrators' || type === 'OrganizationAdmin' || type === 'EnterpriseOwner'
        ? 'administrators'
        : type === 'Integration'
          ? 'app'
          : 'people',
    mode: mode === 'pull_request' ? 'in-pull-requests' : 'always',
  };
}

const words: { readonly [type: string]: string } = {
  Team: 'team',
  User: 'user',
  Integration: 'app',
  EnterpriseOwner: 'enterprise owners',
};
