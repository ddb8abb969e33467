import { known, type Fact } from '../../src/model/fact.ts';
import type { Written } from '../../src/model/kinds/container-image.ts';
import { expectEach } from '../../src/rule/each.ts';
import { on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'image-packages-have-versions',
  title: 'Builds of images install packages in a fixed version',
  severity: 'info',
  criteria: {
    'CC7.1': 'What is in an image can be told from the file that it was built from.',
    'CC8.1': 'A package gets another version by a change that is reviewed like any other.',
  },
  do: 'Name the version (curl=8.5.0-2, requests==2.32.3), install from a lock file, or build on a snapshot of the distribution.',
  equivalents: {
    kics: [
      '965a08d7-ef86-4f14-8792-4a3b2098937e',
      'd3499f6d-1651-41bb-a9a7-de925fea487b',
      'e36d8880-3f78-4546-b9a1-12f0745ca0d5',
    ],
    hadolint: ['DL3008', 'DL3013', 'DL3016', 'DL3018', 'DL3028', 'DL3033', 'DL3037', 'DL3041'],
  },
  on: on('container-image'),
  check: ({ name, traits: { openPackages } }) =>
    expectEach(openPackages, holds, {
      message: ({ text }) => `${name} installs packages in whatever version is the newest: ${text}.`,
      item: ({ text }) => text,
    }),
});

const holds = ({ at }: Written): Fact<boolean> => known(true, at);
