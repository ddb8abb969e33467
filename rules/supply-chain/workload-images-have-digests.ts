import { on, rule } from '../../src/rule/rule.ts';
import { everyContainer } from '../../src/rule/containers.ts';

export default rule({
  id: 'workload-images-have-digests',
  title: 'Workloads name their image by its content',
  severity: 'info',
  criteria: {
    'CC6.8': 'Nobody can put another image under the name of one that was checked.',
    'CC8.1': 'The image that runs is, byte for byte, the one that was released.',
  },
  do: 'Write the digest behind the name (image:1.4@sha256:…); Renovate and kustomize keep it up to date.',
  equivalents: { checkov: ['CKV_K8S_43'], kics: ['7c81d34c-8e5a-402b-9798-9f442630e678'] },
  on: on('workload'),
  check: ({ name, traits: { containers } }) =>
    everyContainer(
      containers,
      (of) => of.imageByDigest,
      (names) => `${name} doesn’t name the image of ${names} by its digest.`,
    ),
});
