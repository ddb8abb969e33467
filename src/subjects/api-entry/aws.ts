import type { Resource } from '../../dialects/dialect.ts';
import { allOf, anyOf, known, mapFact, not, notApplicable, type Fact, type NotApplicable } from '../../model/fact.ts';
import { letsEveryoneIn, policyOf } from '../aws-policy.ts';
import { linked, subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, referencesIn } from '../read.ts';

const docs = 'https://docs.aws.amazon.com/apigateway/latest/developerguide';
const required = { reason: { code: 'not-in-repository', settledBy: 'the authorization that is asked for' } } as const;

const methods = mapping({
  kind: 'api-entry',
  dialect: 'terraform',
  types: ['aws_api_gateway_method'],
  map: (method) => ({
    kind: 'api-entry',
    provider: 'aws',
    ...subjectOf(method),
    traits: { asksWhoCalls: methodAsks(method) },
  }),
});

function methodAsks(method: Resource): Fact<boolean> | NotApplicable {
  const stated = reader(method);
  const verb = stated.optionalString('http_method');
  if (verb.known && verb.value === 'OPTIONS')
    return notApplicable('a browser asks for the rules of other origins before it signs in');
  const api = (stated.value('rest_api_id')?.references ?? [])
    .flatMap(({ address }) => method.program.find(address))
    .find(({ type }) => type === 'aws_api_gateway_rest_api');
  const authorized = mapFact(stated.string('authorization', required), (kind) => kind.toUpperCase() !== 'NONE');
  const key = stated.bool('api_key_required', {
    value: false,
    source: `${docs}/api-gateway-setup-api-key-with-restapi.html`,
  });
  const asks = anyOf(authorized, key);
  if (!api) return asks;
  const types = reader(api).strings('endpoint_configuration.types').items;
  if (types.length > 0 && types.every((type) => type.known && type.value === 'PRIVATE'))
    return notApplicable('only networks of one’s own reach the API');
  const [first, ...rest] = policiesOf(api).map((policy) => not(letsEveryoneIn(policy)));
  return first ? anyOf(asks, allOf(first, ...rest)) : asks;
}

const policiesOf = (api: Resource) =>
  [api, ...linked(api, ['aws_api_gateway_rest_api_policy'], 'rest_api_id').parts].flatMap(
    (part) => policyOf(reader(part).value('policy')) ?? [],
  );

const routes = mapping({
  kind: 'api-entry',
  dialect: 'terraform',
  types: ['aws_apigatewayv2_route'],
  map: (route) => {
    const stated = reader(route);
    const key = stated.optionalString('route_key');
    const later = key.known && (key.value?.startsWith('OPTIONS ') || isMessage(key.value ?? '', route));
    const kind = stated.string('authorization_type', {
      value: 'NONE',
      source: `${docs}/http-api-access-control.html`,
    });
    return {
      kind: 'api-entry',
      provider: 'aws',
      ...subjectOf(route),
      traits: {
        asksWhoCalls: later
          ? notApplicable('who calls was or will be asked by another request')
          : mapFact(kind, (name) => name.toUpperCase() !== 'NONE'),
      },
    };
  },
});

/** A web socket asks when it is opened, not for each message. Routes of HTTP name a path, and both know a default. */
function isMessage(key: string, route: Resource): boolean {
  if (key !== '$default') return key !== '$connect' && !key.includes('/');
  return referencesIn(route.body.entries.get('api_id')).some(({ address }) =>
    route.program.find(address).some((api) => {
      const protocol = reader(api).optionalString('protocol_type');
      return protocol.known && protocol.value === 'WEBSOCKET';
    }),
  );
}

const addresses = mapping({
  kind: 'api-entry',
  dialect: 'terraform',
  types: ['aws_lambda_function_url'],
  map: (address) => ({
    kind: 'api-entry',
    provider: 'aws',
    ...subjectOf(address),
    traits: {
      asksWhoCalls: mapFact(
        reader(address).string('authorization_type', required),
        (kind) => kind.toUpperCase() !== 'NONE',
      ),
    },
  }),
});

const permissions = mapping({
  kind: 'api-entry',
  dialect: 'terraform',
  types: ['aws_lambda_permission'],
  map: (permission) => {
    const stated = reader(permission);
    const everyone = mapFact(stated.string('principal', required), (name) => name === '*');
    // Another service of the platform calls on behalf of what is named elsewhere: no door to the outside.
    if (everyone.known && !everyone.value) return undefined;
    const bound = ['source_account', 'source_arn', 'principal_org_id'].some((name) => stated.value(name) !== undefined);
    return {
      kind: 'api-entry',
      provider: 'aws',
      ...subjectOf(permission),
      traits: { asksWhoCalls: bound ? known(true, permission.at) : not(everyone) },
    };
  },
});

export default [methods, routes, addresses, permissions];
