import type { SettingsModel } from '../../dialects/github-settings/model.ts';
import { placeOf } from '../../dialects/dialect.ts';
import { isApplicable, known, notApplicable, type Fact, type NotApplicable } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Reader } from '../read.ts';

const left = notApplicable('a settings file leaves what it does not state as it is');

export default mapping<'hosted-repository', SettingsModel>({
  kind: 'hosted-repository',
  dialect: 'github-settings',
  types: ['settings'],
  map: (resource) => {
    const own = reader(resource);
    const archived = stated(own, 'repository.archived');
    return {
      kind: 'hosted-repository',
      provider: 'github',
      ...subjectOf(resource),
      traits: {
        archived: isApplicable(archived) ? archived : known(false, placeOf(resource)),
        public: isPublic(own),
        vulnerabilityAlerts: first(
          stated(own, 'repository.enable_vulnerability_alerts'),
          stated(own, 'security.enableVulnerabilityAlerts'),
        ),
        secretScanning: feature(own, 'secret_scanning'),
        pushProtection: feature(own, 'secret_scanning_push_protection'),
        hasBranchRules: notApplicable('branch rules may be kept in the settings of the forge'),
      },
    };
  },
});

type Trait = Fact<boolean> | NotApplicable;

function stated(own: Reader, path: string): Trait {
  const fact = own.optionalBool(path);
  if (!fact.known) return fact;
  return fact.value === undefined ? left : { ...fact, value: fact.value };
}

const first = (a: Trait, b: Trait): Trait => (isApplicable(a) ? a : b);

function isPublic(own: Reader): Trait {
  const visibility = own.optionalString('repository.visibility');
  if (!visibility.known) return visibility;
  if (visibility.value !== undefined) return { ...visibility, value: visibility.value === 'public' };
  const closed = stated(own, 'repository.private');
  return isApplicable(closed) && closed.known ? { ...closed, value: !closed.value } : closed;
}

function feature(own: Reader, name: string): Trait {
  const status = own.optionalString(`repository.security_and_analysis.${name}.status`);
  if (!status.known) return status;
  return status.value === undefined ? left : { ...status, value: status.value === 'enabled' };
}
