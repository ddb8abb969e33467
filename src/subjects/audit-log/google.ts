import { allOf, anyOf, byDefault, known, mapFact, notApplicable, unknownFact, type Fact } from '../../model/fact.ts';
import type { Resource } from '../../dialects/dialect.ts';
import { hasOwner, linked, subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { asString, reader, type Reader } from '../read.ts';
import { some } from '../stated.ts';

/** Admin activity is always recorded; what else is, and for whom, is configured here. */
const configs = mapping({
  kind: 'audit-log',
  dialect: 'terraform',
  types: ['google_project_iam_audit_config', 'google_folder_iam_audit_config', 'google_organization_iam_audit_config'],
  map: (config) =>
    hasOwner(config, ['google_project'], 'project', projectNames)
      ? undefined
      : { kind: 'audit-log', provider: 'google', ...subjectOf(config), traits: traitsOf(withoutGaps(reader(config))) },
});

const projectNames = ['project_id', 'number'];
const always = notApplicable('the platform keeps it always, for all regions, out of everyone’s reach');

const traitsOf = (whole: Fact<boolean>) => ({
  watchedLive: notApplicable('where it is sent is set apart from it'),
  running: always,
  everyRegion: always,
  tamperEvident: always,
  encryptedWithOwnKey: notApplicable('where it is sent to says so'),
  withoutGaps: whole,
});

/** A project that is made here, with what is configured for it. */
const projects = mapping({
  kind: 'audit-log',
  dialect: 'terraform',
  types: ['google_project'],
  map: (project) => {
    const { parts, maybe, reason } = linked(project, ['google_project_iam_audit_config'], 'project', projectNames);
    const stated = parts.map((part) => withoutGaps(reader(part), true));
    const none = maybe.length > 0 && reason ? unknownFact(reason, project.at) : inherited(project);
    return {
      kind: 'audit-log',
      provider: 'google',
      ...subjectOf(project, parts),
      traits: traitsOf(some(stated, none)),
    };
  },
});

/** What is configured above a project holds for it too; without a parent there is nothing above. */
function inherited(project: Resource): Fact<boolean> {
  const own = reader(project);
  if (!own.value('org_id') && !own.value('folder_id')) return byDefault(false, project.at, page);
  const whole = [
    ...above(project, 'google_organization_iam_audit_config', 'org_id', 'org_id'),
    ...above(project, 'google_folder_iam_audit_config', 'folder_id', 'folder'),
  ].map((config) => withoutGaps(reader(config), true));
  const elsewhere = unknownFact(
    {
      code: 'not-in-repository',
      subject: 'what its folder and its organization record',
      settledBy: 'a google_project_iam_audit_config, or the configuration of what the project is in',
    },
    project.at,
  );
  return some([...whole, elsewhere], elsewhere);
}

/** Configurations of what the project names as what it is in: by the same number, or by the same reference. */
function above(project: Resource, type: string, attribute: string, other: string): readonly Resource[] {
  const parent = reader(project).value(attribute);
  if (!parent) return [];
  const number = asString(parent)?.replace(/^folders\//, '');
  const addresses = new Set((parent.references ?? []).map(({ address }) => address));
  return project.program.ofType(type).filter((config) => {
    const value = reader(config).value(other);
    if (!value) return false;
    const same = number !== undefined && asString(value)?.replace(/^folders\//, '') === number;
    return same || (value.references ?? []).some(({ address }) => addresses.has(address));
  });
}

const page = 'https://cloud.google.com/logging/docs/audit/configure-data-access';

/** `alone`: whether the configuration has to speak for every service. */
function withoutGaps(config: Reader, alone = false): Fact<boolean> {
  const service = config.optionalString('service');
  if (service.known && service.value !== 'allServices') return { ...service, value: !alone };
  const blocks = config.blocks('audit_log_config');
  const exempts = blocks.items.map((block): Fact<boolean> => {
    const members = block.strings('exempted_members');
    const [first] = members.items;
    if (first) return known(false, members.at);
    return members.complete || !members.reason ? known(true, block.at) : unknownFact(members.reason, members.at);
  });
  const types = blocks.items.map((block) => block.optionalString('log_type'));
  const asked = (type: string): Fact<boolean> => {
    const [first, ...rest] = types.map((fact) => mapFact(fact, (name) => name === type));
    return first ? anyOf(first, ...rest) : known(false, config.at);
  };
  return allOf(asked('DATA_READ'), asked('DATA_WRITE'), ...exempts);
}

export default [configs, projects];
