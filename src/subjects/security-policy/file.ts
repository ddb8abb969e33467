import type { SecurityPolicy } from '../../dialects/dependency-config/security-policy.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';

export default mapping<'security-policy', SecurityPolicy>({
  kind: 'security-policy',
  dialect: 'dependency-config',
  types: ['security-policy'],
  map: (resource) => ({
    kind: 'security-policy',
    ...subjectOf(resource),
    traits: { contact: resource.model.contact, timeline: resource.model.timeline },
  }),
});
