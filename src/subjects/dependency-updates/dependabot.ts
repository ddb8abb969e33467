import type { DependabotModel } from '../../dialects/dependency-config/dependabot.ts';
import {
  anyItem,
  known,
  mapFact,
  notApplicable,
  unknownFact,
  type Fact,
  type FactList,
  type NotApplicable,
} from '../../model/fact.ts';
import type { Place } from '../../model/place.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Reader } from '../read.ts';
import { matchesFolder } from './folders.ts';

const source =
  'https://docs.github.com/en/code-security/dependabot/working-with-dependabot/dependabot-options-reference';

// https://docs.github.com/en/code-security/dependabot/ecosystems-supported-by-dependabot/supported-ecosystems-and-repositories
const supported = new Set(
  (
    'bazel bundler cargo composer conda deno devcontainers docker docker-compose elm github-actions gitsubmodule ' +
    'gomod gradle helm julia maven mix nix npm nuget pip pre-commit pub sbt swift terraform vcpkg'
  ).split(' '),
);
// One entry at the root of a workspace looks after its members.
const withMembers = new Set(['npm', 'bun', 'cargo', 'gradle', 'maven', 'nuget', 'mix', 'sbt', 'pub', 'uv']);

/** Ecosystems that look after the manifests of another one. */
const same: { readonly [name: string]: string } = { bun: 'npm', uv: 'pip', opentofu: 'terraform' };

export default mapping<'dependency-updates', DependabotModel>({
  kind: 'dependency-updates',
  dialect: 'dependency-config',
  types: ['dependabot-update'],
  map: (resource) => {
    const own = reader(resource);
    const written = own.optionalString('package-ecosystem');
    const ecosystem = (written.known && written.value) || '';
    return {
      kind: 'dependency-updates',
      provider: 'dependabot',
      ...subjectOf(resource),
      traits: {
        bot: 'Dependabot',
        effective: known(resource.model.effective, resource.at),
        looksAfter: looksAfter(ecosystem, own, resource.at),
        intervalDays: own.value('multi-ecosystem-group')
          ? notApplicable('the group it belongs to has the schedule')
          : intervalDays(own),
        waitingDays: waitingDays(own),
        runsManifestCode: mapFact(
          own.string('insecure-external-code-execution', {
            value: 'deny',
            source: `${source}#insecure-external-code-execution-`,
          }),
          (value) => value === 'allow',
        ),
        securityUpdatesOff: ignoresEverything(own),
        mergesByItself: notApplicable('Dependabot opens pull requests and merges none'),
      },
    };
  },
});

// Three days since 14 July 2026: https://github.blog/changelog/2026-07-14-dependabot-version-updates-introduce-default-package-cooldown/
const cooldown =
  'https://docs.github.com/en/code-security/reference/supply-chain-security/dependabot-options-reference#cooldown';
const waitingDays = (own: Reader): Fact<number> =>
  (own.blocks('cooldown').items[0] ?? own).number(own.value('cooldown') ? 'default-days' : 'cooldown.default-days', {
    value: 3,
    source: cooldown,
  });

function folders(own: Reader): FactList<string> {
  const list = own.value('directories') ? own.strings('directories') : own.strings('directory');
  return { ...list, items: list.items.map((item) => mapFact(item, (folder) => folder.replace(/^\.?\/+|\/+$/g, ''))) };
}

/** An ignore entry for every name, without versions or kinds of update, stops the fixes of vulnerabilities as well. */
function ignoresEverything(own: Reader): Fact<boolean> {
  for (const entry of own.blocks('ignore').items) {
    const name = entry.optionalString('dependency-name');
    if (name.known && name.value === '*' && !entry.value('versions') && !entry.value('update-types'))
      return { ...name, value: true };
  }
  return known(false, own.at);
}

const looksAfter =
  (own: string, entry: Reader, at: Place) =>
  (ecosystem: string, folder: string): Fact<boolean> | NotApplicable => {
    const list = folders(entry);
    if (!supported.has(ecosystem)) return notApplicable(`Dependabot does not know ${ecosystem}`);
    if (ecosystem !== (same[own] ?? own)) return known(false, at);
    const named = anyItem(
      list,
      (glob) => matchesFolder(glob, folder) || (withMembers.has(own) && isAbove(glob, folder)),
    );
    if (!named.known || !named.value) return named;
    const left = leftOut(entry, list, folder);
    return left ? known(false, left.at) : (onlySome(entry) ?? named);
  };

/** `exclude-paths`, relative to the folder of the entry. */
function leftOut(entry: Reader, list: FactList<string>, folder: string): Fact<string> | undefined {
  return entry.strings('exclude-paths').items.find((item) => {
    if (!item.known) return false;
    const path = item.value.replace(/^\.?\/+|\/(\*{1,2})?$/g, '');
    return list.items.some((base) => {
      const under = base.known && base.value !== '' ? `${base.value}/${path}` : path;
      return matchesFolder(under, folder, true);
    });
  });
}

/** `allow` by names alone leaves all other dependencies without updates. */
function onlySome(entry: Reader): Fact<never> | undefined {
  const allowed = entry.blocks('allow').items;
  const byName = allowed.filter((one) => {
    const name = one.optionalString('dependency-name');
    return name.known && name.value !== undefined && name.value !== '*';
  });
  if (allowed.length === 0 || byName.length < allowed.length) return undefined;
  return unknownFact(
    {
      code: 'not-evaluated',
      subject: 'which dependencies allow leaves without updates',
      settledBy: 'an entry without allow, or with dependency-type: all',
    },
    allowed[0]!.at,
  );
}

const isAbove = (folder: string, other: string) => folder === '' || other.startsWith(`${folder}/`);

const days: { readonly [interval: string]: number } = {
  daily: 1,
  weekly: 7,
  monthly: 31,
  quarterly: 92,
  semiannually: 184,
  yearly: 366,
};

function intervalDays(own: Reader): Fact<number> {
  const interval = own.string('schedule.interval', { reason: { code: 'no-value', settledBy: 'an interval here' } });
  if (!interval.known) return interval;
  const length = days[interval.value];
  if (length !== undefined) return { ...interval, value: length };
  return unknownFact(
    { code: 'not-evaluated', subject: 'the cron schedule', settledBy: 'a named interval' },
    interval.at,
  );
}
