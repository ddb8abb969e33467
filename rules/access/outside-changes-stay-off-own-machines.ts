import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'outside-changes-stay-off-own-machines',
  title: 'Pull requests do not run on machines of one’s own',
  severity: 'medium',
  criteria: {
    'CC6.6': 'Code from outside runs on machines that are thrown away, not on one inside of the network.',
  },
  do: 'Run pull requests on hosted runners, or on own ones that are made anew for each job; keep others for the default branch.',
  on: on('workflow-job'),
  check: ({ name, traits: { selfHosted, startedBy } }) =>
    startedBy.some((trigger) => trigger.name === 'pull_request' || trigger.privileged)
      ? expect(selfHosted, (own) => !own, `${name} runs pull requests on a machine of your own.`, {
          label: 'not a hosted runner',
        })
      : [],
});
