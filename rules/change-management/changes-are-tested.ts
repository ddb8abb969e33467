import { fail, on, pass, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'changes-are-tested',
  title: 'Tests run on every pull request',
  severity: 'medium',
  criteria: {
    'CC8.1': 'A change is tested before it is merged, by a pipeline that everyone can see.',
  },
  do: 'Run the tests in a workflow with the event pull_request.',
  on: on('repository'),
  needs: ['workflow-job'],
  check: (_, { find }) => {
    const jobs = find('workflow-job');
    const onChanges = jobs.filter(({ traits: { startedBy } }) =>
      startedBy.some(({ name }) =>
        ['pull_request', 'pull_request_target', 'merge_group', 'workflow_call'].includes(name),
      ),
    );
    const testing = onChanges.find(({ traits: { tests } }) => tests.length > 0);
    if (testing) return pass(testing.at);
    const elsewhere = jobs.find(({ traits: { tests } }) => tests.length > 0);
    if (!elsewhere) return [];
    return fail(
      'Tests run, but not on pull requests: a change is merged before it is tested.',
      elsewhere.traits.tests[0]!.at,
    );
  },
});
