import type { Value } from '../../../model/value.ts';
import { each, type Body } from '../body.ts';
import { as, itemsAt, type Part, type Terms } from './term.ts';

const inField = (value: Value, key: string): Value | undefined =>
  value.type === 'object' ? value.entries.get(key) : undefined;

/** Inline and attached policies of a user or a group, each a resource of its own. */
const policies = (body: Body, owner: Value, kind: 'user' | 'group'): Part[] => [
  ...itemsAt(body, 'policies').map((stated, i): Part => ({
    type: `aws_iam_${kind}_policy`,
    property: `policies[${i}]`,
    stated,
    entries: { [kind]: owner, name: inField(stated, 'policy_name'), policy: inField(stated, 'policy_document') },
  })),
  ...itemsAt(body, 'managed_policy_arns').map((stated, i): Part => ({
    type: `aws_iam_${kind}_policy_attachment`,
    property: `managed_policy_arns[${i}]`,
    stated,
    entries: { [kind]: owner, policy_arn: stated },
  })),
];

/** Who it is attached to: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-policy.html */
const attachment = (body: Body, owner: Value): Part[] =>
  ['users', 'groups', 'roles'].some((key) => body.get(key))
    ? [
        {
          type: 'aws_iam_policy_attachment',
          property: 'attachment',
          stated: body.get('users') ?? body.get('groups') ?? body.get('roles'),
          entries: {
            policy_arn: owner,
            users: body.get('users'),
            groups: body.get('groups'),
            roles: body.get('roles'),
          },
        },
      ]
    : [];

const policy = {
  type: 'aws_iam_policy',
  edit: (body: Body) => void body.copy('policy_document', 'policy'),
  parts: attachment,
};

export const identity: Terms = {
  'AWS::IAM::Role': {
    type: 'aws_iam_role',
    edit: (body) =>
      void body
        .copy('role_name', 'name')
        .copy('assume_role_policy_document', 'assume_role_policy')
        .copy(
          'policies',
          'inline_policy',
          each((item) => item.copy('policy_name', 'name').copy('policy_document', 'policy')),
        ),
    parts: (body, owner) => {
      const attached = body.get('managed_policy_arns');
      const made = itemsAt(body, 'managed_policy_arns').map((stated, i): Part => ({
        type: 'aws_iam_role_policy_attachment',
        property: `managed_policy_arns[${i}]`,
        stated,
        entries: { role: owner, policy_arn: stated },
      }));
      // What stands by itself is not told of the role once more.
      if (attached?.type !== 'list' || attached.complete) body.drop('managed_policy_arns');
      return made;
    },
  },
  'AWS::IAM::User': {
    type: 'aws_iam_user',
    edit: (body) => void body.copy('user_name', 'name'),
    parts: (body, owner) => [
      ...policies(body, owner, 'user'),
      ...(body.get('login_profile')
        ? [
            {
              type: 'aws_iam_user_login_profile',
              property: 'login_profile',
              stated: body.get('login_profile'),
              entries: { user: owner },
            },
          ]
        : []),
    ],
  },
  'AWS::IAM::Group': {
    type: 'aws_iam_group',
    edit: (body) => void body.copy('group_name', 'name'),
    parts: (body, owner) => policies(body, owner, 'group'),
  },
  'AWS::IAM::Policy': policy,
  'AWS::IAM::ManagedPolicy': policy,
  'AWS::IAM::RolePolicy': {
    type: 'aws_iam_role_policy',
    edit: (body) => void body.copy('role_name', 'role').copy('policy_document', 'policy'),
  },
  'AWS::IAM::UserPolicy': {
    type: 'aws_iam_user_policy',
    edit: (body) => void body.copy('user_name', 'user').copy('policy_document', 'policy'),
  },
  'AWS::IAM::GroupPolicy': {
    type: 'aws_iam_group_policy',
    edit: (body) => void body.copy('group_name', 'group').copy('policy_document', 'policy'),
  },
  'AWS::IAM::AccessKey': { type: 'aws_iam_access_key', edit: (body) => void body.copy('user_name', 'user') },
  'AWS::IAM::OIDCProvider': as('aws_iam_openid_connect_provider'),
  // The CDK made it by a function of its own before CloudFormation had it.
  'Custom::AWSCDKOpenIdConnectProvider': as('aws_iam_openid_connect_provider'),
  'AWS::Cognito::IdentityPool': as('aws_cognito_identity_pool'),
  'AWS::Cognito::UserPool': {
    type: 'aws_cognito_user_pool',
    edit: (body) => void body.copy('policies.password_policy', 'password_policy'),
  },
  'AWS::CertificateManager::Certificate': {
    type: 'aws_acm_certificate',
    edit: (body) =>
      void body.copy(
        'certificate_transparency_logging_preference',
        'options.certificate_transparency_logging_preference',
      ),
  },
};
