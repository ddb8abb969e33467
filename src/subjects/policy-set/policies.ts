import type { PolicyDocument } from '../../dialects/documents/model.ts';
import type { Resource } from '../../dialects/dialect.ts';
import { mapping } from '../mapping.ts';

export default mapping({
  kind: 'policy-set',
  dialect: 'documents',
  types: ['policies'],
  map: (resource, { all, holds }) => ({
    kind: 'policy-set',
    name: 'the policies of this repository',
    role: resource.role,
    at: { absent: true },
    parts: [],
    calls: [],
    traits: {
      declaredAt: holds.get('policies'),
      recordsAt: holds.get('records'),
      titles: (all('documents', 'policy') as readonly Resource<PolicyDocument>[])
        .filter(({ role, model }) => role === 'system' && model.policy !== undefined)
        .map(({ name }) => name),
    },
  }),
});
