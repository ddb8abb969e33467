import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'images-run-without-root',
  title: 'Container images do not start as root',
  severity: 'medium',
  criteria: {
    'CC6.1': 'A program in the container has only the rights that its image gives it, and these aren’t those of root.',
    'CC6.8': 'Foreign software in a container can’t change what belongs to the system.',
  },
  do: 'End the stage that ships with a USER that is not root.',
  equivalents: {
    checkov: ['CKV_DOCKER_3', 'CKV_DOCKER_8'],
    trivy: ['AVD-DS-0002'],
    kics: ['67fd0c4a-68cf-46d7-8c41-bc9fba7e40ae', 'fd54f200-402c-4333-a5a4-36ef6709af2f'],
    hadolint: ['DL3002'],
  },
  on: on('container-image'),
  check: ({ name, traits: { startsAsRoot } }) => expect(startsAsRoot, (is) => !is, `${name} starts as root.`),
});
