import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'images-wait-for-checks',
  title: 'Images can be pulled only after they were looked at',
  // It needs a scanner of one's own that lets images go: worth a look, and no gap where images are checked before the push.
  severity: 'info',
  criteria: {
    'CC6.8': 'An image with malicious or weak parts is not run between its push and its scan.',
  },
  do: 'Switch quarantine_policy_enabled on and let the scanner release images, or accept this where the pipeline checks them before it pushes.',
  equivalents: { checkov: ['CKV_AZURE_166'] },
  on: on('image-repository'),
  check: ({ name, traits: { heldUntilChecked } }) =>
    expect(heldUntilChecked, (on) => on, `${name} hands out images that nothing has looked at yet.`),
});
