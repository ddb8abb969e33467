import type { Resource } from '../../dialects/dialect.ts';
import { mapFact, notApplicable, type Fact, type NotApplicable } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Reader } from '../read.ts';
import { isNamed } from '../stated.ts';

const registry = 'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources';
// https://cloud.google.com/functions/docs/runtime-support
const byPlatform = notApplicable(
  'the platform mends its runtimes by itself, and takes no new version on one that has ended',
);
const noSignature = notApplicable('a signature belongs to its image, which the policy of the project asks for');
const noSecret = notApplicable('nothing of it is a password as such');

export default mapping({
  kind: 'serverless-function',
  dialect: 'terraform',
  types: ['google_cloudfunctions_function', 'google_cloudfunctions2_function'],
  map: (resource) => ({
    kind: 'serverless-function',
    provider: 'google',
    ...subjectOf(resource),
    traits: {
      codeSigned: noSignature,
      failuresKept: notApplicable('what starts it keeps its events until it succeeds, or says how often to try'),
      runsLimited: notApplicable('the platform limits how many of it run at once'),
      insideNetwork: notApplicable('it reaches a network by a connector, and is reached as its ingress says'),
      supportedUntil: byPlatform,
      encryptedWithOwnKey: isNamed(reader(resource), 'kms_key_name'),
      secretInCode: noSecret,
      publiclyReachable: reachable(resource, reader(resource)),
    },
  }),
});

function reachable(resource: Resource, own: Reader): Fact<boolean> | NotApplicable {
  const second = resource.type === 'google_cloudfunctions2_function';
  if (!second && own.value('event_trigger')) return notApplicable('events start it, and it has no address');
  const path = second ? 'service_config.ingress_settings' : 'ingress_settings';
  const page = second ? 'cloudfunctions2_function' : 'cloudfunctions_function';
  return mapFact(
    own.string(path, { value: 'ALLOW_ALL', source: `${registry}/${page}` }),
    (setting) => setting === 'ALLOW_ALL',
  );
}
