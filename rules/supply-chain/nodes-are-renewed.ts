import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'nodes-are-renewed',
  title: 'Machines of clusters are upgraded and repaired by themselves',
  severity: 'low',
  criteria: {
    'CC7.1': 'Known flaws of the machines are mended when there is a fix, and not when somebody finds the time.',
    'A1.2': 'A machine that fails is replaced before the load has nowhere to go.',
  },
  do: 'Leave upgrades and repairs switched on, within a window for maintenance.',
  aspects: {
    upgrades: {
      checkov: ['CKV_GCP_10'],
      trivy: ['AVD-GCP-0058'],
      kics: ['b139213e-7d24-49c2-8025-c18faa21ecaa'],
    },
    repairs: {
      checkov: ['CKV_GCP_9'],
      trivy: ['AVD-GCP-0063'],
      kics: ['acfdbec6-4a17-471f-b412-169d77553332'],
    },
  },
  on: on('cluster-nodes'),
  check: ({ name, traits: { upgraded, repaired } }) => ({
    upgrades: expect(upgraded, (on) => on, `${name} has machines that stay on their version.`),
    repairs: expect(repaired, (on) => on, `${name} has machines that nobody replaces when they fail.`),
  }),
});
