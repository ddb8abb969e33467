import type { Program, Resource } from '../../dialects/dialect.ts';
import {
  type Fact,
  type FactList,
  type NotApplicable,
  anyItem,
  known,
  notApplicable,
  unknownFact,
  workedOut,
} from '../../model/fact.ts';
import type { TrustedPipelines } from '../../model/kinds/trust-policy.ts';
import {
  anyStatement,
  letsEveryoneIn,
  policyOf,
  someAccount,
  type Condition,
  type PolicyDocument,
  type Statement,
} from '../aws-policy.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { asString, reader, referencesIn } from '../read.ts';
import { atLeast, githubIssuer, pipelinesIn, reachOf, type Reach } from './github.ts';

const documentType = 'data.aws_iam_policy_document';

const roles = mapping({
  kind: 'trust-policy',
  dialect: 'terraform',
  types: ['aws_iam_role'],
  map: (role, { repository }) => {
    const policy = policyOf(reader(role).value('assume_role_policy'));
    if (!policy) return undefined;
    return {
      kind: 'trust-policy',
      provider: 'aws',
      ...subjectOf(role),
      traits: traitsOf(policy, role, repository, reader(role).optionalString('name')),
    };
  },
});

/** A document about taking on roles that no role of the program uses. */
const documents = mapping({
  kind: 'trust-policy',
  dialect: 'terraform',
  types: [documentType],
  map: (document, { repository }) => {
    if (trusted(document.program).has(document.name)) return undefined;
    const policy = policyOf(reader(document).value('json'));
    // Only trust names identity providers or asks for roles to be taken on.
    const assumes = ({ actions, principals }: Statement) =>
      principals.items.some((item) => item.known && item.value.startsWith('Federated:')) ||
      (principals.items.length > 0 &&
        actions.items.some((action) => action.known && /^sts:AssumeRole/i.test(action.value)));
    if (!policy?.statements.some(assumes)) return undefined;
    return {
      kind: 'trust-policy',
      provider: 'aws',
      ...subjectOf(document),
      traits: traitsOf(policy, document, repository, known(undefined, document.at)),
    };
  },
});

const used = new WeakMap<Program, ReadonlySet<string>>();

function trusted(program: Program): ReadonlySet<string> {
  const there = used.get(program);
  if (there) return there;
  const values = program.ofType('aws_iam_role').map((role) => role.body.entries.get('assume_role_policy'));
  const names = new Set(values.flatMap((value) => referencesIn(value).map(({ address }) => address)));
  used.set(program, names);
  return names;
}

const traitsOf = (policy: PolicyDocument, resource: Resource, here: Here, identityName: Fact<string | undefined>) => {
  const pipelines = (reach: Reach) => pipelinesOf(policy, resource, reach);
  return {
    trustsEveryone: letsEveryoneIn(policy),
    trustsWholeAccounts: anyStatement(policy, trustsAccount),
    trustsForeignPipelines: pipelines('anyone'),
    trustsEveryRepository: pipelines('owner'),
    trustsEveryRef: pipelines('repository'),
    trustedPipelines: trustedPipelines(policy, resource, here),
    identityName,
  };
};

/** An account by its number or its root: whoever may take on roles there. A condition says who of them, or how. */
function trustsAccount(statement: Statement): Fact<boolean> {
  if (statement.conditions.length > 0 || !statement.conditionsComplete) return known(false, statement.at);
  const account = /^AWS:(?:\d{12}|arn:[^:]*:iam::\d{12}:root)$/;
  return anyItem(statement.principals, (principal) => account.test(principal) || principal === `AWS:${someAccount}`);
}

/** Whether pipelines of at least this reach are let in; for trust that names no pipelines it doesn't arise. */
function pipelinesOf(policy: PolicyDocument, resource: Resource, reach: Reach): Fact<boolean> | NotApplicable {
  if (!policy.statements.some((statement) => isForPipelines(statement, resource)))
    return notApplicable('it trusts no pipelines by name');
  return anyStatement(policy, (statement) => {
    if (!isForPipelines(statement, resource)) return known(false, statement.at);
    return admits(statement, reach);
  });
}

type Here = { owner: string; name: string } | undefined;

/** The pipelines that the conditions on the token's subject name. */
function trustedPipelines(
  policy: PolicyDocument,
  resource: Resource,
  here: Here,
): FactList<TrustedPipelines> | NotApplicable {
  const statements = policy.statements.filter((statement) => isForPipelines(statement, resource));
  if (statements.length === 0) return notApplicable('it trusts no pipelines by name');
  const narrowed = ({ key }: Condition) => /:(?:ref|environment|job_workflow_ref|workflow_ref)$/.test(key);
  const lists = statements.flatMap(({ conditions }) =>
    conditions.some(narrowed)
      ? []
      : conditions.filter((c) => bindsPipeline(c) && c.key.endsWith(':sub')).map(({ values }) => values),
  );
  const open = lists.find(({ complete, items }) => !complete || items.some((item) => !item.known));
  return {
    items: lists.flatMap(({ items }) =>
      items.flatMap((item) => {
        const found = item.known ? pipelinesIn(item.value, here) : undefined;
        return item.known && found ? [{ ...item, value: found }] : [];
      }),
    ),
    complete: !open && statements.every(({ conditionsComplete }) => conditionsComplete),
    at: resource.at,
    ...(open?.reason && { reason: open.reason }),
  };
}

function isForPipelines(statement: Statement, { program }: Resource): boolean {
  if (statement.principals.items.some((item) => item.known && item.value.includes(githubIssuer))) return true;
  if (statement.conditions.some(({ key }) => key.startsWith(`${githubIssuer}:`))) return true;
  return statement.principalReferences
    .flatMap(({ address }) => program.find(address))
    .some((provider) => {
      const url = reader(provider).value('url');
      return (
        provider.type.endsWith('aws_iam_openid_connect_provider') && (url && asString(url))?.includes(githubIssuer)
      );
    });
}

function admits(statement: Statement, reach: Reach): Fact<boolean> {
  const bounds = statement.conditions.filter(bindsPipeline);
  if (bounds.length === 0)
    return statement.conditionsComplete
      ? known(true, statement.at)
      : unknownFact({ code: 'not-evaluated', settledBy: workedOut }, statement.at);
  // All conditions have to hold, any value of each will do: the narrowest condition decides.
  let undecided: Fact<boolean> | undefined;
  let widest: Fact<boolean> | undefined;
  for (const condition of bounds) {
    const found = valuesAdmit(condition, reach);
    if (found.known && !found.value) return found;
    if (found.known) widest ??= found;
    else undecided ??= found;
  }
  return undecided ?? widest!;
}

// A negated operator lets all others in, and with `…IfExists` a token without the claim passes.
const bindsPipeline = ({ operator, key }: Condition): boolean =>
  /^(?:For(?:Any|All)Values?:)?String(?:Equals|Like|EqualsIgnoreCase)$/i.test(operator) &&
  /:(?:sub|repository|repository_id|repository_owner|repository_owner_id|job_workflow_ref|enterprise)$/.test(key);

function valuesAdmit({ operator, key, values }: Condition, reach: Reach): Fact<boolean> {
  const wildcards = /like$/i.test(operator);
  const claim = key.slice(key.lastIndexOf(':') + 1);
  for (const item of values.items) {
    if (!item.known) continue;
    const subject = claim === 'sub' ? item.value : `${claim}:${item.value}`;
    if (atLeast(reachOf(subject, wildcards), reach)) return { ...item, value: true };
  }
  const open = values.items.find((item) => !item.known);
  if (open && !open.known) return open;
  if (!values.complete) return unknownFact(values.reason ?? { code: 'not-evaluated', settledBy: workedOut }, values.at);
  return known(false, values.at);
}

export default [roles, documents];
