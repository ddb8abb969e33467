import type { Resource } from '../../dialects/dialect.ts';
import { known, mapFact, notApplicable, unknownFact, type Fact } from '../../model/fact.ts';
import { linked, subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Reader } from '../read.ts';
import { some } from '../stated.ts';

const inside = notApplicable('only networks of one’s own ask it');
const source = 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/route53_hosted_zone_dnssec';

export default mapping({
  kind: 'dns-zone',
  dialect: 'terraform',
  types: ['aws_route53_zone'],
  map: (zone) => {
    const isPrivate = reader(zone).value('vpc') !== undefined;
    const logs = linked(zone, ['aws_route53_query_log'], 'zone_id');
    const signing = linked(zone, ['aws_route53_hosted_zone_dnssec'], 'hosted_zone_id');
    return {
      kind: 'dns-zone',
      provider: 'aws',
      ...subjectOf(zone, [...logs.parts, ...signing.parts]),
      traits: {
        queriesLogged: isPrivate ? inside : stated(zone, logs, (part) => known(true, part.at)),
        soundSignatures: notApplicable('the service signs with ECDSA and SHA-256 only'),
        answersSigned: isPrivate
          ? inside
          : stated(zone, signing, (part) =>
              mapFact(part.string('signing_status', { value: 'SIGNING', source }), (status) => status === 'SIGNING'),
            ),
      },
    };
  },
});

function stated(zone: Resource, links: ReturnType<typeof linked>, read: (part: Reader) => Fact<boolean>) {
  if (links.parts.length === 0 && links.maybe.length > 0 && links.reason) return unknownFact(links.reason, zone.at);
  return some(
    links.parts.map((part) => read(reader(part))),
    known(false, zone.at),
  );
}
