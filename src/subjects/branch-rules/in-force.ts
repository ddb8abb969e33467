import type { Resource } from '../../dialects/dialect.ts';
import type { SettingsModel } from '../../dialects/github-settings/model.ts';
import { known, type Fact, type FactList } from '../../model/fact.ts';
import { readerOf, reader } from '../read.ts';

const source = 'https://docs.github.com/en/rest/repos/rules?apiVersion=2022-11-28#create-a-repository-ruleset';

/** Whether a ruleset is switched on. `evaluate` only reports what it would have stopped. */
export function enforced(resource: Resource): Fact<boolean> {
  const enforcement = reader(resource).string('enforcement', { value: 'active', source });
  return enforcement.known ? { ...enforcement, value: enforcement.value === 'active' } : enforcement;
}

/** Rulesets govern branches, tags or pushes; only those on branches say how a change comes in. */
export function onBranches(resource: Resource): boolean {
  const target = reader(resource).string('target', { value: 'branch', source });
  return !target.known || target.value === 'branch';
}

// https://github.com/repository-settings/app/blob/master/docs/plugins/branches.md
const needed = ['required_pull_request_reviews', 'required_status_checks', 'enforce_admins', 'restrictions'];

/**
 * The blocks that a branch of a settings file lacks. GitHub's API takes a protection only with all four of them (null
 * is allowed), so the app that applies the file applies nothing. A file that extends another may have them from there.
 */
export function missingParts(resource: Resource<SettingsModel>): FactList<string> {
  const protection = resource.body.entries.get('protection');
  if (protection?.type !== 'object') return { items: [], complete: true, at: protection?.at ?? resource.at };
  const at = resource.body.keys?.get('protection') ?? protection.at;
  const missing = needed.filter((name) => !protection.entries.has(name));
  if (missing.length > 0 && !protection.complete)
    return { items: [], complete: false, at, ...(protection.reason && { reason: protection.reason }) };
  return { items: missing.map((name) => known(name, at)), complete: true, at };
}

/** Whether the branch of a settings file is certain to have no effect, as parts are missing. */
export const isTrapped = (resource: Resource<SettingsModel>): boolean =>
  resource.model.app === 'settings' && missingParts(resource).items.length > 0;

/** The protection of a settings file's branch; undefined where it is null, which takes the protection away. */
export function protectionOf(resource: Resource) {
  const protection = resource.body.entries.get('protection');
  return protection?.type === 'object' ? readerOf(protection, protection.at, resource) : undefined;
}
