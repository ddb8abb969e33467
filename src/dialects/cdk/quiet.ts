/** Constructs that make nothing that a rule looks at, by service. */
const quiet: { readonly [service: string]: RegExp } = {
  apigateway:
    /^(?:Resource|Model|RequestValidator|UsagePlan|ApiKey|Deployment|BasePathMapping|GatewayResponse|\w*(?:Authorizer|Integration))$/,
  apigatewayv2: /^\w*(?:Authorizer|Integration|ApiMapping)$/,
  cloudfront: /(?:Origin|Policy|Function|Identity|KeyGroup|PublicKey|Control)/,
  cloudwatch: /^(?:Dashboard|\w*Widget|Metric|MathExpression)$/,
  ec2: /^(?:BastionHostLinux|Port|Peer|\w*(?:Subnet|Endpoint|KeyPair|Gateway|Eip)\w*)$/,
  ecs: /(?:Volume|CapacityProvider)/,
  // What they are made of is made in composites.ts.
  'ecs-patterns':
    /^(?:(?:Application|Network)LoadBalanced|QueueProcessing)(?:Fargate|Ec2)Service$|^Scheduled(?:Fargate|Ec2)Task$/,
  iam: /^InstanceProfile$/,
  kms: /^Alias$/,
  lambda: /^(?:LayerVersion|EventSourceMapping|Alias|Version)$/,
  rds: /^(?:SubnetGroup|OptionGroup|DatabaseSecret)$/,
  route53: /Record/,
  sns: /^Subscription$/,
  stepfunctions: /./,
};

/** Modules of the library of which no part makes a resource that is looked at. */
const modules =
  /^(?:apigatewayv2-\w+|cloudfront-origins|cloudwatch-actions|ecr-assets|events-targets|lambda-destinations|lambda-event-sources|route53-targets|s3-assets|s3-deployment|s3-notifications|sns-subscriptions|stepfunctions-tasks)$/;

export function isQuiet(name: string): boolean {
  const [service = '', construct = ''] = name.split('.');
  return modules.test(service) || (Object.hasOwn(quiet, service) && quiet[service]!.test(construct));
}
