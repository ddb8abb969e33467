import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'workloads-limit-traffic',
  title: 'A policy says who may talk to each workload',
  severity: 'low',
  criteria: {
    'CC6.1': 'A program answers only those that have to do with it, and not everything that runs in the cluster.',
    'CC6.6': 'Who breaks into one program can’t go on to all the others over the network.',
  },
  do: 'Add a NetworkPolicy that selects the pods, or one with an empty podSelector for the whole namespace.',
  equivalents: { checkov: ['CKV2_K8S_6'], trivy: ['AVD-KSV-0038'] },
  on: on('workload'),
  check: ({ name, traits: { trafficLimited } }) =>
    expect(trafficLimited, (is) => is, `${name} can be reached by everything in its cluster.`),
});
