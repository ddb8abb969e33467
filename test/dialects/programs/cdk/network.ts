import * as cdk from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as integrations from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import * as authorizers from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as origins from 'aws-cdk-lib/aws-cloudfront-origins';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elb from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as route53 from 'aws-cdk-lib/aws-route53';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as wafv2 from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';

class Network extends cdk.Stack {
  constructor(scope: Construct, id: string) {
    super(scope, id, { env: { account: '111111111111', region: 'us-east-1' } });
    new ec2.Vpc(this, 'PlainVpc', { maxAzs: 2, natGateways: 1 });
    const vpc = new ec2.Vpc(this, 'Vpc', {
      ipAddresses: ec2.IpAddresses.cidr('10.0.0.0/16'),
      maxAzs: 2,
      natGateways: 1,
      restrictDefaultSecurityGroup: true,
      subnetConfiguration: [
        { name: 'edge', subnetType: ec2.SubnetType.PUBLIC, mapPublicIpOnLaunch: false },
        { name: 'app', subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS },
        { name: 'data', subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
      ],
    });
    vpc.addFlowLog('FlowLog', { trafficType: ec2.FlowLogTrafficType.REJECT });
    vpc.addGatewayEndpoint('S3', { service: ec2.GatewayVpcEndpointAwsService.S3 });
    vpc.addInterfaceEndpoint('Secrets', { service: ec2.InterfaceVpcEndpointAwsService.SECRETS_MANAGER });
    new ec2.Vpc(this, 'Logged', {
      maxAzs: 1,
      natGateways: 0,
      flowLogs: { All: { destination: ec2.FlowLogDestination.toCloudWatchLogs() } },
    });
    new ec2.FlowLog(this, 'PlainFlow', { resourceType: ec2.FlowLogResourceType.fromVpc(vpc) });

    new ec2.SecurityGroup(this, 'PlainGroup', { vpc });
    const closed = new ec2.SecurityGroup(this, 'Closed', { vpc, description: 'nothing out', allowAllOutbound: false });
    const web = new ec2.SecurityGroup(this, 'Web', { vpc, securityGroupName: 'web', allowAllOutbound: false });
    web.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(443), 'the public');
    web.addIngressRule(ec2.Peer.anyIpv6(), ec2.Port.tcp(22));
    web.addIngressRule(ec2.Peer.ipv4('10.0.0.0/8'), ec2.Port.tcpRange(8000, 8100), 'offices');
    web.addIngressRule(closed, ec2.Port.allTcp(), 'from closed');
    web.addEgressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(443), 'to the web');
    const wide = new ec2.SecurityGroup(this, 'Wide', { vpc });
    wide.connections.allowFromAnyIpv4(ec2.Port.allTraffic(), 'everything');
    wide.connections.allowInternally(ec2.Port.tcp(9000), 'each other');
    wide.addEgressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(443), 'ignored');

    const acl = new ec2.NetworkAcl(this, 'Acl', { vpc });
    acl.addEntry('Ssh', {
      cidr: ec2.AclCidr.anyIpv4(),
      ruleNumber: 100,
      traffic: ec2.AclTraffic.tcpPort(22),
      direction: ec2.TrafficDirection.INGRESS,
    });
    acl.addEntry('Out', {
      cidr: ec2.AclCidr.ipv4('10.0.0.0/8'),
      ruleNumber: 100,
      traffic: ec2.AclTraffic.allTraffic(),
      direction: ec2.TrafficDirection.EGRESS,
      ruleAction: ec2.Action.DENY,
    });

    const bucket = new s3.Bucket(this, 'Bucket', { blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL });
    const zone = new route53.PublicHostedZone(this, 'Zone', { zoneName: 'example.com' });
    new route53.HostedZone(this, 'LoggedZone', {
      zoneName: 'example.org',
      queryLogsLogGroupArn: 'arn:aws:logs:us-east-1:111111111111:log-group:dns',
    });
    new route53.PrivateHostedZone(this, 'Private', { zoneName: 'internal', vpc });
    new route53.ARecord(this, 'Record', { zone, target: route53.RecordTarget.fromIpAddresses('192.0.2.1') });
    const certificate = new acm.Certificate(this, 'Certificate', {
      domainName: 'example.com',
      validation: acm.CertificateValidation.fromDns(zone),
    });
    new acm.Certificate(this, 'Hidden', { domainName: 'a.example.com', transparencyLoggingEnabled: false });

    new elb.ApplicationLoadBalancer(this, 'PlainBalancer', { vpc });
    const balancer = new elb.ApplicationLoadBalancer(this, 'Balancer', {
      vpc,
      internetFacing: true,
      deletionProtection: true,
      dropInvalidHeaderFields: true,
      desyncMitigationMode: elb.DesyncMitigationMode.STRICTEST,
    });
    balancer.logAccessLogs(bucket);
    balancer.addRedirect();
    const listener = balancer.addListener('Https', {
      port: 443,
      certificates: [certificate],
      sslPolicy: elb.SslPolicy.TLS13_RES,
    });
    listener.addTargets('App', {
      port: 8080,
      targets: [],
      protocol: elb.ApplicationProtocol.HTTP,
      healthCheck: { path: '/up' },
    });
    const plain = new elb.ApplicationLoadBalancer(this, 'Http', { vpc, internetFacing: true, securityGroup: web });
    plain.addListener('Web', { port: 80, open: false, defaultAction: elb.ListenerAction.fixedResponse(200) });
    plain.addListener('Old', {
      port: 8443,
      protocol: elb.ApplicationProtocol.HTTPS,
      certificates: [certificate],
      sslPolicy: elb.SslPolicy.LEGACY,
      defaultAction: elb.ListenerAction.fixedResponse(404),
    });
    plain.addListener('DefaultPolicy', {
      protocol: elb.ApplicationProtocol.HTTPS,
      certificates: [certificate],
      defaultAction: elb.ListenerAction.redirect({ protocol: 'HTTPS', port: '443', permanent: true }),
    });
    new elb.ApplicationTargetGroup(this, 'Targets', { vpc, port: 443 });
    const network = new elb.NetworkLoadBalancer(this, 'Nlb', { vpc, crossZoneEnabled: true });
    const group = new elb.NetworkTargetGroup(this, 'NetworkTargets', { vpc, port: 5432 });
    network.addListener('Tcp', { port: 5432, defaultTargetGroups: [group] });
    network.addListener('Tls', { port: 443, certificates: [certificate], defaultTargetGroups: [group] });

    const firewall = new wafv2.CfnWebACL(this, 'Firewall', {
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: { cloudWatchMetricsEnabled: true, metricName: 'm', sampledRequestsEnabled: true },
      rules: [],
    });
    new wafv2.CfnWebACLAssociation(this, 'Association', {
      resourceArn: balancer.loadBalancerArn,
      webAclArn: firewall.attrArn,
    });
    new cloudfront.Distribution(this, 'PlainSite', {
      defaultBehavior: { origin: new origins.HttpOrigin('example.org') },
    });
    new cloudfront.Distribution(this, 'Site', {
      defaultBehavior: {
        origin: origins.S3BucketOrigin.withOriginAccessControl(bucket),
        viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        responseHeadersPolicy: cloudfront.ResponseHeadersPolicy.SECURITY_HEADERS,
      },
      additionalBehaviors: {
        '/api/*': {
          origin: new origins.HttpOrigin('api.example.org', {
            protocolPolicy: cloudfront.OriginProtocolPolicy.HTTPS_ONLY,
          }),
          viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.ALLOW_ALL,
        },
      },
      certificate,
      domainNames: ['example.com'],
      minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
      enableLogging: true,
      webAclId: firewall.attrArn,
      defaultRootObject: 'index.html',
    });

    const api = new apigateway.RestApi(this, 'PlainApi');
    api.root.addMethod('GET');
    const accessLogs = new logs.LogGroup(this, 'ApiLogs');
    const own = new apigateway.RestApi(this, 'Api', {
      deployOptions: {
        tracingEnabled: true,
        loggingLevel: apigateway.MethodLoggingLevel.INFO,
        metricsEnabled: true,
        accessLogDestination: new apigateway.LogGroupLogDestination(accessLogs),
        cacheClusterEnabled: true,
        cachingEnabled: true,
        cacheDataEncrypted: true,
      },
      endpointTypes: [apigateway.EndpointType.REGIONAL],
      domainName: { domainName: 'api.example.com', certificate, securityPolicy: apigateway.SecurityPolicy.TLS_1_2 },
    });
    const orders = own.root.addResource('orders');
    orders.addMethod('GET', new apigateway.MockIntegration(), { authorizationType: apigateway.AuthorizationType.IAM });
    orders.addMethod('POST', new apigateway.MockIntegration(), { apiKeyRequired: true });
    new apigateway.LambdaRestApi(this, 'LambdaApi', {
      handler: new cdk.aws_lambda.Function(this, 'Handler', {
        runtime: cdk.aws_lambda.Runtime.NODEJS_22_X,
        handler: 'index.handler',
        code: cdk.aws_lambda.Code.fromInline('exports.handler = 1'),
      }),
    });
    const http = new apigatewayv2.HttpApi(this, 'HttpApi');
    http.addRoutes({
      path: '/open',
      methods: [apigatewayv2.HttpMethod.GET],
      integration: new integrations.HttpUrlIntegration('Open', 'https://example.com'),
    });
    http.addRoutes({
      path: '/closed',
      integration: new integrations.HttpUrlIntegration('Closed', 'https://example.com'),
      authorizer: new authorizers.HttpIamAuthorizer(),
    });
    const kubectlLayer = cdk.aws_lambda.LayerVersion.fromLayerVersionArn(
      this,
      'Kubectl',
      'arn:aws:lambda:eu-west-1:111111111111:layer:kubectl:1',
    );
    new cdk.aws_eks.Cluster(this, 'Narrow', {
      version: cdk.aws_eks.KubernetesVersion.V1_31,
      kubectlLayer,
      vpc,
      endpointAccess: cdk.aws_eks.EndpointAccess.PUBLIC_AND_PRIVATE.onlyFrom('192.0.2.0/24'),
      defaultCapacity: 0,
    });
    new apigatewayv2.DomainName(this, 'Domain', { domainName: 'http.example.com', certificate });
  }
}

new Network(new cdk.App(), 'Network');
