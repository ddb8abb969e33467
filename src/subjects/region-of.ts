import type { Resource } from '../dialects/dialect.ts';
import { known, unknownFact, type Fact } from '../model/fact.ts';
import type { Region } from '../model/geography.ts';
import { reader } from './read.ts';
import { regionNamed } from './regions.ts';

// What says where a resource lies, the nearest first: its own words, then its zone, then what configures its provider.
const ownWords = ['region', 'location', 'location_id', 'availability_zone', 'zone'];
const ofProvider = ['region', 'zone'];

/** Where a resource lies, by its own words or by the configuration of its provider. Unknown where neither says so. */
export function regionOf(resource: Resource): Fact<Region> {
  const own = read(resource, ownWords);
  if (own) return own;
  const { configuration } = resource.provider ?? {};
  const [provider] = configuration === undefined ? [] : resource.program.find(configuration);
  const stated = provider && read(provider, ofProvider);
  if (stated) return stated.known ? { ...stated, at: resource.at, via: [stated.at, ...stated.via] } : stated;
  return unknownFact(
    {
      code: 'not-in-repository',
      subject: `the region of ${resource.name}`,
      settledBy: 'a region that is written at it or in the configuration of its provider',
    },
    resource.at,
  );
}

function read(resource: Resource, names: readonly string[]): Fact<Region> | undefined {
  const stated = reader(resource);
  const name = names.find((one) => stated.value(one) !== undefined);
  if (name === undefined) return undefined;
  const text = stated.optionalString(name);
  if (!text.known) return text;
  const region = regionNamed(text.value ?? '');
  return region
    ? known(region, text.at, text.via)
    : unknownFact(
        { code: 'not-evaluated', subject: `"${text.value}"`, settledBy: 'the name of a region that is known' },
        text.at,
        text.via,
      );
}
