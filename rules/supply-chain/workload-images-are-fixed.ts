import { mapFact } from '../../src/model/fact.ts';
import { expectEach } from '../../src/rule/each.ts';
import { on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'workload-images-are-fixed',
  title: 'Workloads run images that are named exactly',
  severity: 'low',
  criteria: {
    'CC8.1': 'What runs is what was tested: another image comes only by a change of the manifest.',
    'CC6.8': 'An image that somebody replaces under the same name does not get in.',
  },
  do: 'Name the image by its digest (image@sha256:…), or at least by a tag of a version.',
  aspects: {
    tag: { checkov: ['CKV_K8S_14'], trivy: ['AVD-KSV-0013'], kics: ['583053b7-e632-46f0-b989-f81ff8045385'] },
    digest: { checkov: ['CKV_K8S_43'], kics: ['7c81d34c-8e5a-402b-9798-9f442630e678'] },
  },
  on: on('workload'),
  check: ({ name, traits: { containers } }) => ({
    tag: expectEach(containers, ({ image }) => mapFact(image, (text) => isMoving(text ?? '')), {
      item: (container) => container.name,
      message: (container) => `Container ${container.name} of ${name} runs whatever image is the latest.`,
      label: 'no version',
    }),
    digest: expectEach(containers, ({ image }) => mapFact(image, (text) => !(text ?? '').includes('@sha')), {
      item: (container) => container.name,
      message: (container) => `The image of container ${container.name} of ${name} is not named by its digest.`,
      label: 'no digest',
    }),
  }),
});

const isMoving = (image: string): boolean =>
  !image.includes('@') && (!/:[^/]+$/.test(image) || image.endsWith(':latest'));
