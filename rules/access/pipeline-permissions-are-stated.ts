import { isApplicable } from '../../src/model/fact.ts';
import { expect, fail, on, pass, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'pipeline-permissions-are-stated',
  title: 'What the pipeline’s token may do is stated, and narrow',
  severity: 'medium',
  criteria: {
    'CC6.3':
      'The token of each run gets the rights its work needs, by role, and not whatever the default happens to be.',
  },
  do: 'Put permissions: {} or contents: read at the top of the workflow, and what a single job needs more at that job.',
  aspects: {
    stated: { checkov: ['CKV2_GHA_1'], zizmor: ['excessive-permissions'] },
    narrow: { zizmor: ['excessive-permissions'] },
  },
  on: on('workflow'),
  check: ({ name, traits: { permissionsStated, unstatedJobs, broadPermissions } }) => {
    const writes = !isApplicable(broadPermissions) ? [] : broadPermissions.filter(({ level }) => level === 'write');
    return {
      stated: expect(permissionsStated, (is) => is, `${name} doesn’t state what its token may do.`, {
        related: unstatedJobs,
      }),
      narrow: !isApplicable(broadPermissions)
        ? broadPermissions
        : writes.length === 0
          ? pass()
          : writes.map(({ scope, job, at }) =>
              fail(
                `${name} lets the token of ${job ? `job ${job}` : 'every job'} write ${scope === 'all' ? 'everything' : scope}.`,
                at,
                { item: job ? `${job}: ${scope}` : scope, label: scope === 'all' ? 'write-all' : 'write' },
              ),
            ),
    };
  },
});
