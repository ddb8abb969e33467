import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'workloads-outlive-maintenance',
  title: 'Workloads go on when a machine is emptied or fails',
  severity: 'low',
  criteria: {
    'A1.2': 'Maintenance of machines, and the loss of one, leave some instances of the program running.',
  },
  do: 'Add a PodDisruptionBudget that selects the pods and lets one go at a time (maxUnavailable: 1), and topologySpreadConstraints or a podAntiAffinity to the pods.',
  aspects: {
    budget: { kics: ['b23e9b98-0cb6-4fc9-b257-1f3270442678'] },
    maintenance: { 'kube-linter': ['pdb-max-unavailable', 'pdb-min-available'] },
    apart: { kics: ['a31b7b82-d994-48c4-bd21-3bab6c31827a'], 'kube-linter': ['no-anti-affinity'] },
  },
  on: on('workload'),
  check: ({ name, traits: { disruptionLimited, disruptionAllowed, spreadOverMachines } }) => ({
    budget: expect(disruptionLimited, (is) => is, `${name} may lose all its pods at once when machines are emptied.`),
    maintenance: expect(disruptionAllowed, (is) => is, `${name} lets no pod go, so its machines can’t be emptied.`),
    apart: expect(spreadOverMachines, (is) => is, `${name} may have all its pods on one machine.`),
  }),
});
