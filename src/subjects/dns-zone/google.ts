import { known, mapFact, not, notApplicable, unknownFact, type Fact } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Reader } from '../read.ts';
import { some } from '../stated.ts';

const page = 'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/dns_managed_zone';
const inside = notApplicable('only networks of one’s own ask it');

export default mapping({
  kind: 'dns-zone',
  dialect: 'terraform',
  types: ['google_dns_managed_zone'],
  map: (zone) => {
    const own = reader(zone);
    const isPrivate = mapFact(
      own.string('visibility', { value: 'public', source: page }),
      (text) => text === 'private',
    );
    const unlessPrivate = (fact: Fact<boolean>) => (!isPrivate.known ? isPrivate : isPrivate.value ? inside : fact);
    return {
      kind: 'dns-zone',
      provider: 'google',
      ...subjectOf(zone),
      traits: {
        queriesLogged: unlessPrivate(own.bool('cloud_logging_config.enable_logging', { value: false, source: page })),
        soundSignatures: unlessPrivate(not(usesSha1(own))),
        answersSigned: unlessPrivate(
          mapFact(own.string('dnssec_config.state', { value: 'off', source: page }), (state) => state === 'on'),
        ),
      },
    };
  },
});

// The default is RSASHA256: https://cloud.google.com/dns/docs/dnssec-advanced#advanced-signing-options
function usesSha1(zone: Reader): Fact<boolean> {
  const specs = zone.blocks('dnssec_config.default_key_specs');
  if (specs.items.length === 0 && !specs.complete && specs.reason) return unknownFact(specs.reason, specs.at);
  return some(
    specs.items.map((spec) => mapFact(spec.optionalString('algorithm'), (name) => name?.toLowerCase() === 'rsasha1')),
    known(false, zone.at),
  );
}
