/** Constructs that make nothing that a rule looks at, by service. */
const quiet: { readonly [service: string]: RegExp } = {
  codepipeline: /^Artifact$/,
  cognito: /^(?:UserPool(?:Client|Domain|Group|ResourceServer)|\w*Attribute)$/,
  efs: /^AccessPoint$/,
  events: /^(?:EventBus|EventField|Connection|ApiDestination)$/,
  logs: /^(?:SubscriptionFilter|LogStream|QueryDefinition|FilterPattern|ResourcePolicy)$/,
  apigateway:
    /^(?:Resource|Model|RequestValidator|UsagePlan|ApiKey|Deployment|BasePathMapping|GatewayResponse|\w*(?:Authorizer|Integration))$/,
  apigatewayv2: /^\w*(?:Authorizer|Integration|ApiMapping)$/,
  cloudfront: /(?:Origin|Policy|Function|Identity|KeyGroup|PublicKey|Control)/,
  cloudwatch: /^(?:Dashboard|\w*Widget|Metric|MathExpression)$/,
  ec2: /^(?:BastionHostLinux|Port|Peer|\w*(?:Subnet|Endpoint|KeyPair|Gateway|Eip)\w*)$/,
  ecs: /(?:Volume|CapacityProvider)|^ContainerDefinition$/,
  // What they are made of is made in composites.ts.
  'ecs-patterns':
    /^(?:(?:Application|Network)LoadBalanced|QueueProcessing)(?:Fargate|Ec2)Service$|^Scheduled(?:Fargate|Ec2)Task$/,
  iam: /^(?:InstanceProfile|ServiceLinkedRole|Grant)$/,
  kms: /^Alias$/,
  lambda: /^(?:CodeSigningConfig|EventInvokeConfig|LayerVersion|EventSourceMapping|Alias|Version)$/,
  rds: /^(?:SubnetGroup|OptionGroup|DatabaseSecret)$/,
  route53: /Record/,
  sns: /^Subscription$/,
  stepfunctions: /./,
};

/** Modules of the library of which no part makes a resource that is looked at. */
const modules =
  /^(?:apigatewayv2-\w+|cloudfront-origins|chatbot|cloudwatch-actions|codepipeline-actions|applicationautoscaling|servicediscovery|scheduler|scheduler-targets|ecr-assets|events-targets|lambda-destinations|lambda-event-sources|route53-targets|s3-assets|s3-deployment|s3-notifications|sns-subscriptions|stepfunctions-tasks)$/;

export function isQuiet(name: string): boolean {
  const [service = '', construct = ''] = name.split('.');
  return modules.test(service) || (Object.hasOwn(quiet, service) && quiet[service]!.test(construct));
}
