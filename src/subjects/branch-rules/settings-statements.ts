import { placeOf, type Resource } from '../../dialects/dialect.ts';
import type { SettingsModel } from '../../dialects/github-settings/model.ts';
import { known, unknownFact, type FactList } from '../../model/fact.ts';
import type { MappingContext } from '../mapping.ts';
import { reader, readerOf, type Reader } from '../read.ts';
import { isTrapped, protectionOf } from './in-force.ts';
import { branchesAbove, realmOf, withLevels } from './levels.ts';
import { noRules, protectionRules, type ProtectionWords } from './protection.ts';
import { branchPattern, defaultBranch } from './refs.ts';
import { rulesetRules, type FindRule } from './ruleset.ts';
import { noSignatures, type Governed, type Statement } from './statement.ts';
import { mayHold, otherRepository, patterns } from './terraform-statements.ts';

const words: ProtectionWords = {
  source: 'https://docs.github.com/en/rest/branches/branch-protection?apiVersion=2022-11-28#update-branch-protection',
  approvals: {
    reason: {
      code: 'default-depends-on-account',
      subject: 'required_approving_review_count',
      settledBy: 'writing required_approving_review_count',
    },
  },
  conversations: 'required_conversation_resolution',
  forcePush: 'allow_force_pushes',
  deletion: 'allow_deletions',
  withoutSignatures: noSignatures,
  bypasses: (reviews) => [
    { list: reviews.strings('bypass_pull_request_allowances.users'), what: 'people' },
    { list: reviews.strings('bypass_pull_request_allowances.teams'), what: 'people' },
    { list: reviews.strings('bypass_pull_request_allowances.apps'), what: 'app' },
  ],
};

/** What the API answers has a key for signed commits, and states every setting. */
const liveWords: ProtectionWords = { ...words, signatures: 'required_signatures' };

/** What settings files state of branches. One that is known to be applied to nothing states nothing. */
export function settingsStatements(context: MappingContext): Statement[] {
  const branches = context.all('github-settings', 'branch') as readonly Resource<SettingsModel>[];
  const protections = branches
    .filter((branch) => !isTrapped(branch))
    .map((branch): Statement => protectionStatement(branch, branchesAbove(branch, context), context));
  const rulesets = (context.all('github-settings', 'ruleset') as readonly Resource<SettingsModel>[]).filter(mayHold);
  return [...protections, ...rulesets.map((resource) => rulesetStatement(resource, scope(resource, context)))];
}

/** A branch of a settings file, with what the levels above say of it. */
export function protectionStatement(
  branch: Resource<SettingsModel>,
  above: readonly Resource<SettingsModel>[],
  context: MappingContext,
): Statement {
  const resource = withLevels(branch, above);
  const own = reader(resource);
  const name = own.string('name', { reason: { code: 'no-value', settledBy: 'a name here' } });
  const protection = protectionOf(resource);
  const pattern = (text: string) =>
    resource.model.app === 'safe-settings' && text === 'default' ? defaultBranch : branchPattern(text);
  return {
    resource: branch,
    form: 'protection',
    ...scope(resource, context),
    include: { items: [name.known ? { ...name, value: pattern(name.value) } : name], complete: true, at: name.at },
    exclude: { items: [], complete: true, at: own.at },
    rules: protection ? protectionRules(protection, resource.model.app === 'live' ? liveWords : words) : noRules(own),
  };
}

/** Rulesets in exported JSON files. */
export function exportedStatements(context: MappingContext): Statement[] {
  return context
    .all('rulesets', 'ruleset')
    .filter(mayHold)
    .map((resource) => {
      const own = reader(resource);
      const type = own.string('source_type', {
        value: 'Repository',
        source: 'https://docs.github.com/en/rest/repos/rules',
      });
      const origin = own.optionalString('source');
      const place = origin.known && origin.value !== undefined ? origin.value : undefined;
      if (type.known && type.value !== 'Repository')
        return rulesetStatement(resource, {
          repository: {
            key: `organization ${place ?? ''}`,
            realm: 'exported',
            reaches: {
              include: own.strings('conditions.repository_name.include'),
              exclude: own.strings('conditions.repository_name.exclude'),
            },
          },
          thisRepository: unknownFact(otherRepository(place), resource.at),
        });
      const here = context.repository && `${context.repository.owner}/${context.repository.name}`.toLowerCase();
      const isHere =
        place === undefined
          ? resource.at.file.startsWith('.github/') || undefined
          : here && place.toLowerCase() === here;
      const name = place?.split('/').at(-1);
      return rulesetStatement(resource, {
        repository: isHere
          ? { key: 'this', realm: 'exported' }
          : { key: `exported ${place ?? resource.name}`, realm: 'exported', ...(name && { name }) },
        thisRepository:
          isHere === undefined ? unknownFact(otherRepository(place), resource.at) : known(isHere === true, resource.at),
      });
    });
}

function rulesetStatement(resource: Resource, scoped: Pick<Statement, 'repository' | 'thisRepository'>): Statement {
  const own = reader(resource);
  return {
    resource,
    form: 'ruleset',
    ...scoped,
    include: patterns(own.strings('conditions.ref_name.include')),
    exclude: patterns(own.strings('conditions.ref_name.exclude')),
    rules: rulesetRules(own, listed(own)),
  };
}

/** The API's list of rules: `[{ type, parameters }]`. */
export const listed =
  (own: Reader): FindRule =>
  (type) => {
    const rules = own.blocks('rules');
    const found = rules.items.find((rule) => {
      const name = rule.optionalString('type');
      return name.known && name.value === type;
    });
    const at = found?.at ?? rules.at;
    const reason = rules.reason ?? { code: 'not-evaluated' as const, settledBy: 'rules that are written out' };
    const parameters = found?.body.entries.get('parameters');
    return {
      there: found || rules.complete ? known(found !== undefined, at) : unknownFact(reason, at),
      parameters:
        parameters?.type === 'object'
          ? readerOf(parameters)
          : (found ?? readerOf({ ...own.body, entries: new Map() }, at)),
    };
  };

/** A settings file governs the repository it is in; those of safe-settings an organization, or repositories by name. */
function scope(
  resource: Resource<SettingsModel>,
  context: MappingContext,
): Pick<Statement, 'repository' | 'thisRepository'> {
  const { app, level, repository } = resource.model;
  if (app !== 'safe-settings') return { repository: { key: 'this' }, thisRepository: known(true, placeOf(resource)) };
  const realm = `safe-settings ${realmOf(resource)}`;
  if (level === 'repository') {
    const here = repository !== undefined && repository === context.repository?.name;
    return {
      repository: here
        ? { key: 'this', name: repository, realm }
        : { key: `safe-settings ${repository}`, realm, ...(repository && { name: repository }) },
      thisRepository: context.repository
        ? known(here, resource.at)
        : unknownFact(otherRepository(repository), resource.at),
    };
  }
  const every: FactList<string> = {
    items: level === 'organization' ? [known('~ALL', resource.at)] : [],
    complete: level === 'organization',
    at: resource.at,
  };
  const governed: Governed = {
    key: `safe-settings ${level} ${resource.at.file}`,
    realm,
    reaches: { include: every, exclude: { ...every, items: [], complete: true } },
  };
  return { repository: governed, thisRepository: unknownFact(otherRepository(undefined), resource.at) };
}
