import { allOf, anyOf, known, mapFact, notApplicable, unknownFact, type Fact } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Reader } from '../read.ts';

/** Admin activity is always recorded; what else is, and for whom, is configured here. */
export default mapping({
  kind: 'audit-log',
  dialect: 'terraform',
  types: ['google_project_iam_audit_config', 'google_folder_iam_audit_config', 'google_organization_iam_audit_config'],
  map: (config) => {
    const stated = reader(config);
    const always = notApplicable('the platform keeps it always, for all regions, out of everyone’s reach');
    return {
      kind: 'audit-log',
      provider: 'google',
      ...subjectOf(config),
      traits: {
        watchedLive: notApplicable('where it is sent is set apart from it'),
        running: always,
        everyRegion: always,
        tamperEvident: always,
        encryptedWithOwnKey: notApplicable('where it is sent to says so'),
        withoutGaps: withoutGaps(stated),
      },
    };
  },
});

// https://cloud.google.com/logging/docs/audit/configure-data-access
function withoutGaps(config: Reader): Fact<boolean> {
  const service = config.optionalString('service');
  if (service.known && service.value !== 'allServices') return { ...service, value: true };
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
