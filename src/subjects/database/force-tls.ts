import type { Resource } from '../../dialects/dialect.ts';
import { byDefault, known, unknownFact, type Fact } from '../../model/fact.ts';
import type { Value } from '../../model/value.ts';
import { withText } from '../links.ts';
import { asString, knownOf, reader, unknownOf, type Reader } from '../read.ts';

const docs = 'https://docs.aws.amazon.com';
const postgres = 'AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html';

/** Which parameter of an engine refuses plain connections, and since which version it does so by itself. */
const engines: readonly { engine: RegExp; parameter: string; since?: number; page: string }[] = [
  { engine: /^postgres$/, parameter: 'rds.force_ssl', since: 15, page: postgres },
  {
    engine: /^sqlserver/,
    parameter: 'rds.force_ssl',
    page: 'AmazonRDS/latest/UserGuide/SQLServer.Concepts.General.SSL.Using.html',
  },
  {
    engine: /^(mysql|mariadb)$/,
    parameter: 'require_secure_transport',
    page: 'AmazonRDS/latest/UserGuide/mysql-ssl-connections.html',
  },
  {
    engine: /^aurora-postgresql$/,
    parameter: 'rds.force_ssl',
    since: 17,
    page: 'AmazonRDS/latest/AuroraUserGuide/AuroraPostgreSQL.Security.html',
  },
  {
    engine: /^aurora(-mysql)?$/,
    parameter: 'require_secure_transport',
    page: 'AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Security.html',
  },
];

type Engine = (typeof engines)[number];

/** Whether the engine refuses plain connections: by a parameter of its group, else by its version. */
export function refusesPlain(own: Reader, resource: Resource, group: string, types: readonly string[]): Fact<boolean> {
  const stated = own.optionalString('engine');
  if (!stated.known) return stated;
  const named = own.value(group);
  const name = named && asString(named);
  const found = named && groupOf(resource, named, types);
  // A replica or a restored copy states no engine, but the family of its parameters tells: `postgres16`.
  const family = found && reader(found).optionalString('family');
  const [, kind, version] = /^([a-z-]+?)-?(\d+)?(?:\.\d+)?$/.exec((family?.known && family.value) || '') ?? [];
  // The service takes engines in either case: `MySQL` is what many templates say.
  const engineName = (stated.value ?? kind)?.toLowerCase();
  const rule = engines.find(({ engine }) => engine.test(engineName ?? ''));
  if (!rule)
    return unknownFact(
      {
        code: 'not-in-repository',
        subject: engineName ? `engine ${engineName}` : 'the engine',
        settledBy: engineName ? 'what this engine requires' : 'engine here, or a parameter group with a family',
      },
      stated.at,
    );
  // The groups that AWS makes can't be changed: they hold the defaults.
  if (!named || name?.startsWith('default.')) return byEngine(own, rule, version);
  if (!found) {
    if (named.type === 'unknown' && !named.references?.length) return unknownOf(named);
    return unknownFact(
      {
        code: 'not-in-repository',
        subject: `parameter group ${name ?? ''}`.trim(),
        settledBy: 'the parameter group in the same code',
      },
      named.at,
    );
  }
  return parameterIsOn(reader(found), rule.parameter) ?? byEngine(own, rule, version);
}

function groupOf(resource: Resource, named: Value, types: readonly string[]): Resource | undefined {
  const name = asString(named);
  return [
    ...(named.references ?? []).flatMap(({ address }) => resource.program.find(address)),
    ...(name === undefined ? [] : withText(resource.program, types, 'name', name)),
  ].find(({ type }) => types.includes(type));
}

/** Undefined where the group doesn't state the parameter. */
export function parameterIsOn(group: Reader, parameter: string): Fact<boolean> | undefined {
  const parameters = group.blocks('parameter');
  for (const block of parameters.items) {
    const name = block.optionalString('name');
    if (!name.known) return unknownFact(name.reason, name.at);
    if (name.value?.toLowerCase() !== parameter) continue;
    const value = block.value('value');
    if (!value) return known(false, block.at);
    if (value.type === 'unknown') return unknownOf(value);
    return knownOf(value, ['1', 'on', 'true', 'enabled', 'all'].includes((asString(value) ?? '').toLowerCase()));
  }
  return parameters.complete || !parameters.reason ? undefined : unknownFact(parameters.reason, parameters.at);
}

function byEngine(own: Reader, rule: Engine, ofFamily: string | undefined): Fact<boolean> {
  const source = `${docs}/${rule.page}`;
  if (rule.since === undefined) return byDefault(false, own.at, source);
  const version = own.optionalString('engine_version');
  if (!version.known) return unknownFact(version.reason, version.at);
  const text = version.value ?? ofFamily;
  if (text === undefined)
    return unknownFact(
      {
        code: 'default-depends-on-version',
        subject: 'the engine version',
        settledBy: 'engine_version, or the parameter in a parameter group',
      },
      own.at,
    );
  return byDefault(Number.parseInt(text, 10) >= rule.since, own.at, source);
}
