import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'clusters-take-new-versions',
  title: 'Clusters take new versions by themselves',
  severity: 'low',
  criteria: {
    'CC7.1': 'Known flaws of the cluster are mended when there is a fix, and not when somebody finds the time.',
    'CC8.1': 'New versions come by a way that was chosen, at a pace that was chosen.',
  },
  do: 'Put the cluster in a channel for releases or upgrades; stable is the slowest one.',
  equivalents: { checkov: ['CKV_AZURE_171', 'CKV_GCP_70'] },
  on: on('kubernetes-cluster'),
  check: ({ name, traits: { takesReleases } }) =>
    expect(takesReleases, (on) => on, `${name} takes no new version by itself: it is in no release channel.`),
});
