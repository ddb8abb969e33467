import { isApplicable } from '../../src/model/fact.ts';
import { fail, on, pass, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'pipeline-tokens-read-what-they-need',
  title: 'The pipeline’s token reads what its work needs',
  severity: 'low',
  criteria: {
    'CC6.3': 'A run sees what its work is about, and not all that the repository holds.',
  },
  do: 'Name what is read (contents: read), and leave the rest out.',
  equivalents: { zizmor: ['excessive-permissions'] },
  on: on('workflow'),
  check: ({ name, traits: { broadPermissions } }) => {
    if (!isApplicable(broadPermissions)) return broadPermissions;
    const all = broadPermissions.filter(({ level, scope }) => level === 'read' && scope === 'all');
    return all.length === 0
      ? pass()
      : all.map(({ job, at }) =>
          fail(`${name} lets the token of ${job ? `job ${job}` : 'every job'} read everything.`, at, {
            item: job ?? 'all jobs',
            label: 'read-all',
          }),
        );
  },
});
