import { known, type Fact } from '../../src/model/fact.ts';
import type { Written } from '../../src/model/kinds/container-image.ts';
import { expectEach } from '../../src/rule/each.ts';
import { on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'base-images-are-versioned',
  title: 'Images are built on named versions of others',
  severity: 'medium',
  criteria: {
    'CC8.1': 'The image is built on what was reviewed, also when it is built again.',
    'CC6.8': 'Another base gets in by a change that somebody sees.',
  },
  do: 'Name a tag other than latest, or the digest, behind FROM.',
  equivalents: {
    checkov: ['CKV_DOCKER_7'],
    trivy: ['AVD-DS-0001'],
    kics: ['f45ea400-6bbe-4501-9fc7-1c3d75c32067', '9efb0b2d-89c9-41a3-91ca-dcc0aec911fd'],
    hadolint: ['DL3006', 'DL3007'],
  },
  on: on('container-image'),
  check: ({ name, traits: { movingBases } }) =>
    expectEach(movingBases, holds, {
      message: ({ text }) => `${name} is built on whatever ${text} is at the time.`,
      item: ({ text }) => text,
    }),
});

const holds = ({ at }: Written): Fact<boolean> => known(true, at);
