import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'images-are-scanned',
  title: 'Container images are scanned as they arrive',
  severity: 'medium',
  criteria: {
    'CC6.8': 'Images with known malicious or weak parts are noticed before they are run.',
    'CC7.1': 'New weaknesses in what is about to be deployed come up at a fixed point of the way.',
  },
  do: 'Set image_scanning_configuration { scan_on_push = true }, or a scanning rule for the whole registry.',
  equivalents: { checkov: ['CKV_AWS_163'], trivy: ['AVD-AWS-0030'], kics: ['9630336b-3fed-4096-8173-b9afdfe346a7'] },
  on: on('image-repository'),
  check: ({ name, traits: { scannedOnPush } }) =>
    expect(scannedOnPush, (on) => on, `${name} takes images without scanning them.`),
});
