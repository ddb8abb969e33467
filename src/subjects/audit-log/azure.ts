import type { Resource } from '../../dialects/dialect.ts';
import { allOf, anyItem, anyOf, known, mapFact, notApplicable, type Fact } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Reader } from '../read.ts';

const always = notApplicable('the platform keeps it always, for all regions, out of everyone’s reach');

// What tells of changes, of rights and of attacks: https://learn.microsoft.com/en-us/azure/azure-monitor/platform/activity-log-schema
const needed = ['Administrative', 'Security', 'Policy'];

/** Where the activity log of a subscription is sent to. */
const settings = mapping({
  kind: 'audit-log',
  dialect: 'terraform',
  types: ['azurerm_monitor_diagnostic_setting'],
  map: (setting) => {
    const stated = reader(setting);
    if (!isOfSubscription(setting)) return undefined;
    const [first, ...rest] = needed.map((category) => sends(stated, category));
    return {
      kind: 'audit-log',
      provider: 'azure',
      ...subjectOf(setting),
      traits: {
        watchedLive: notApplicable('where it is sent is set apart from it'),
        running: always,
        everyRegion: always,
        tamperEvident: always,
        encryptedWithOwnKey: notApplicable('where it is sent to says so'),
        withoutGaps: allOf(first!, ...rest),
      },
    };
  },
});

/** Whether it is about a subscription as a whole, and so about its activity log. */
export function isOfSubscription(setting: Resource): boolean {
  const target = reader(setting).value('target_resource_id');
  if (target?.references?.some(({ address }) => /azurerm_subscription\./.test(address))) return true;
  return target?.type === 'string' && /^\/subscriptions\/[^/]+\/?$/i.test(target.value);
}

function sends(setting: Reader, category: string): Fact<boolean> {
  const named = setting
    .blocks('enabled_log')
    .items.map((block) => mapFact(block.optionalString('category'), same(category)));
  const old = setting.blocks('log').items.map((block) =>
    allOf(
      mapFact(block.optionalString('category'), same(category)),
      mapFact(block.optionalBool('enabled'), (on) => on !== false),
    ),
  );
  const [first, ...rest] = [...named, ...old];
  const sent = first ? anyOf(first, ...rest) : known(false, setting.at);
  return sent.known && !sent.value ? known(false, setting.at) : sent;
}

const same = (category: string) => (name: string | undefined) => name?.toLowerCase() === category.toLowerCase();

/** The former way: https://learn.microsoft.com/azure/azure-monitor/platform/activity-log */
const profiles = mapping({
  kind: 'audit-log',
  dialect: 'terraform',
  types: ['azurerm_monitor_log_profile'],
  map: (profile) => {
    const categories = reader(profile).strings('categories');
    const [first, ...rest] = ['write', 'delete', 'action'].map((category) =>
      anyItem(categories, (name) => name.toLowerCase() === category),
    );
    return {
      kind: 'audit-log',
      provider: 'azure',
      ...subjectOf(profile),
      traits: {
        watchedLive: notApplicable('where it is sent is set apart from it'),
        running: always,
        everyRegion: always,
        tamperEvident: always,
        encryptedWithOwnKey: notApplicable('where it is sent to says so'),
        withoutGaps: allOf(first!, ...rest),
      },
    };
  },
});

export default [settings, profiles];
