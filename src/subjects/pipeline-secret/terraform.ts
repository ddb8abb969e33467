import type { Resource } from '../../dialects/dialect.ts';
import { known, type Fact } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { asString, knownOf, reader } from '../read.ts';

export default mapping({
  kind: 'pipeline-secret',
  dialect: 'terraform',
  types: [
    'github_actions_secret',
    'github_actions_organization_secret',
    'github_actions_environment_secret',
    'github_dependabot_secret',
    'github_dependabot_organization_secret',
    'github_codespaces_secret',
    'github_codespaces_organization_secret',
    'github_codespaces_user_secret',
  ],
  map: (resource) => ({
    kind: 'pipeline-secret',
    provider: 'github',
    ...subjectOf(resource),
    traits: { plaintext: plaintext(resource) },
  }),
});

/** A value that comes from elsewhere when the code runs (a variable without default, another resource) is not written. */
function plaintext(resource: Resource): Fact<string | undefined> {
  const own = reader(resource);
  const value = own.value('plaintext_value') ?? own.value('value');
  const text = value && asString(value);
  if (!value || !text) return known(undefined, resource.at);
  const written = knownOf<string | undefined>(value, text);
  return written.known ? { ...written, secret: true } : written;
}
