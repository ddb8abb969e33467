import type { Resource } from '../../dialects/dialect.ts';
import { known, mapFact } from '../../model/fact.ts';
import type { Subject } from '../../model/subject.ts';
import { subjectOf } from '../links.ts';
import { manifestOf } from '../manifest.ts';

const source = 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/';

export function accountOf(resource: Resource): Subject<'service-account'> | undefined {
  const manifest = manifestOf(resource, 'ServiceAccount');
  if (!manifest) return undefined;
  const { reader } = manifest;
  const name = reader.optionalString('metadata.name');
  return {
    kind: 'service-account',
    provider: 'kubernetes',
    ...subjectOf(resource),
    traits: {
      isDefault: resource.type.includes('default_service_account')
        ? known(true, resource.at)
        : mapFact(name, (text) => text === 'default'),
      mountsToken: reader.bool('automountServiceAccountToken', { value: true, source }),
    },
  };
}
