import { text, unknown, whyUnknown, type Instance, type Item } from '../../programs/items.ts';
import { choice, constant, named, newOf, type Construct, type Stated } from '../construct.ts';
import { policyOf } from '../policy.ts';
import type { Services } from './service.ts';

/** https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_apigateway.RestApi.html: a stage "prod" where nothing is written. */
function restApi(construct: Construct): Stated[] {
  const types = construct.get('endpointTypes');
  const policy = construct.get('policy');
  const deploy = construct.get('deploy');
  const domain = construct.get('domainName');
  return [
    construct.itself('AWS::ApiGateway::RestApi', {
      Name: construct.get('restApiName'),
      EndpointConfiguration: types && construct.object({ Types: listOfNames(construct, types) }, types.at),
      Policy: policy && policyOf(policy),
    }),
    ...(deploy?.type === 'bool' && !deploy.value ? [] : [apiStage(construct)]),
    ...(domain ? [apiDomain(construct, construct.with(domain), 'CustomDomain')] : []),
    ...construct
      .told('addDomainName')
      .map(({ args: [id, props] }) =>
        apiDomain(construct, construct.with(props), id?.type === 'string' ? id.value : 'CustomDomain'),
      ),
  ];
}

const listOfNames = (construct: Construct, item: Item): Item =>
  item.type === 'list'
    ? construct.list(
        item.items.map((one) => named(one) ?? one),
        item.at,
        item.reason,
      )
    : item;

function apiStage(construct: Construct): Stated {
  const options = construct.with(construct.get('deployOptions'));
  const name = options.get('stageName');
  const logs = options.get('accessLogDestination');
  const level = named(options.get('loggingLevel'));
  const setting = {
    HttpMethod: construct.text('*'),
    ResourcePath: construct.text('/*'),
    LoggingLevel: level,
    MetricsEnabled: options.get('metricsEnabled'),
    DataTraceEnabled: options.get('dataTraceEnabled'),
    CachingEnabled: options.get('cachingEnabled'),
    CacheDataEncrypted: options.get('cacheDataEncrypted'),
  };
  const { HttpMethod: _method, ResourcePath: _path, ...rest } = setting;
  return construct.further(
    'AWS::ApiGateway::Stage',
    `DeploymentStage.${name?.type === 'string' ? name.value : 'prod'}`,
    {
      RestApiId: construct.instance,
      StageName: name ?? construct.text('prod'),
      TracingEnabled: options.get('tracingEnabled'),
      CacheClusterEnabled: options.get('cacheClusterEnabled'),
      ClientCertificateId: options.get('clientCertificateId'),
      AccessLogSetting:
        logs &&
        construct.object({ DestinationArn: newOf(logs)?.args[0] ?? unknown(whyUnknown(logs), logs.at) }, logs.at),
      MethodSettings: Object.values(rest).some(Boolean) ? construct.list([construct.object(setting)]) : undefined,
    },
  );
}

const apiDomain = (construct: Construct, options: Construct, suffix: string): Stated =>
  construct.further('AWS::ApiGateway::DomainName', suffix, {
    DomainName: options.get('domainName'),
    SecurityPolicy: named(options.get('securityPolicy')),
  });

const domainName = (construct: Construct): Stated[] => [
  construct.itself('AWS::ApiGateway::DomainName', {
    DomainName: construct.get('domainName'),
    SecurityPolicy: named(construct.get('securityPolicy')),
  }),
];

/** How a class asks who calls. */
const asking: { readonly [authorizer: string]: string } = {
  TokenAuthorizer: 'CUSTOM',
  RequestAuthorizer: 'CUSTOM',
  CognitoUserPoolsAuthorizer: 'COGNITO_USER_POOLS',
  HttpIamAuthorizer: 'AWS_IAM',
  HttpJwtAuthorizer: 'JWT',
  HttpUserPoolAuthorizer: 'JWT',
  HttpLambdaAuthorizer: 'CUSTOM',
  HttpNoneAuthorizer: 'NONE',
  WebSocketIamAuthorizer: 'AWS_IAM',
  WebSocketLambdaAuthorizer: 'CUSTOM',
};

function askedBy(item: Item): Item {
  const made = newOf(item);
  const kind = made && asking[made.name.split('.').at(-1) ?? ''];
  return kind === undefined ? unknown(whyUnknown(item), item.at) : text(kind, item.at);
}

/** What is written for a method, else for what it hangs under. */
function inherited(construct: Construct, name: string): Item | undefined {
  const own = construct.get(name);
  if (own) return own;
  for (let above: Instance | undefined = construct.instance.parent; above; above = above.parent) {
    const props = above.args[2];
    const shared = props?.type === 'object' ? props.entries.get('defaultMethodOptions') : undefined;
    const found = shared && construct.with(shared).get(name);
    if (found) return found;
  }
  return undefined;
}

const method = (construct: Construct): Stated[] => {
  const authorizer = inherited(construct, 'authorizer');
  return [
    construct.itself('AWS::ApiGateway::Method', {
      HttpMethod: construct.get('httpMethod'),
      RestApiId: construct.get('restApi'),
      AuthorizationType:
        choice(inherited(construct, 'authorizationType'), {
          NONE: 'NONE',
          IAM: 'AWS_IAM',
          CUSTOM: 'CUSTOM',
          COGNITO: 'COGNITO_USER_POOLS',
        }) ?? (authorizer ? askedBy(authorizer) : construct.text('NONE')),
      ApiKeyRequired: inherited(construct, 'apiKeyRequired'),
    }),
  ];
};

/** https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_apigatewayv2.HttpApi.html: a stage "$default" where nothing is written. */
function httpApi(construct: Construct): Stated[] {
  const stage = construct.get('createDefaultStage');
  const fallback = construct.get('defaultAuthorizer');
  const route = (path: string, key: string, authorizer: Item | undefined, at = construct.at): Stated =>
    construct.further(
      'AWS::ApiGatewayV2::Route',
      path,
      {
        ApiId: construct.instance,
        RouteKey: text(key, at),
        AuthorizationType: authorizer ? askedBy(authorizer) : text('NONE', at),
      },
      at,
    );
  return [
    construct.itself('AWS::ApiGatewayV2::Api', {
      Name: construct.get('apiName'),
      ProtocolType: construct.text('HTTP'),
    }),
    ...(stage?.type === 'bool' && !stage.value
      ? []
      : [
          construct.further('AWS::ApiGatewayV2::Stage', 'DefaultStage', {
            ApiId: construct.instance,
            StageName: construct.text('$default'),
            AutoDeploy: construct.bool(true),
          }),
        ]),
    ...(construct.get('defaultIntegration') ? [route('DefaultRoute', '$default', fallback)] : []),
    ...construct.told('addRoutes').flatMap(({ args: [props], at }) => {
      const own = construct.with(props);
      const path = own.get('path');
      const shown = path?.type === 'string' ? path.value : '/…';
      const methods = own.get('methods');
      const verbs = methods?.type === 'list' ? methods.items.map((item) => constant(item) ?? '…') : ['ANY'];
      return verbs.map((verb) =>
        route(`${verb}-${shown.replaceAll('/', '-')}`, `${verb} ${shown}`, own.get('authorizer') ?? fallback, at),
      );
    }),
  ];
}

function webSocketApi(construct: Construct): Stated[] {
  const given = ['connect', 'disconnect', 'default'].flatMap((name) => {
    const options = construct.get(`${name}RouteOptions`);
    return options ? [{ key: `$${name}`, own: construct.with(options), at: construct.at }] : [];
  });
  const added = construct.told('addRoute').map(({ args: [key, props], at }) => ({
    key: key?.type === 'string' ? key.value : '…',
    own: construct.with(props),
    at,
  }));
  return [
    construct.itself('AWS::ApiGatewayV2::Api', { ProtocolType: construct.text('WEBSOCKET') }),
    ...[...given, ...added].map(({ key, own, at }): Stated => {
      const authorizer = own.get('authorizer');
      return construct.further(
        'AWS::ApiGatewayV2::Route',
        `${key}-Route`,
        {
          ApiId: construct.instance,
          RouteKey: text(key, at),
          AuthorizationType: authorizer ? askedBy(authorizer) : text('NONE', at),
        },
        at,
      );
    }),
  ];
}

const stage = (construct: Construct): Stated[] => {
  const logs = construct.get('accessLogSettings');
  return [
    construct.itself('AWS::ApiGatewayV2::Stage', {
      ApiId: construct.get('httpApi') ?? construct.get('webSocketApi'),
      StageName: construct.get('stageName'),
      AccessLogSettings: logs && construct.object({ DestinationArn: unknown(whyUnknown(logs), logs.at) }, logs.at),
    }),
  ];
};

const newDomainName = (construct: Construct): Stated[] => [
  construct.itself('AWS::ApiGatewayV2::DomainName', {
    DomainName: construct.get('domainName'),
    DomainNameConfigurations: construct.list([
      construct.object({
        CertificateArn: construct.get('certificate'),
        SecurityPolicy: named(construct.get('securityPolicy')),
      }),
    ]),
  }),
];

export const interfaces: Services = {
  'apigateway.RestApi': restApi,
  'apigateway.LambdaRestApi': restApi,
  'apigateway.SpecRestApi': restApi,
  'apigateway.Method': method,
  'apigateway.DomainName': domainName,
  'apigatewayv2.HttpApi': httpApi,
  'apigatewayv2.WebSocketApi': webSocketApi,
  'apigatewayv2.HttpStage': stage,
  'apigatewayv2.WebSocketStage': stage,
  'apigatewayv2.DomainName': newDomainName,
};
