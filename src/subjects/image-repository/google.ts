import type { Resource } from '../../dialects/dialect.ts';
import { known, mapFact, notApplicable, unknownFact, type Fact } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Reader } from '../read.ts';
import { isNamed } from '../stated.ts';

const page =
  'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/artifact_registry_repository';

export default mapping({
  kind: 'image-repository',
  dialect: 'terraform',
  types: ['google_artifact_registry_repository'],
  map: (repository) => {
    const own = reader(repository);
    const format = own.optionalString('format');
    const mode = own.string('mode', { value: 'STANDARD_REPOSITORY', source: page });
    if (format.known && format.value?.toUpperCase() !== 'DOCKER') return undefined;
    const elsewhere = mode.known && mode.value !== 'STANDARD_REPOSITORY';
    const ofOthers = notApplicable('it hands on images of other repositories');
    return {
      kind: 'image-repository',
      provider: 'google',
      ...subjectOf(repository),
      traits: {
        tagsFixed: elsewhere ? ofOthers : own.bool('docker_config.immutable_tags', { value: false, source: page }),
        heldUntilChecked: notApplicable('the platform asks for it where an image is run, and not where it is kept'),
        scannedOnPush: elsewhere ? ofOthers : scanned(repository, own),
        publicByPolicy: notApplicable('grants are judged by themselves'),
        openNetwork: notApplicable('grants and perimeters decide, there is no firewall'),
        sharedKeysAccepted: notApplicable('each sign-in is bound to an identity'),
        encryptedWithOwnKey: isNamed(own, 'kms_key_name'),
      },
    };
  },
});

const service = 'containerscanning.googleapis.com';

/** A repository can refuse it; otherwise the project decides, by a service that is switched on. */
function scanned(repository: Resource, own: Reader): Fact<boolean> {
  const setting = own.string('vulnerability_scanning_config.enablement_config', { value: 'INHERITED', source: page });
  if (!setting.known || setting.value === 'DISABLED') return mapFact(setting, () => false);
  const on = repository.program
    .ofType('google_project_service')
    .map((one) => reader(one).value('service'))
    .find((name) => name?.type === 'string' && name.value === service);
  if (on) return known(true, on.at);
  return unknownFact(
    {
      code: 'not-in-repository',
      subject: 'the scanning of the project',
      settledBy: `a google_project_service for ${service}`,
    },
    repository.at,
  );
}
