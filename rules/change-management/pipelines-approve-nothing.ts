import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'pipelines-approve-nothing',
  title: 'A pipeline can not approve changes',
  severity: 'high',
  criteria: {
    'CC8.1': 'The approval that a merge needs comes from a person, and not from a workflow that an author can write.',
  },
  do: 'Set can_approve_pull_request_reviews to false.',
  on: on('pipeline-permissions'),
  check: ({ name, traits: { mayApprove } }) =>
    expect(mayApprove, (may) => !may, `${name} lets pipelines approve pull requests.`, { label: 'a review by nobody' }),
});
