import type { Manifest } from '../../dialects/dependency-config/manifests.ts';
import { fileStart } from '../../model/place.ts';
import { known, notApplicable } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';

export default mapping<'dependency-manifest', Manifest>({
  kind: 'dependency-manifest',
  dialect: 'dependency-config',
  types: ['manifest'],
  map: (resource) => {
    const { ecosystem, folder, lockfile, lockfiles, library, movingSources } = resource.model;
    return {
      kind: 'dependency-manifest',
      ...subjectOf(resource),
      traits: {
        ecosystem,
        folder,
        lockfiles,
        movingSources,
        hasLockfile:
          lockfile !== undefined
            ? known(true, fileStart(lockfile))
            : lockfiles.length === 0
              ? notApplicable('this ecosystem has no lock file by default')
              : library
                ? notApplicable('a library may leave its lock file out, as it binds nobody who uses it')
                : known(false, resource.at),
      },
    };
  },
});
