import { known, type Fact } from '../../src/model/fact.ts';
import type { Written } from '../../src/model/kinds/container-image.ts';
import { expectEach } from '../../src/rule/each.ts';
import { on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'images-hold-no-keys',
  title: 'Container images hold no keys and passwords',
  severity: 'medium',
  criteria: {
    'CC6.1': 'Whoever can pull the image doesn’t thereby hold a key to something else.',
    'C1.1': 'A secret is known to the build that needs it, and not to everything that runs the image.',
  },
  do: 'Hand secrets to a single step with RUN --mount=type=secret (or ssh), or use them in a stage that doesn’t ship, and let the container get its own when it starts.',
  aspects: { arguments: { trivy: ['AVD-DS-0031'] }, files: {} },
  on: on('container-image'),
  check: ({ name, traits: { secretArguments, keyFiles } }) => ({
    arguments: expectEach(secretArguments, holds, {
      message: ({ text }) => `${name} keeps the secret ${text} in its history.`,
      item: ({ text }) => text,
    }),
    files: expectEach(keyFiles, holds, {
      message: ({ text }) => `${name} contains ${text}, which holds a key or a password by its name.`,
      item: ({ text }) => text,
    }),
  }),
});

const holds = ({ at }: Written): Fact<boolean> => known(true, at);
