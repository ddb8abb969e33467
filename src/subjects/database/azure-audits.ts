import type { Resource } from '../../dialects/dialect.ts';
import { known, mapFact, notApplicable, unknownFact, type Fact, type NotApplicable } from '../../model/fact.ts';
import { hasOwner, linked, subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Default, type Reader } from '../read.ts';
import { some } from '../stated.ts';
import { traitsOfPart } from '../traits-of-part.ts';

const registry = 'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources';
const stated = <T>(resource: string, value: T): Default<T> => ({ value, source: `${registry}/${resource}` });

const auditing = 'azurerm_mssql_server_extended_auditing_policy';

export const auditsOf = (server: Resource): readonly Resource[] =>
  linked(server, [auditing], 'server_id', ['id']).parts;

/** Version 2 of the provider has the policy as a block of the server. */
const auditBlock = (server: Resource): readonly Reader[] => reader(server).blocks('extended_auditing_policy').items;

export function audited(server: Resource, audits: readonly Resource[]): Fact<boolean> {
  const { maybe, reason } = linked(server, [auditing], 'server_id', ['id']);
  const apart = audits.map((audit) =>
    reader(audit).bool('enabled', stated('mssql_server_extended_auditing_policy', true)),
  );
  const none = maybe.length > 0 && reason ? unknownFact(reason, server.at) : known(false, server.at);
  return some([...apart, ...auditBlock(server).map((block) => known(true, block.at))], none);
}

/** Only a storage account has days, and 0 means that nothing is deleted there. */
export function auditKeptDays(server: Resource, audits: readonly Resource[]): Fact<number> | NotApplicable {
  const stating = [...audits.map(reader), ...auditBlock(server)].find((one) => one.value('storage_endpoint'));
  if (!stating) return notApplicable('it has no records in a storage account, or the workspace they go to says so');
  return mapFact(
    stating.number('retention_in_days', stated('mssql_server_extended_auditing_policy', 0)),
    (days) => days || Infinity,
  );
}

const assessment = 'azurerm_mssql_server_vulnerability_assessment';

export const assessmentsOf = (policy: Resource): readonly Resource[] =>
  linked(policy, [assessment], 'server_security_alert_policy_id', ['id']).parts;

const recurring = (scans: Reader): Fact<boolean> =>
  scans.bool('recurring_scans.enabled', stated('mssql_server_vulnerability_assessment', false));

/** By a switch of the server, by scans that go to a storage account, or by the plan of the whole subscription. */
export function weaknessesLookedFor(server: Resource, policies: readonly Resource[]): Fact<boolean> | NotApplicable {
  const scans = policies.flatMap(assessmentsOf).map((one) => recurring(reader(one)));
  const express = reader(server).optionalBool('express_vulnerability_assessment_enabled');
  const own = [
    ...scans,
    ...(express.known && express.value === undefined ? [] : [mapFact(express, (on) => on === true)]),
  ];
  return some(own, bySubscription(server));
}

/** https://learn.microsoft.com/azure/defender-for-cloud/sql-azure-vulnerability-assessment-enable */
function bySubscription(server: Resource): Fact<boolean> {
  const plan = server.program
    .ofType('azurerm_security_center_subscription_pricing')
    .map(reader)
    .find((pricing) => {
      const about = pricing.optionalString('resource_type');
      return about.known && about.value === 'SqlServers';
    });
  if (plan) return mapFact(plan.optionalString('tier'), (tier) => tier?.toLowerCase() === 'standard');
  return unknownFact(
    {
      code: 'not-in-repository',
      subject: 'the plan of Defender for the subscription',
      settledBy:
        'express_vulnerability_assessment_enabled = true, or an azurerm_security_center_subscription_pricing for SqlServers',
    },
    server.at,
  );
}

const sqlServers = ['azurerm_mssql_server', 'azurerm_sql_server'];

/** What is said about a server that is not in this program stands for itself. */
export default mapping({
  kind: 'database',
  dialect: 'terraform',
  types: [auditing, assessment],
  map: (part) => {
    if (part.type === auditing && hasOwner(part, sqlServers, 'server_id', ['id'])) return undefined;
    if (part.type === assessment && policyOf(part).some((one) => hasOwner(one, sqlServers, 'server_name', ['name'])))
      return undefined;
    const stands = part.type === auditing ? auditTraits(part) : { weaknessesLookedFor: recurring(reader(part)) };
    return {
      kind: 'database',
      provider: 'azure',
      ...subjectOf(part),
      traits: traitsOfPart('database', 'it is said of a server that is kept elsewhere', stands),
    };
  },
});

const auditTraits = (audit: Resource) => ({
  accessAudited: audited(audit, [audit]),
  recordsKeptDays: auditKeptDays(audit, [audit]),
});

const policyOf = (part: Resource): readonly Resource[] =>
  (reader(part).value('server_security_alert_policy_id')?.references ?? []).flatMap(({ address }) =>
    part.program.find(address),
  );
