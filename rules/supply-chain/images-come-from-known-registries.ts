import { isApplicable, mapFact, notApplicable } from '../../src/model/fact.ts';
import { everyContainer } from '../../src/rule/containers.ts';
import { on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'images-come-from-known-registries',
  title: 'Images come from registries that somebody chose',
  severity: 'medium',
  criteria: {
    'CC6.8': 'Software comes in only from places that were looked at.',
    'CC9.2': 'Who delivers images is somebody with whom there is an agreement.',
  },
  do: 'List the registries under options.registries of this rule in .soc2/config.yml, and copy other images into one of them.',
  equivalents: { trivy: ['AVD-KSV-0125'] },
  on: on('workload'),
  options: {
    registries: {
      type: 'strings',
      default: [],
      about: 'Names of the registries that images may come from, such as ghcr.io; docker.io where an image names none.',
    },
  },
  check: ({ name, traits: { containers } }, { options: { registries } }) =>
    registries.length === 0
      ? notApplicable('no list of registries is configured')
      : everyContainer(
          containers,
          ({ imageRegistry }) =>
            isApplicable(imageRegistry)
              ? mapFact(imageRegistry, (registry) => registries.some((one) => one.toLowerCase() === registry))
              : imageRegistry,
          (names) => `${name} takes the image of ${names} from a registry that isn’t on the list.`,
        ),
});
