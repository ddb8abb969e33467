import type { Value } from '../../../model/value.ts';
import { byKey, each, is, listed, type Body } from '../body.ts';
import { as, itemsAt, type Part, type Terms } from './term.ts';

/** Rules inside of a group name one peer each, in a field of its own. */
const groupRule = each((rule) =>
  rule
    .copy('ip_protocol', 'protocol')
    .copy('cidr_ip', 'cidr_blocks', listed)
    .copy('cidr_ipv6', 'ipv6_cidr_blocks', listed)
    .copy('source_security_group_id', 'security_groups', listed)
    .copy('destination_security_group_id', 'security_groups', listed)
    .copy('source_prefix_list_id', 'prefix_list_ids', listed)
    .copy('destination_prefix_list_id', 'prefix_list_ids', listed),
);

const separateRule = (body: Body): void => {
  body
    .copy('cidr_ip', 'cidr_ipv4')
    .copy('group_id', 'security_group_id')
    .copy('source_security_group_id', 'referenced_security_group_id')
    .copy('destination_security_group_id', 'referenced_security_group_id')
    .copy('source_prefix_list_id', 'prefix_list_id')
    .copy('destination_prefix_list_id', 'prefix_list_id');
};

/** What load balancers are told by keys: https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html */
const balancerAttributes: Readonly<Record<string, string>> = {
  'access_logs.s3.enabled': 'access_logs.enabled',
  'access_logs.s3.bucket': 'access_logs.bucket',
  'deletion_protection.enabled': 'enable_deletion_protection',
  'routing.http.drop_invalid_header_fields.enabled': 'drop_invalid_header_fields',
  'routing.http.desync_mitigation_mode': 'desync_mitigation_mode',
  'load_balancing.cross_zone.enabled': 'enable_cross_zone_load_balancing',
};

const flowLogTargets: Readonly<Record<string, string>> = {
  VPC: 'vpc_id',
  Subnet: 'subnet_id',
  NetworkInterface: 'eni_id',
  TransitGateway: 'transit_gateway_id',
};

/** A security group without rules for what goes out lets everything out. */
export const network: Terms = {
  'AWS::EC2::VPC': as('aws_vpc'),
  'AWS::EC2::Subnet': as('aws_subnet'),
  // The CDK takes away the rules of the default group by a function of its own.
  'Custom::VpcRestrictDefaultSG': {
    type: 'aws_default_security_group',
    edit: (body) => void body.copy('default_security_group_id', 'vpc_id'),
  },
  'AWS::EC2::FlowLog': {
    type: 'aws_flow_log',
    edit: (body) => {
      const type = body.get('resource_type');
      const target = type?.type === 'string' ? flowLogTargets[type.value] : undefined;
      if (target) body.copy('resource_id', target);
    },
  },
  'AWS::EC2::SecurityGroup': {
    type: 'aws_security_group',
    edit: (body) =>
      void body
        .copy('group_name', 'name')
        .copy('group_description', 'description')
        .copy('security_group_ingress', 'ingress', groupRule)
        .copy('security_group_egress', 'egress', groupRule),
  },
  'AWS::EC2::SecurityGroupIngress': { type: 'aws_vpc_security_group_ingress_rule', edit: separateRule },
  'AWS::EC2::SecurityGroupEgress': { type: 'aws_vpc_security_group_egress_rule', edit: separateRule },
  'AWS::EC2::NetworkAcl': as('aws_network_acl'),
  'AWS::EC2::NetworkAclEntry': {
    type: 'aws_network_acl_rule',
    edit: (body) => void body.copy('port_range.from', 'from_port').copy('port_range.to', 'to_port'),
  },
  'AWS::EC2::TransitGateway': as('aws_ec2_transit_gateway'),
  'AWS::EC2::VPCEndpointService': as('aws_vpc_endpoint_service'),
  'AWS::Route53::HostedZone': {
    type: 'aws_route53_zone',
    edit: (body) => void body.copy('vpcs', 'vpc'),
    parts: (body, owner) =>
      body.get('query_logging_config')
        ? [
            {
              type: 'aws_route53_query_log',
              property: 'query_logging_config',
              stated: body.get('query_logging_config'),
              entries: { zone_id: owner },
            },
          ]
        : [],
  },
  'AWS::Route53::HealthCheck': as('aws_route53_health_check'),
  'AWS::Route53::DNSSEC': as('aws_route53_hosted_zone_dnssec'),
  'AWS::NetworkFirewall::LoggingConfiguration': as('aws_networkfirewall_logging_configuration'),
  'AWS::NetworkFirewall::Firewall': as('aws_networkfirewall_firewall'),
  'AWS::WAFv2::WebACL': as('aws_wafv2_web_acl'),
  'AWS::WAFv2::WebACLAssociation': as('aws_wafv2_web_acl_association'),
  'AWS::WAFv2::LoggingConfiguration': as('aws_wafv2_web_acl_logging_configuration'),
  'AWS::WAF::WebACL': as('aws_waf_web_acl'),
  'AWS::WAFRegional::WebACL': as('aws_wafregional_web_acl'),
  'AWS::WAFRegional::WebACLAssociation': as('aws_wafregional_web_acl_association'),
  'AWS::ElasticLoadBalancingV2::LoadBalancer': {
    type: 'aws_lb',
    edit: (body) => {
      body.copy('type', 'load_balancer_type').copy('scheme', 'internal', is('internal'));
      for (const [key, value] of byKey(body.get('load_balancer_attributes'))) {
        const name = balancerAttributes[key];
        if (name) body.set(name, value);
      }
    },
  },
  'AWS::ElasticLoadBalancingV2::Listener': {
    type: 'aws_lb_listener',
    edit: (body) =>
      void body.copy(
        'default_actions',
        'default_action',
        each((action) => action.copy('redirect_config', 'redirect').copy('fixed_response_config', 'fixed_response')),
      ),
  },
  'AWS::ElasticLoadBalancingV2::TargetGroup': {
    type: 'aws_lb_target_group',
    edit: (body) => {
      for (const name of ['enabled', 'path', 'port', 'protocol', 'interval_seconds', 'timeout_seconds'])
        body.copy(`health_check_${name}`, `health_check.${name}`);
    },
  },
  'AWS::ElasticLoadBalancing::LoadBalancer': {
    type: 'aws_elb',
    edit: (body) =>
      void body
        .copy('scheme', 'internal', is('internal'))
        .copy('cross_zone', 'cross_zone_load_balancing')
        .copy(
          'listeners',
          'listener',
          each((listener) => listener.copy('protocol', 'lb_protocol')),
        )
        .copy('access_logging_policy', 'access_logs'),
  },
  'AWS::CloudFront::Distribution': {
    type: 'aws_cloudfront_distribution',
    edit: (body) => {
      const config = body.get('distribution_config');
      if (config?.type !== 'object') return;
      for (const [key, value] of config.entries) body.set(key, value);
      body
        .copy('cache_behaviors', 'ordered_cache_behavior')
        .copy('logging', 'logging_config')
        .copy('origins', 'origin')
        .copy('origin_groups.items', 'origin_group')
        .copy(
          'viewer_certificate.cloud_front_default_certificate',
          'viewer_certificate.cloudfront_default_certificate',
        );
    },
  },
  'AWS::CloudFront::ResponseHeadersPolicy': {
    type: 'aws_cloudfront_response_headers_policy',
    edit: (body) => {
      const config = body.get('response_headers_policy_config');
      if (config?.type === 'object') for (const [key, value] of config.entries) body.set(key, value);
    },
  },
  'AWS::ApiGateway::RestApi': {
    type: 'aws_api_gateway_rest_api',
    edit: (body) => void body.copy('policy', 'policy'),
  },
  'AWS::ApiGateway::Method': {
    type: 'aws_api_gateway_method',
    edit: (body) => void body.copy('authorization_type', 'authorization'),
  },
  'AWS::ApiGateway::Stage': {
    type: 'aws_api_gateway_stage',
    edit: (body) =>
      void body.copy('access_log_setting', 'access_log_settings').copy('tracing_enabled', 'xray_tracing_enabled'),
    parts: (body, owner) => methodSettings(body, owner),
  },
  'AWS::ApiGateway::DomainName': as('aws_api_gateway_domain_name'),
  'AWS::ApiGatewayV2::Api': as('aws_apigatewayv2_api'),
  'AWS::ApiGatewayV2::Stage': as('aws_apigatewayv2_stage'),
  'AWS::ApiGatewayV2::Route': as('aws_apigatewayv2_route'),
  'AWS::ApiGatewayV2::DomainName': {
    type: 'aws_apigatewayv2_domain_name',
    edit: (body) => void body.copy('domain_name_configurations', 'domain_name_configuration'),
  },
};

const methodSettings = (body: Body, owner: Value): Part[] =>
  itemsAt(body, 'method_settings').map((stated, i) => ({
    type: 'aws_api_gateway_method_settings',
    property: `method_settings[${i}]`,
    stated,
    entries: {
      rest_api_id: body.get('rest_api_id'),
      stage_name: owner,
      settings: each((setting) => setting.copy('cache_data_encrypted', 'cache_data_encrypted'))(stated),
    },
  }));
