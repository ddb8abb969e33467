import type { Resource } from '../dialects/dialect.ts';
import { known, unknownFact, type Fact } from '../model/fact.ts';
import { reader, referencesIn } from './read.ts';

/** Backup selections name resources, or take all with a tag: the latter can't be told for sure. */
export function backupSelections(resource: Resource, settledBy: string): Fact<boolean>[] {
  return resource.program.ofType('aws_backup_selection').flatMap((selection): Fact<boolean>[] => {
    const own = reader(selection);
    const value = own.value('resources');
    if (referencesIn(value).some(({ address }) => resource.program.find(address).includes(resource)))
      return [known(true, value!.at)];
    const named = own.strings('resources');
    if (named.items.some((item) => item.known && item.value === '*')) return [known(true, named.at)];
    if (!own.value('selection_tag') && !own.value('condition')) return [];
    return [
      unknownFact(
        {
          code: 'not-evaluated',
          subject: selection.name,
          settledBy,
        },
        resource.at,
      ),
    ];
  });
}
