import type { Resource } from '../../dialects/dialect.ts';
import type { SettingsModel } from '../../dialects/github-settings/model.ts';
import type { ObjectValue, Value } from '../../model/value.ts';
import type { MappingContext } from '../mapping.ts';
import { asString, reader } from '../read.ts';
import { branchPattern, reaches } from './refs.ts';

type Settings = Resource<SettingsModel>;
const levels = ['organization', 'suborganization', 'repository'] as const;

/** The folder that holds the levels of one organization: its admin repository's. */
export const realmOf = ({ at: { file } }: Resource): string => file.slice(0, file.lastIndexOf('.github/'));

/**
 * What the levels above state of the same branch, the widest first: safe-settings lays a repository's file over those of
 * its suborganizations, and these over the organization's.
 * https://github.com/github/safe-settings/blob/main-enterprise/README.md
 */
export function branchesAbove(branch: Settings, context: MappingContext): readonly Settings[] {
  if (branch.model.app !== 'safe-settings') return [];
  const name = nameOf(branch);
  const rank = levels.indexOf(branch.model.level);
  const all = context.all('github-settings', 'branch') as readonly Settings[];
  return all
    .filter(
      (other) =>
        other.model.app === 'safe-settings' &&
        realmOf(other) === realmOf(branch) &&
        levels.indexOf(other.model.level) < rank &&
        name !== undefined &&
        nameOf(other) === name &&
        (other.model.level === 'organization' || takesIn(other, branch, context)),
    )
    .sort((a, b) => levels.indexOf(a.model.level) - levels.indexOf(b.model.level));
}

/** Whether a suborganization names the repository; by team or property it may, which does not show here. */
function takesIn(suborganization: Settings, { model }: Settings, context: MappingContext): boolean {
  const whole = context.all('github-settings', 'settings').find(({ at }) => at.file === suborganization.at.file);
  if (!whole || model.repository === undefined) return false;
  const globs = reader(whole).strings('suborgrepos');
  const include = {
    ...globs,
    items: globs.items.map((item) => (item.known ? { ...item, value: branchPattern(item.value) } : item)),
  };
  return reaches(include, { items: [], complete: true, at: whole.at }, model.repository, undefined) === 'yes';
}

const nameOf = (branch: Settings): string | undefined => {
  const value = reader(branch).value('name');
  return value && asString(value);
};

/** The branch with the levels above below it: what a level leaves out comes from the one above. */
export const withLevels = (branch: Settings, above: readonly Settings[]): Settings =>
  above.length === 0 ? branch : { ...branch, body: [...above, branch].map(({ body }) => body).reduce(laidOver) };

function laidOver(below: ObjectValue, over: ObjectValue): ObjectValue {
  const entries = new Map<string, Value>(below.entries);
  const keys = new Map([...(below.keys ?? []), ...(over.keys ?? [])]);
  for (const [key, value] of over.entries) {
    const there = entries.get(key);
    entries.set(key, there?.type === 'object' && value.type === 'object' ? laidOver(there, value) : value);
  }
  return { ...over, entries, keys, complete: below.complete && over.complete };
}
