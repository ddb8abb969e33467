import { text, type Item } from '../../programs/items.ts';
import { choice, duration, type Construct, type Stated } from '../construct.ts';
import { documentOf, policyOf, statementsOf, trustOf } from '../policy.ts';
import type { Services } from './service.ts';

/** The statements that a role or what has one is told, as the policy that the library makes of them. */
export function policyOfPrincipal(
  construct: Construct,
  role: string,
  owner: 'Roles' | 'Users' | 'Groups' = 'Roles',
): Stated[] {
  const told = construct.told('addToPolicy', 'addToPrincipalPolicy', 'addToRolePolicy');
  const initial = construct.get('initialPolicy');
  const statements = [
    ...(initial?.type === 'list' ? initial.items : []),
    ...told.flatMap(({ args }) => args.slice(0, 1)),
  ];
  const [first] = told;
  if (statements.length === 0) return [];
  return [
    construct.further(
      'AWS::IAM::Policy',
      `${role === '' ? '' : `${role}/`}DefaultPolicy`,
      {
        PolicyDocument: documentOf(statements, first?.at ?? construct.at),
        [owner]: construct.list([construct.instance]),
      },
      first?.at,
    ),
  ];
}

function role(construct: Construct): Stated[] {
  const trusted = construct.get('assumedBy');
  const inline = construct.get('inlinePolicies');
  const external = construct.get('externalIds');
  const trust = trusted && trustOf(trusted);
  if (external && trust?.type === 'object') {
    const statements = trust.entries.get('Statement');
    if (statements?.type === 'list')
      for (const statement of statements.items)
        if (statement.type === 'object')
          statement.entries.set(
            'Condition',
            construct.object({ StringEquals: construct.object({ 'sts:ExternalId': external }) }),
          );
  }
  return [
    construct.itself('AWS::IAM::Role', {
      RoleName: construct.get('roleName'),
      AssumeRolePolicyDocument: trust,
      ManagedPolicyArns: managedPolicies(construct),
      Policies:
        inline?.type === 'object'
          ? construct.list(
              [...inline.entries].map(([name, policy]) =>
                construct.object({ PolicyName: text(name, policy.at), PolicyDocument: policyOf(policy) }, policy.at),
              ),
              inline.at,
              inline.reason,
            )
          : inline,
      PermissionsBoundary: construct.get('permissionsBoundary'),
      MaxSessionDuration: duration(construct.get('maxSessionDuration'), 'seconds'),
    }),
    ...policyOfPrincipal(construct, ''),
  ];
}

function managedPolicies(construct: Construct): Item | undefined {
  const written = construct.get('managedPolicies');
  const added = construct.told('addManagedPolicy').flatMap(({ args }) => args.slice(0, 1));
  if (written && written.type !== 'list') return written;
  if (!written && added.length === 0) return undefined;
  return construct.list([...(written?.items ?? []), ...added], written?.at, written?.reason);
}

function policy(construct: Construct): Stated[] {
  const type = construct.instance.library?.path.at(-1) === 'ManagedPolicy' ? 'ManagedPolicy' : 'Policy';
  const document = construct.get('document');
  const statements = construct.get('statements');
  const told = statementsOf(construct, 'addStatements');
  if (statements && statements.type !== 'list')
    return [construct.itself(`AWS::IAM::${type}`, { PolicyDocument: statements })];
  return [
    construct.itself(`AWS::IAM::${type}`, {
      [`${type}Name`]: construct.get('policyName') ?? construct.get('managedPolicyName'),
      PolicyDocument: document
        ? policyOf(document)
        : documentOf([...(statements?.items ?? []), ...told], statements?.at ?? construct.at, statements?.reason),
      Roles: construct.get('roles'),
      Users: construct.get('users'),
      Groups: construct.get('groups'),
    }),
  ];
}

const user = (construct: Construct): Stated[] => [
  construct.itself('AWS::IAM::User', {
    UserName: construct.get('userName'),
    ManagedPolicyArns: managedPolicies(construct),
    Groups: construct.get('groups'),
    LoginProfile: construct.get('password') && construct.object({ Password: construct.get('password') }),
  }),
  ...policyOfPrincipal(construct, '', 'Users'),
];

const group = (construct: Construct): Stated[] => [
  construct.itself('AWS::IAM::Group', {
    GroupName: construct.get('groupName'),
    ManagedPolicyArns: managedPolicies(construct),
  }),
  ...policyOfPrincipal(construct, '', 'Groups'),
];

const accessKey = (construct: Construct): Stated[] => [
  construct.itself('AWS::IAM::AccessKey', { UserName: construct.get('user') }),
];

const identityProvider = (construct: Construct): Stated[] => [
  construct.itself('AWS::IAM::OIDCProvider', {
    Url: construct.get('url'),
    ClientIdList: construct.get('clientIds'),
  }),
];

/** https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_cognito.UserPool.html */
function userPool(construct: Construct): Stated[] {
  const policy = construct.get('passwordPolicy');
  const own = construct.with(policy);
  return [
    construct.itself('AWS::Cognito::UserPool', {
      UserPoolName: construct.get('userPoolName'),
      MfaConfiguration: choice(construct.get('mfa'), { OFF: 'OFF', OPTIONAL: 'OPTIONAL', REQUIRED: 'ON' }),
      Policies:
        policy &&
        construct.object(
          {
            PasswordPolicy: construct.object(
              {
                MinimumLength: own.get('minLength'),
                RequireLowercase: own.get('requireLowercase'),
                RequireNumbers: own.get('requireDigits'),
                RequireSymbols: own.get('requireSymbols'),
                RequireUppercase: own.get('requireUppercase'),
              },
              policy.at,
            ),
          },
          policy.at,
        ),
    }),
  ];
}

/** Guests are kept out where nothing is written: https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_cognito_identitypool.IdentityPool.html */
const identityPool = (construct: Construct): Stated[] => [
  construct.itself('AWS::Cognito::IdentityPool', {
    IdentityPoolName: construct.get('identityPoolName'),
    AllowUnauthenticatedIdentities: construct.or('allowUnauthenticatedIdentities', construct.bool(false)),
  }),
];

export const identity: Services = {
  'cognito-identitypool.IdentityPool': identityPool,
  'iam.Role': role,
  'iam.Policy': policy,
  'iam.ManagedPolicy': policy,
  'iam.User': user,
  'iam.Group': group,
  'iam.AccessKey': accessKey,
  'iam.OpenIdConnectProvider': identityProvider,
  'iam.OidcProviderNative': identityProvider,
  'cognito.UserPool': userPool,
};
