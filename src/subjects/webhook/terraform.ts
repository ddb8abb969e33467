import { mapFact } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';

const source = 'https://registry.terraform.io/providers/integrations/github/latest/docs/resources/repository_webhook';

export default mapping({
  kind: 'webhook',
  dialect: 'terraform',
  types: ['github_repository_webhook', 'github_organization_webhook'],
  map: (resource) => {
    const own = reader(resource);
    return {
      kind: 'webhook',
      provider: 'github',
      ...subjectOf(resource),
      traits: {
        url: own.string('configuration.url', { reason: { code: 'no-value', settledBy: 'a url here' } }),
        certificateChecked: mapFact(
          own.bool('configuration.insecure_ssl', { value: false, source }),
          (insecure) => !insecure,
        ),
        // A secret from elsewhere is a secret: only a missing one counts as none.
        signed: own.value('configuration.secret')
          ? { known: true, value: true, origin: 'written', at: own.value('configuration.secret')!.at, via: [] }
          : own.has('configuration.secret'),
      },
    };
  },
});
