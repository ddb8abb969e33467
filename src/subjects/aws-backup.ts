import type { Resource } from '../dialects/dialect.ts';
import { known, unknownFact, type Fact } from '../model/fact.ts';
import { linked } from './links.ts';
import { reader, referencesIn } from './read.ts';

interface Selection {
  selection: Resource;
  chosen: Fact<boolean>;
}

/** Backup selections that take a resource: by name, or all with a tag, which can't be told for sure. */
function selectionsOf(resource: Resource, settledBy: string): Selection[] {
  return resource.program.ofType('aws_backup_selection').flatMap((selection): Selection[] => {
    const own = reader(selection);
    const value = own.value('resources');
    if (referencesIn(value).some(({ address }) => resource.program.find(address).includes(resource)))
      return [{ selection, chosen: known(true, value!.at) }];
    const named = own.strings('resources');
    if (named.items.some((item) => item.known && item.value === '*'))
      return [{ selection, chosen: known(true, named.at) }];
    if (!own.value('selection_tag') && !own.value('condition')) return [];
    const reason = { code: 'not-evaluated' as const, subject: selection.name, settledBy };
    return [{ selection, chosen: unknownFact(reason, resource.at) }];
  });
}

export const backupSelections = (resource: Resource, settledBy: string): Fact<boolean>[] =>
  selectionsOf(resource, settledBy).map(({ chosen }) => chosen);

/** Whether copies of its backups go into another region: by a replication of its own, or by a plan that takes it. */
export function planCopies(resource: Resource): Fact<boolean> {
  const type = 'aws_db_instance_automated_backups_replication';
  const [replication] = linked(resource, [type], 'source_db_instance_arn', ['arn']).parts;
  if (replication) return known(true, replication.at);
  const settledBy =
    'a plan that names it and copies what it takes into another region, or a replication of its backups';
  const facts = selectionsOf(resource, settledBy).map(({ selection, chosen }): Fact<boolean> => {
    const [plan] = referencesIn(reader(selection).value('plan_id')).flatMap(({ address }) =>
      resource.program.find(address),
    );
    if (!chosen.known) return chosen;
    if (!plan) return unknownFact({ code: 'not-evaluated', subject: selection.name, settledBy }, selection.at);
    const actions = reader(plan)
      .blocks('rule')
      .items.flatMap((rule) => rule.blocks('copy_action').items);
    return known(actions.length > 0, actions[0]?.at ?? plan.at);
  });
  const copied = facts.find((fact) => fact.known && fact.value) ?? facts.find((fact) => !fact.known) ?? facts[0];
  return (
    copied ??
    unknownFact(
      { code: 'not-in-repository', subject: `copies of the backups of ${resource.name}`, settledBy },
      resource.at,
    )
  );
}
