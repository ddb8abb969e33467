import { mapping } from '../mapping.ts';

export default mapping({
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
    traits: { paths, holds },
  }),
});
