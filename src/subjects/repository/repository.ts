import type { RepositoryModel } from '../../dialects/repository/read.ts';
import { mapping } from '../mapping.ts';

export default mapping<'repository', RepositoryModel>({
  kind: 'repository',
  dialect: 'repository',
  types: ['repository'],
  map: (resource, { paths, holds }) => ({
    kind: 'repository',
    name: resource.name,
    role: 'system',
    at: { absent: true },
    parts: [],
    calls: [],
    traits: {
      paths,
      holds,
      hiddenCharacters: resource.model.hidden,
      allLookedThrough: resource.model.allLookedThrough,
    },
  }),
});
