import type { Resource } from '../../dialects/dialect.ts';
import { byDefault, known, unknownFact, type Fact } from '../../model/fact.ts';
import { terraformStatements } from '../branch-rules/terraform-statements.ts';
import { linked, subjectOf } from '../links.ts';
import { mapping, type MappingContext } from '../mapping.ts';
import { asString, reader, type Reader } from '../read.ts';

const source = 'https://registry.terraform.io/providers/integrations/github/latest/docs/resources/repository';
const byAccount = (subject: string) => ({
  reason: { code: 'default-depends-on-account' as const, subject, settledBy: 'writing it' },
});

export default mapping({
  kind: 'hosted-repository',
  dialect: 'terraform',
  types: ['github_repository'],
  map: (resource, context) => {
    const own = reader(resource);
    const open = isPublic(own);
    const alerts = linked(resource, ['github_repository_vulnerability_alerts'], 'repository', ['name']);
    return {
      kind: 'hosted-repository',
      provider: 'github',
      ...subjectOf(resource, alerts.parts),
      traits: {
        archived: own.bool('archived', { value: false, source }),
        public: open,
        vulnerabilityAlerts: vulnerabilityAlerts(own, open, alerts.parts),
        secretScanning: feature(own, 'secret_scanning'),
        pushProtection: feature(own, 'secret_scanning_push_protection'),
        hasBranchRules: hasBranchRules(resource, context),
      },
    };
  },
});

/** `visibility` goes before the older `private`; without both a repository is public. */
function isPublic(own: Reader): Fact<boolean> {
  const visibility = own.optionalString('visibility');
  if (!visibility.known) return visibility;
  if (visibility.value !== undefined) return { ...visibility, value: visibility.value === 'public' };
  const closed = own.bool('private', { value: false, source });
  return closed.known ? { ...closed, value: !closed.value } : closed;
}

/** GitHub switches alerts on for public repositories and leaves them off for private ones. */
function vulnerabilityAlerts(own: Reader, open: Fact<boolean>, parts: readonly Resource[]): Fact<boolean> {
  const [part] = parts;
  if (part) return reader(part).bool('enabled', { value: true, source: `${source}_vulnerability_alerts` });
  const written = own.optionalBool('vulnerability_alerts');
  if (!written.known) return written;
  if (written.value !== undefined) return { ...written, value: written.value };
  return open.known ? byDefault(open.value, own.at, source) : open;
}

function feature(own: Reader, name: string): Fact<boolean> {
  const status = own.string(`security_and_analysis.${name}.status`, byAccount(`security_and_analysis.${name}`));
  return status.known ? { ...status, value: status.value === 'enabled' } : status;
}

/** Whether a protection or ruleset of the same root, or an organization's ruleset in it, reaches the repository. */
function hasBranchRules(resource: Resource, context: MappingContext): Fact<boolean> {
  const name = reader(resource).value('name');
  const called = name && asString(name);
  const root = `terraform ${resource.program.root}`;
  const near = terraformStatements(context).filter((s) => s.resource.program === resource.program);
  const hit = near.find(
    ({ repository: { key, reaches } }) =>
      key === `${root} ${called ?? resource.name}` || reaches?.include.items.some((i) => i.known && i.value === '~ALL'),
  );
  if (hit) return known(true, hit.resource.at);
  const open = near.find(({ repository }) => repository.name === undefined);
  if (open)
    return unknownFact(
      {
        code: 'not-evaluated',
        subject: `which repository ${open.resource.name} governs`,
        settledBy: 'a plan (terraform show -json)',
      },
      open.resource.at,
    );
  return known(false, resource.at);
}
