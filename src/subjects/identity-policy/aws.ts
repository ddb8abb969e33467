import type { Program, Resource } from '../../dialects/dialect.ts';
import { anyItem, anyOf, known, notApplicable, type Fact } from '../../model/fact.ts';
import {
  actionMatches,
  allowsEveryAction,
  anyStatement,
  policyOf,
  type PolicyDocument,
  type Statement,
} from '../aws-policy.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, referencesIn } from '../read.ts';

const documentType = 'data.aws_iam_policy_document';

// The attribute that holds the document, by type.
const policyAttributes: { readonly [type: string]: string } = {
  aws_iam_policy: 'policy',
  aws_iam_role_policy: 'policy',
  aws_iam_user_policy: 'policy',
  aws_iam_group_policy: 'policy',
  aws_ssoadmin_permission_set_inline_policy: 'inline_policy',
};

const policies = mapping({
  kind: 'identity-policy',
  dialect: 'terraform',
  types: Object.keys(policyAttributes),
  map: (resource) => {
    const policy = policyOf(reader(resource).value(policyAttributes[resource.type]!));
    if (!policy || isBoundary(resource)) return undefined;
    return {
      kind: 'identity-policy',
      provider: 'aws',
      ...subjectOf(resource),
      traits: {
        ...traitsOf(policy),
        toSinglePerson:
          resource.type === 'aws_iam_policy'
            ? notApplicable('attachments say to whom it goes')
            : known(resource.type === 'aws_iam_user_policy', resource.at),
      },
    };
  },
});

/** A permissions boundary grants nothing: it says how far other policies may reach, and is often "all, but". */
const isBoundary = (policy: Resource): boolean => {
  const { boundaries, attached } = usesOf(policy.program);
  return boundaries.has(policy.name) && !attached.has(policy.name);
};

interface Uses {
  boundaries: ReadonlySet<string>;
  attached: ReadonlySet<string>;
}

const uses = new WeakMap<Program, Uses>();

function usesOf(program: Program): Uses {
  const there = uses.get(program);
  if (there) return there;
  const named = (resources: readonly Resource[], attribute: string): Set<string> =>
    new Set(
      resources.flatMap((resource) => referencesIn(resource.body.entries.get(attribute)).map(({ address }) => address)),
    );
  const found: Uses = {
    boundaries: named(program.ofType('aws_iam_role', 'aws_iam_user'), 'permissions_boundary'),
    attached: named(
      program.ofType(
        'aws_iam_role_policy_attachment',
        'aws_iam_user_policy_attachment',
        'aws_iam_group_policy_attachment',
        'aws_iam_policy_attachment',
      ),
      'policy_arn',
    ),
  };
  uses.set(program, found);
  return found;
}

/** Policies that are written into a role. */
const inline = mapping({
  kind: 'identity-policy',
  dialect: 'terraform',
  types: ['aws_iam_role'],
  map: (role) => {
    const documents = reader(role)
      .blocks('inline_policy')
      .items.flatMap((block) => policyOf(block.value('policy')) ?? []);
    const [first, ...rest] = documents.map(traitsOf);
    if (!first) return undefined;
    const any = (name: keyof ReturnType<typeof traitsOf>) => anyOf(first[name], ...rest.map((traits) => traits[name]));
    return {
      kind: 'identity-policy',
      provider: 'aws',
      ...subjectOf(role),
      traits: {
        grantsEverything: any('grantsEverything'),
        passesEveryRole: any('passesEveryRole'),
        raisesOwnRights: any('raisesOwnRights'),
        grantsEveryAction: any('grantsEveryAction'),
        handsOutCredentials: any('handsOutCredentials'),
        readsEverything: any('readsEverything'),
        toSinglePerson: known(false, role.at),
      },
    };
  },
});

/** A document that nothing else in the program uses as a policy is judged by itself: the modules' callers use it. */
const documents = mapping({
  kind: 'identity-policy',
  dialect: 'terraform',
  types: [documentType],
  map: (document) => {
    if (usedDocuments(document.program).has(document.name)) return undefined;
    const policy = policyOf(reader(document).value('json'));
    // With principals it is the policy of a resource or the trust of a role.
    if (
      !policy ||
      policy.statements.some(
        ({ principals, notPrincipals }) => principals.items.length + notPrincipals.items.length > 0,
      )
    )
      return undefined;
    return {
      kind: 'identity-policy',
      provider: 'aws',
      ...subjectOf(document),
      traits: { ...traitsOf(policy), toSinglePerson: notApplicable('attachments say to whom it goes') },
    };
  },
});

const used = new WeakMap<Program, ReadonlySet<string>>();

function usedDocuments(program: Program): ReadonlySet<string> {
  const there = used.get(program);
  if (there) return there;
  const names = new Set<string>();
  for (const resource of program.resources) {
    if (!resource.type.startsWith('aws_') && resource.type !== documentType) continue;
    for (const { address } of referencesIn(resource.body)) if (address.includes(documentType)) names.add(address);
  }
  used.set(program, names);
  return names;
}

const isEverything = (action: string): boolean => action === '*' || action === '*:*';

const traitsOf = (policy: PolicyDocument) => ({
  grantsEverything: anyStatement(policy, (statement) =>
    both(anyItem(statement.actions, isEverything), statement.everyResource),
  ),
  passesEveryRole: anyStatement(policy, (statement) =>
    unbound(statement, both(anyItem(statement.actions, isPassRole), statement.everyRole)),
  ),
  raisesOwnRights: anyStatement(policy, (statement) =>
    unbound(statement, both(anyItem(statement.actions, changesRights), statement.everyResource)),
  ),
  grantsEveryAction: allowsEveryAction(policy),
  handsOutCredentials: anyStatement(policy, (statement) =>
    unbound(statement, both(anyItem(statement.actions, isOneOfThese(credentialActions)), statement.everyResource)),
  ),
  readsEverything: anyStatement(policy, (statement) =>
    unbound(statement, both(anyItem(statement.actions, isOneOfThese(dataActions)), statement.everyResource)),
  ),
});

// What gives its caller a key, a password or a login that isn't one's own:
// https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
const credentialActions = [
  'iam:CreateAccessKey',
  'iam:CreateLoginProfile',
  'iam:UpdateLoginProfile',
  'iam:CreateServiceSpecificCredential',
  'iam:ResetServiceSpecificCredential',
  'iam:UpdateAccessKey',
  'sts:AssumeRole',
  'sts:AssumeRoleWithSAML',
  'sts:AssumeRoleWithWebIdentity',
  'sts:GetFederationToken',
  'redshift:GetClusterCredentials',
  'redshift:GetClusterCredentialsWithIAM',
  'rds-db:connect',
  'lightsail:GetInstanceAccessDetails',
  'lightsail:DownloadDefaultKeyPair',
  'gamelift:GetInstanceAccess',
  'cognito-identity:GetOpenIdTokenForDeveloperIdentity',
  'codepipeline:PollForJobs',
  'connect:GetFederationToken',
  'sso:GetRoleCredentials',
];

const dataActions = [
  's3:GetObject',
  'ssm:GetParameter',
  'ssm:GetParameters',
  'ssm:GetParametersByPath',
  'secretsmanager:GetSecretValue',
  'secretsmanager:BatchGetSecretValue',
];

// "Everything" is another matter, which is judged by itself.
const isOneOfThese = (names: readonly string[]) => (action: string) =>
  action.includes(':') && action !== '*:*' && names.some((name) => actionMatches(action, name));

const isPassRole = (action: string): boolean => /^iam:p/i.test(action) && actionMatches(action, 'iam:PassRole');

// Each of these alone is enough to get the rights of someone else or to widen one's own:
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_boundaries.html#access_policies_boundaries-delegate
const rightsActions = [
  'iam:CreatePolicyVersion',
  'iam:SetDefaultPolicyVersion',
  'iam:AttachUserPolicy',
  'iam:AttachGroupPolicy',
  'iam:AttachRolePolicy',
  'iam:PutUserPolicy',
  'iam:PutGroupPolicy',
  'iam:PutRolePolicy',
  'iam:AddUserToGroup',
  'iam:CreateAccessKey',
  'iam:CreateLoginProfile',
  'iam:UpdateLoginProfile',
  'iam:UpdateAssumeRolePolicy',
];

const changesRights = (action: string): boolean =>
  /^iam:/i.test(action) && rightsActions.some((name) => actionMatches(action, name));

/** True if both are; the first is the place to point at. */
function both(what: Fact<boolean>, where: Fact<boolean>): Fact<boolean> {
  if (what.known && !what.value) return what;
  if (where.known && !where.value) return where;
  return what.known ? (where.known ? what : where) : what;
}

/** A condition narrows it to something: which service may get the role, which boundary has to be kept. */
function unbound(statement: Statement, fact: Fact<boolean>): Fact<boolean> {
  if (!fact.known || !fact.value) return fact;
  return statement.conditions.length > 0 || !statement.conditionsComplete ? known(false, statement.at) : fact;
}

export default [policies, inline, documents];
