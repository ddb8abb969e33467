import { allOf, anyOf, byDefault, known, mapFact, notApplicable, unknownFact, type Fact } from '../../model/fact.ts';
import { linked, subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Reader } from '../read.ts';
import { isNamed } from '../stated.ts';

const withVersion = notApplicable('its ciphers come with the version or the policy that is judged');
const elsewhere = notApplicable('it is a setting of load balancers and their groups of targets');
const required = { reason: { code: 'does-not-exist', settledBy: 'the policy for protocols of viewers' } } as const;

const distributions = mapping({
  kind: 'traffic-entry',
  dialect: 'terraform',
  types: ['aws_cloudfront_distribution'],
  map: (distribution) => {
    const stated = reader(distribution);
    const behaviours = [
      ...stated.blocks('default_cache_behavior').items,
      ...stated.blocks('ordered_cache_behavior').items,
    ];
    const [first, ...rest] = behaviours.map((one) =>
      mapFact(one.string('viewer_protocol_policy', required), (policy) => policy !== 'allow-all'),
    );
    // The second generation of logs is delivered by resources of its own.
    const delivered = linked(distribution, ['aws_cloudwatch_log_delivery_source'], 'resource_arn');
    return {
      kind: 'traffic-entry',
      provider: 'aws',
      ...subjectOf(distribution, delivered.parts),
      traits: {
        dropsInvalidHeaders: elsewhere,
        usesEveryZone: elsewhere,
        encryptedBehind: elsewhere,
        encryptedOnEntry: first
          ? allOf(first, ...rest)
          : unknownFact({ code: 'does-not-exist', settledBy: 'a default_cache_behavior' }, distribution.at),
        filtered: isNamed(stated, 'web_acl_id'),
        weakCiphersAccepted: withVersion,
        minimumTlsVersion: viewerTls(stated),
        accessLogged: anyOf(
          stated.has('logging_config'),
          known(delivered.parts.length > 0, delivered.parts[0]?.at ?? distribution.at),
        ),
      },
    };
  },
});

// https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ViewerCertificate.html
const source = 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ViewerCertificate.html';

function viewerTls(distribution: Reader): Fact<string> {
  const standard = distribution.optionalBool('viewer_certificate.cloudfront_default_certificate');
  if (!standard.known) return standard;
  // With the certificate of the service the version can't be chosen.
  if (standard.value) return byDefault('1.0', standard.at, source, standard.via);
  return mapFact(
    distribution.string('viewer_certificate.minimum_protocol_version', { value: 'TLSv1', source }),
    (name) => /^TLSv(1(?:\.\d)?)/.exec(name)?.[1]?.replace(/^1$/, '1.0') ?? name,
  );
}

const stages = mapping({
  kind: 'traffic-entry',
  dialect: 'terraform',
  types: ['aws_api_gateway_stage', 'aws_apigatewayv2_stage'],
  map: (stage) => ({
    kind: 'traffic-entry',
    provider: 'aws',
    ...subjectOf(stage),
    traits: {
      dropsInvalidHeaders: elsewhere,
      usesEveryZone: elsewhere,
      encryptedBehind: elsewhere,
      encryptedOnEntry: byDefault(
        true,
        stage.at,
        'https://docs.aws.amazon.com/apigateway/latest/developerguide/data-protection-encryption.html',
      ),
      filtered: notApplicable('which firewall an API has is a matter of its kind and of what stands before it'),
      weakCiphersAccepted: withVersion,
      minimumTlsVersion: notApplicable('the domain name of the API says so'),
      accessLogged: reader(stage).has('access_log_settings'),
    },
  }),
});

const domains = mapping({
  kind: 'traffic-entry',
  dialect: 'terraform',
  types: ['aws_api_gateway_domain_name', 'aws_apigatewayv2_domain_name'],
  map: (domain) => {
    const stated = reader(domain);
    const isSecond = domain.type === 'aws_apigatewayv2_domain_name';
    const policy = isSecond
      ? stated.string('domain_name_configuration.security_policy', required)
      : stated.string('security_policy', {
          reason: {
            code: 'default-depends-on-account',
            subject: 'security_policy',
            settledBy: 'security_policy = "TLS_1_2"',
          },
        });
    return {
      kind: 'traffic-entry',
      provider: 'aws',
      ...subjectOf(domain),
      traits: {
        dropsInvalidHeaders: elsewhere,
        usesEveryZone: elsewhere,
        encryptedBehind: elsewhere,
        encryptedOnEntry: notApplicable('its stages say so'),
        filtered: notApplicable('its stages say so'),
        weakCiphersAccepted: withVersion,
        minimumTlsVersion: mapFact(policy, (name) => /TLS_?(1)_?(\d)/.exec(name)?.slice(1).join('.') ?? name),
        accessLogged: notApplicable('its stages say so'),
      },
    };
  },
});

export default [distributions, stages, domains];
