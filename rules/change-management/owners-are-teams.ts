import type { OwnersEntry } from '../../src/model/kinds/code-owners.ts';
import { fail, on, pass, rule } from '../../src/rule/rule.ts';

const isTeam = (owner: string) => owner.includes('/') || owner.startsWith('@@');

export default rule({
  id: 'owners-are-teams',
  title: 'No path hangs on a single person',
  severity: 'low',
  criteria: {
    'CC1.3':
      'Responsibility lies with a team, whose members come and go by the usual process, and not with one person.',
  },
  do: 'Name a team, or a second person beside the first.',
  on: on('code-owners'),
  // What lines come to hangs on all files of the tree.
  needs: ['repository'],
  check: ({ at, traits: { file, effectiveFile, entries } }) => {
    if (file !== effectiveFile) return [];
    const alone = new Map<string, [OwnersEntry, ...OwnersEntry[]]>();
    for (const entry of entries) {
      const [owner, second] = entry.owners;
      if (owner === undefined || second !== undefined || entry.decided === 0 || isTeam(owner)) continue;
      const there = alone.get(owner);
      if (there) there.push(entry);
      else alone.set(owner, [entry]);
    }
    if (alone.size === 0) return entries.some(({ owners }) => owners.length > 0) ? pass(at) : [];
    return [...alone].map(([owner, [first, ...others]]) =>
      fail(
        `${owner} is the only owner of ${first.pattern}${others.length > 0 ? ` and of ${others.length} more patterns` : ''}.`,
        first.at,
        { item: owner, label: 'one person', related: others.map((entry) => ({ name: entry.pattern, at: entry.at })) },
      ),
    );
  },
});
