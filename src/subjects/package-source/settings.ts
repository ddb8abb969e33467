import type { PackageSettings, Written } from '../../dialects/dependency-config/package-settings.ts';
import { known, notApplicable, type FactList } from '../../model/fact.ts';
import type { FilePlace } from '../../model/place.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';

export default mapping<'package-source', PackageSettings>({
  kind: 'package-source',
  dialect: 'dependency-config',
  types: ['package-settings'],
  map: (resource) => {
    const { registries, credentials, uncheckedAt, mixed } = resource.model;
    return {
      kind: 'package-source',
      ...subjectOf(resource),
      traits: {
        registries: list(registries, resource.at),
        certificatesChecked: known(uncheckedAt === undefined, uncheckedAt ?? resource.at),
        mixedWithPublic:
          mixed === undefined ? notApplicable('one registry is asked for each package') : known(mixed.open, mixed.at),
        writtenCredentials: list(credentials, resource.at, true),
      },
    };
  },
});

const list = (written: readonly Written[], at: FilePlace, secret?: true): FactList<string> => ({
  items: written.map(({ value, at: place }) => ({ ...known(value, place), ...(secret && { secret }) })),
  complete: true,
  at,
});
