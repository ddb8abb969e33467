import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'image-health-can-be-checked',
  title: 'Images say how one sees that they are well',
  severity: 'info',
  criteria: {
    'A1.2': 'What runs the container notices when the program hangs.',
  },
  do: 'Add a HEALTHCHECK where Docker or Compose runs the image. Kubernetes asks by probes of its own.',
  equivalents: { checkov: ['CKV_DOCKER_2'], trivy: ['AVD-DS-0026'], kics: ['b03a748a-542d-44f4-bb86-9199ab4fd2d5'] },
  on: on('container-image'),
  check: ({ name, traits: { healthChecked } }) =>
    expect(healthChecked, (is) => is, `${name} doesn’t say how one sees that it is well.`),
});
