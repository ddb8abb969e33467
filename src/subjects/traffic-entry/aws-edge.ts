import type { Resource } from '../../dialects/dialect.ts';
import {
  type NotApplicable,
  allOf,
  anyOf,
  byDefault,
  known,
  mapFact,
  notApplicable,
  unknownFact,
  type Fact,
} from '../../model/fact.ts';
import { linked, subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Reader } from '../read.ts';
import { fromParts, isNamed } from '../stated.ts';
import { traitsOfPart } from '../traits-of-part.ts';

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
        deletionProtected: notApplicable('it has no switch against deletion'),
        cacheEncrypted: notApplicable('what it keeps is encrypted by the service'),
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
      deletionProtected: notApplicable('it has no switch against deletion'),
      cacheEncrypted: notApplicable('what it keeps is encrypted by the service'),
      dropsInvalidHeaders: elsewhere,
      usesEveryZone: elsewhere,
      encryptedBehind: elsewhere,
      encryptedOnEntry: byDefault(
        true,
        stage.at,
        'https://docs.aws.amazon.com/apigateway/latest/developerguide/data-protection-encryption.html',
      ),
      weakCiphersAccepted: withVersion,
      filtered: stageFiltered(stage),
      minimumTlsVersion: notApplicable('the domain name of the API says so'),
      accessLogged: reader(stage).has('access_log_settings'),
    },
  }),
});

/** Only stages of REST APIs can have a firewall of their own; private APIs are reached from inside. */
function stageFiltered(stage: Resource): Fact<boolean> | NotApplicable {
  if (stage.type !== 'aws_api_gateway_stage')
    return notApplicable('an HTTP or WebSocket API can’t have such a firewall');
  const api = (reader(stage).value('rest_api_id')?.references ?? [])
    .flatMap(({ address }) => stage.program.find(address))
    .find(({ type }) => type === 'aws_api_gateway_rest_api');
  const kinds = api ? reader(api).strings('endpoint_configuration.types').items : [];
  if (kinds.length > 0 && kinds.every((kind) => kind.known && kind.value === 'PRIVATE'))
    return notApplicable('only networks of one’s own reach the API');
  const types = ['aws_wafv2_web_acl_association', 'aws_wafregional_web_acl_association'];
  return fromParts(stage, types, 'resource_arn', ['arn'], (part) => known(true, part.at), known(false, stage.at));
}

/** Answers of an API that are kept for a while, by method or for all of them. */
const methodSettings = mapping({
  kind: 'traffic-entry',
  dialect: 'terraform',
  types: ['aws_api_gateway_method_settings'],
  map: (settings) => {
    const stated = reader(settings);
    const page =
      'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_method_settings';
    const no = { value: false, source: page };
    const keeps = stated.bool('settings.caching_enabled', no);
    return {
      kind: 'traffic-entry',
      provider: 'aws',
      ...subjectOf(settings),
      traits: traitsOfPart('traffic-entry', 'the stage decides it', {
        cacheEncrypted:
          keeps.known && !keeps.value
            ? notApplicable('answers are not kept')
            : stated.bool('settings.cache_data_encrypted', no),
      }),
    };
  },
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
        deletionProtected: notApplicable('it has no switch against deletion'),
        cacheEncrypted: notApplicable('what it keeps is encrypted by the service'),
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

export default [distributions, stages, methodSettings, domains];
