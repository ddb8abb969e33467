import { known, type Fact } from '../../src/model/fact.ts';
import type { Written } from '../../src/model/kinds/container-image.ts';
import { expectEach } from '../../src/rule/each.ts';
import { on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'image-builds-check-what-they-fetch',
  title: 'Builds of images check whom and what they get software from',
  severity: 'medium',
  criteria: {
    'CC6.7': 'What a build fetches can’t be changed on its way.',
    'CC6.8': 'Nobody can slip software into an image by answering in another’s name.',
  },
  do: 'Leave the check of certificates and signatures on: add the missing authority to the image instead. Give ADD a --checksum, or check what curl brought.',
  aspects: {
    connections: {
      checkov: [
        'CKV2_DOCKER_2',
        'CKV2_DOCKER_3',
        'CKV2_DOCKER_4',
        'CKV2_DOCKER_5',
        'CKV2_DOCKER_6',
        'CKV2_DOCKER_12',
        'CKV2_DOCKER_13',
        'CKV2_DOCKER_14',
        'CKV2_DOCKER_15',
        'CKV2_DOCKER_16',
      ],
    },
    packages: { checkov: ['CKV2_DOCKER_7', 'CKV2_DOCKER_8', 'CKV2_DOCKER_9', 'CKV2_DOCKER_10', 'CKV2_DOCKER_11'] },
    'remote-files': {
      checkov: ['CKV_DOCKER_4'],
      trivy: ['AVD-DS-0005'],
      kics: ['9513a694-aa0d-41d8-be61-3271e056f36b'],
      hadolint: ['DL3020'],
    },
  },
  on: on('container-image'),
  check: ({ name, traits: { uncheckedConnections, uncheckedPackages, remoteFiles } }) => ({
    connections: expectEach(uncheckedConnections, holds, {
      message: ({ text }) => `${name} doesn’t check who answers: ${text}.`,
      item: ({ text }) => text,
    }),
    packages: expectEach(uncheckedPackages, holds, {
      message: ({ text }) => `${name} installs packages whoever signed them: ${text}.`,
      item: ({ text }) => text,
    }),
    'remote-files': expectEach(remoteFiles, holds, {
      message: ({ text }) => `${name} adds ${text}, whatever it is at the time.`,
      item: ({ text }) => text,
    }),
  }),
});

const holds = ({ at }: Written): Fact<boolean> => known(true, at);
