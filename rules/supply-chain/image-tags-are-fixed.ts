import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'image-tags-are-fixed',
  title: 'A tag of an image always means the same image',
  severity: 'low',
  criteria: {
    'CC8.1': 'What was reviewed and tested under a tag is what is deployed under it.',
    'CC6.8': 'Nobody can put other software behind a name that is already in use.',
  },
  do: 'Set image_tag_mutability = "IMMUTABLE".',
  equivalents: { checkov: ['CKV_AWS_51'], trivy: ['AVD-AWS-0031'], kics: ['d1846b12-20c5-4d45-8798-fc35b79268eb'] },
  on: on('image-repository'),
  check: ({ name, traits: { tagsFixed } }) =>
    expect(tagsFixed, (on) => on, `${name} lets tags be moved to other images.`),
});
