import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'clusters-run-checked-images',
  title: 'Clusters check images before they run them',
  severity: 'low',
  criteria: {
    'CC6.8': 'An image that nobody vouched for isn’t started.',
    'CC8.1': 'What runs went through the build and the checks that vouch for it.',
  },
  do: 'Switch on Binary Authorization with the policy of the project, and say there who has to vouch for an image.',
  equivalents: { checkov: ['CKV_GCP_66'] },
  on: on('kubernetes-cluster'),
  check: ({ name, traits: { imagesChecked } }) =>
    expect(imagesChecked, (on) => on, `${name} runs whatever image it is told to.`),
});
