import type { Resource } from '../../dialects/dialect.ts';
import { known, mapFact, unknownFact, type Fact, type FactList } from '../../model/fact.ts';
import type { MappingContext } from '../mapping.ts';
import { asString, reader, type Reader } from '../read.ts';
import { enforced, onBranches } from './in-force.ts';
import { protectionRules, type ProtectionWords } from './protection.ts';
import { branchPattern } from './refs.ts';
import { rulesetRules, type FindRule } from './ruleset.ts';
import type { Governed, Statement } from './statement.ts';

export const protectionTypes = ['github_branch_protection', 'github_branch_protection_v3'] as const;
export const rulesetTypes = ['github_repository_ruleset', 'github_organization_ruleset'] as const;

const docs = 'https://registry.terraform.io/providers/integrations/github/latest/docs/resources';
// The pages name no default; the provider's schema does.
const code = 'https://github.com/integrations/terraform-provider-github/blob/main/github';

const graphql: ProtectionWords = {
  source: `${docs}/branch_protection`,
  approvals: { value: 1, source: `${code}/resource_github_branch_protection.go` },
  conversations: 'require_conversation_resolution',
  forcePush: 'allows_force_pushes',
  deletion: 'allows_deletions',
  forcePushers: 'force_push_bypassers',
  signatures: 'require_signed_commits',
  bypasses: (reviews) => [{ list: reviews.strings('pull_request_bypassers'), what: 'people' }],
};

const rest: ProtectionWords = {
  source: `${docs}/branch_protection_v3`,
  approvals: { value: 1, source: `${code}/resource_github_branch_protection_v3.go` },
  conversations: 'require_conversation_resolution',
  signatures: 'require_signed_commits',
  bypasses: (reviews) => [
    { list: reviews.strings('bypass_pull_request_allowances.users'), what: 'people' },
    { list: reviews.strings('bypass_pull_request_allowances.teams'), what: 'people' },
    { list: reviews.strings('bypass_pull_request_allowances.apps'), what: 'app' },
  ],
};

/** What Terraform's github provider states of branches. A ruleset that is known to be off states nothing. */
export function terraformStatements(context: MappingContext): Statement[] {
  const protections = context.all('terraform', ...protectionTypes).map((resource): Statement => {
    const own = reader(resource);
    const graph = resource.type === 'github_branch_protection';
    const repository = governedBy(resource, graph ? 'repository_id' : 'repository');
    const branch = own.string(graph ? 'pattern' : 'branch', { reason: noValue });
    return {
      resource,
      form: 'protection',
      repository,
      thisRepository: isThis(repository, context, resource),
      include: { items: [mapFact(branch, branchPattern)], complete: true, at: branch.at },
      exclude: none(own),
      rules: protectionRules(own, graph ? graphql : rest),
    };
  });
  const rulesets = context
    .all('terraform', ...rulesetTypes)
    .filter(mayHold)
    .map((resource): Statement => {
      const own = reader(resource);
      const repository =
        resource.type === 'github_organization_ruleset' ? organization(resource) : governedBy(resource, 'repository');
      return {
        resource,
        form: 'ruleset',
        repository,
        thisRepository: isThis(repository, context, resource),
        include: patterns(own.strings('conditions.ref_name.include')),
        exclude: patterns(own.strings('conditions.ref_name.exclude')),
        rules: rulesetRules(own, blocksOf(own)),
      };
    });
  return [...protections, ...rulesets];
}

const noValue = { code: 'no-value', settledBy: 'a value here' } as const;

export const mayHold = (resource: Resource): boolean => {
  const on = enforced(resource);
  return (!on.known || on.value) && onBranches(resource);
};

export const patterns = (list: FactList<string>): FactList<string> => ({
  ...list,
  items: list.items.map((item) => mapFact(item, branchPattern)),
});

const none = (own: Reader): FactList<string> => ({ items: [], complete: true, at: own.at });

const asBlocks = new Set(['pull_request', 'required_status_checks', 'merge_queue', 'required_code_scanning']);

export const blocksOf =
  (own: Reader): FindRule =>
  (type) => ({
    there: asBlocks.has(type)
      ? own.has(`rules.${type}`)
      : own.bool(`rules.${type}`, { value: false, source: `${docs}/repository_ruleset` }),
    parameters: own.blocks(`rules.${type}`).items[0] ?? own,
  });

/** The repository that an attribute names: by a reference to its resource, or by its name. */
export function governedBy(resource: Resource, attribute: string): Governed {
  const value = reader(resource).value(attribute);
  const declared = (value?.references ?? [])
    .flatMap(({ address }) => resource.program.find(address))
    .find((r) => r.type === 'github_repository');
  const root = `terraform ${resource.program.root}`;
  const name = declared ? nameOf(declared) : value && asString(value)?.split('/').at(-1);
  if (name) return { key: `${root} ${name}`, name, realm: root };
  return { key: `${root} ${declared?.name ?? `of ${resource.name}`}`, realm: root };
}

function nameOf(repository: Resource): string | undefined {
  const value = reader(repository).value('name');
  return value && asString(value);
}

/** An organization's ruleset reaches repositories by name, or by id and property, which don't show here. */
function organization(resource: Resource): Governed {
  const own = reader(resource);
  const byName = own.blocks('conditions.repository_name');
  const include = own.strings('conditions.repository_name.include');
  return {
    key: `terraform ${resource.program.root} organization`,
    realm: `terraform ${resource.program.root}`,
    reaches: {
      include: byName.items.length > 0 ? include : { items: [], complete: false, at: own.at },
      exclude: own.strings('conditions.repository_name.exclude'),
    },
  };
}

/** Whether the scanned repository is the governed one, by name: the provider's owner is seldom written. */
function isThis(repository: Governed, context: MappingContext, resource: Resource): Fact<boolean> {
  if (repository.name !== undefined && context.repository)
    return known(repository.name.toLowerCase() === context.repository.name.toLowerCase(), resource.at);
  return unknownFact(otherRepository(repository.name), resource.at);
}

export const otherRepository = (name: string | undefined) => ({
  code: 'other-repository' as const,
  ...(name !== undefined && { subject: name }),
  settledBy: 'a git remote or a repository name that tells which repository this is',
});
