import type { Value } from '../../../model/value.ts';
import type { Body } from '../body.ts';
import { object } from '../values.ts';
import { itemsAt, split, type Part, type Terms } from './term.ts';

/** What SAM's short resources stand for: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-resources-and-properties.html */
export const serverless: Terms = {
  'AWS::Serverless::Function': {
    type: 'aws_lambda_function',
    edit: (body) =>
      void body
        .copy('dead_letter_queue', 'dead_letter_config')
        .copy('tracing', 'tracing_config.mode')
        .copy('image_uri', 'image_uri'),
    parts: (body, owner) => [
      ...split(body, 'function_url_config', 'aws_lambda_function_url', 'function_name', owner).map((part) => ({
        ...part,
        entries: { function_name: owner, authorization_type: body.get('function_url_config.auth_type') },
      })),
      ...entries(body),
      ...itemsAt(body, 'policies').flatMap((stated, i): Part[] =>
        stated.type === 'object' && stated.entries.has('statement')
          ? [
              {
                type: 'aws_iam_role_policy',
                property: `policies[${i}]`,
                stated,
                entries: { policy: policyOfFunction(stated) },
              },
            ]
          : stated.type === 'string' || stated.type === 'unknown'
            ? [
                {
                  type: 'aws_iam_role_policy_attachment',
                  property: `policies[${i}]`,
                  stated,
                  entries: { policy_arn: managed(stated) },
                },
              ]
            : [],
      ),
    ],
  },
  'AWS::Serverless::Api': {
    type: 'aws_api_gateway_stage',
    edit: (body) =>
      void body.copy('access_log_setting', 'access_log_settings').copy('tracing_enabled', 'xray_tracing_enabled'),
    parts: (body) => domain(body, 'aws_api_gateway_domain_name'),
  },
  'AWS::Serverless::HttpApi': {
    type: 'aws_apigatewayv2_stage',
    parts: (body) => domain(body, 'aws_apigatewayv2_domain_name'),
  },
  'AWS::Serverless::SimpleTable': {
    type: 'aws_dynamodb_table',
    edit: (body) =>
      void body
        .copy('sse_specification.sse_enabled', 'server_side_encryption.enabled')
        .copy('point_in_time_recovery_specification.point_in_time_recovery_enabled', 'point_in_time_recovery.enabled'),
  },
};

/** The ways in that a function states: methods of an interface, routes of one by HTTP. */
function entries(body: Body): Part[] {
  const events = body.get('events');
  if (events?.type !== 'object') return [];
  return [...events.entries].flatMap(([name, event]): Part[] => {
    if (event.type !== 'object') return [];
    const type = event.entries.get('type');
    const stated = event.entries.get('properties');
    if (type?.type !== 'string' || !/^(?:Api|HttpApi)$/.test(type.value)) return [];
    const own = stated?.type === 'object' ? stated.entries : new Map<string, Value>();
    const auth = own.get('auth');
    const asked = auth?.type === 'object' ? auth.entries : new Map<string, Value>();
    const authorizer = asked.get('authorizer') ?? (auth?.type === 'unknown' ? auth : undefined);
    const kind = authorizer && kindOf(authorizer);
    const http = type.value === 'HttpApi';
    return [
      {
        type: http ? 'aws_apigatewayv2_route' : 'aws_api_gateway_method',
        property: `events.${name}`,
        stated: event,
        entries: http
          ? { route_key: own.get('path'), authorization_type: kind ?? unsaid(event) }
          : {
              http_method: own.get('method'),
              authorization: kind ?? unsaid(event),
              api_key_required: asked.get('api_key_required'),
            },
      },
    ];
  });
}

/** Without a word of the event it is as the interface says, which is a resource of its own. */
const unsaid = (event: Value): Value => ({
  type: 'unknown',
  reason: {
    code: 'not-evaluated',
    subject: 'the authorizer of the interface',
    settledBy: 'an authorizer, written at the event',
  },
  at: event.at,
  via: [],
});

const kindOf = (authorizer: Value): Value =>
  authorizer.type !== 'string' || /^(?:NONE|AWS_IAM)$/.test(authorizer.value)
    ? authorizer
    : { ...authorizer, value: 'CUSTOM' };

/** Names under which an interface can be reached, with the oldest version of TLS that they take. */
const domain = (body: Body, type: string): Part[] => {
  const stated = body.get('domain');
  if (stated?.type !== 'object') return [];
  const policy = stated.entries.get('security_policy');
  return [
    {
      type,
      property: 'domain',
      stated,
      entries:
        type === 'aws_api_gateway_domain_name'
          ? { domain_name: stated.entries.get('domain_name'), security_policy: policy }
          : {
              domain_name: stated.entries.get('domain_name'),
              domain_name_configuration: object(
                new Map<string, Value>(policy ? [['security_policy', policy]] : []),
                stated.at,
              ),
            },
    },
  ];
};

/** A managed policy may be named without the beginning of its ARN. */
const managed = (value: Value): Value =>
  value.type === 'string' && !value.value.startsWith('arn:')
    ? { ...value, value: `arn:aws:iam::aws:policy/${value.value}` }
    : value;

/** A policy that is written at a function has its version and its statements only. */
const policyOfFunction = (value: Value): Value | undefined => {
  const statement = value.type === 'object' ? value.entries.get('statement') : undefined;
  return statement && object(new Map([['Statement', statement]]), value.at);
};
