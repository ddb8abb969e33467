import { byDefault, known, mapFact, unknownFact, type Fact, type UnknownFact } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Reader } from '../read.ts';
import { matchesFolder } from './folders.ts';

const source = 'https://docs.renovatebot.com/configuration-options/';

/** Renovate's names of managers whose ecosystem has another name at Dependabot: https://docs.renovatebot.com/modules/manager/ */
const managers: { readonly [manager: string]: string } = {
  bun: 'npm',
  npm: 'npm',
  pip_requirements: 'pip',
  'pip-compile': 'pip',
  pip_setup: 'pip',
  pipenv: 'pip',
  poetry: 'pip',
  pep621: 'pip',
  'setup-cfg': 'pip',
  gomod: 'gomod',
  dockerfile: 'docker',
  kubernetes: 'docker',
  helmv3: 'helm',
  'helm-values': 'helm',
  'git-submodules': 'gitsubmodule',
  devcontainer: 'devcontainers',
  'gradle-wrapper': 'gradle',
};

export default mapping({
  kind: 'dependency-updates',
  dialect: 'dependency-config',
  types: ['renovate'],
  map: (resource) => {
    const own = reader(resource);
    return {
      kind: 'dependency-updates',
      provider: 'renovate',
      ...subjectOf(resource),
      traits: {
        bot: 'Renovate',
        effective: own.bool('enabled', { value: true, source: `${source}#enabled` }),
        looksAfter: looksAfter(own),
        intervalDays: intervalDays(own),
        waitingDays: waitingDays(own),
        // The bot's own configuration has to allow scripts as well, which doesn't show here.
        runsManifestCode: mapFact(
          own.bool('ignoreScripts', { value: true, source: `${source}#ignorescripts` }),
          (ignored) => !ignored,
        ),
        securityUpdatesOff: mapFact(
          own.bool('vulnerabilityAlerts.enabled', { value: true, source: `${source}#vulnerabilityalerts` }),
          (on) => !on,
        ),
        mergesByItself: mergesMajors(own),
      },
    };
  },
});

/** Everything the bot knows, but what is named otherwise: managers that are on or off, paths that are left out. */
function looksAfter(own: Reader): (ecosystem: string, folder: string) => Fact<boolean> {
  const chosen = own.strings('enabledManagers');
  const off = own
    .blocks('packageRules')
    .items.filter((rule) => isOff(rule) && onlyBy(rule, 'matchManagers'))
    .flatMap((rule) => rule.strings('matchManagers').items);
  const left = own.strings('ignorePaths');
  const named = (item: Fact<string>, ecosystem: string) =>
    item.known && (managers[item.value] ?? item.value) === ecosystem;
  return (ecosystem, folder) => {
    const isLeft = left.items.find(
      (item) => item.known && matchesFolder(item.value.replace(/\/\*{1,2}$/, ''), folder, true),
    );
    if (isLeft) return known(false, isLeft.at);
    const isOffHere = off.find((item) => named(item, ecosystem));
    if (isOffHere) return known(false, isOffHere.at);
    if (chosen.items.length === 0 && chosen.complete) return known(true, own.at);
    const isOn = chosen.items.find((item) => named(item, ecosystem));
    return known(isOn !== undefined, isOn?.at ?? chosen.at);
  };
}

const isOff = (rule: Reader): boolean => {
  const enabled = rule.optionalBool('enabled');
  return enabled.known && enabled.value === false;
};

const onlyBy = (rule: Reader, matcher: string): boolean =>
  [...rule.body.entries.keys()].every((key) => !key.startsWith('match') || key === matcher);

const presets: readonly (readonly [RegExp, number])[] = [
  [/^schedule:(daily|earlyMondays|nonOfficeHours|officeHours|weekdays|automergeDaily)$/i, 7],
  [/^schedule:(weekly|weekends)$/i, 7],
  [/^schedule:monthly$/i, 31],
  [/^schedule:quarterly$/i, 92],
  [/^schedule:yearly$/i, 366],
];

/** Without a schedule it looks whenever it runs. Schedules are free text, of which the usual words are understood. */
function intervalDays(own: Reader): Fact<number> {
  const written = own.strings('schedule');
  const [first] = written.items;
  if (!first) {
    const preset = own.strings('extends').items.find((item) => item.known && item.value.startsWith('schedule:'));
    const length = preset?.known ? presets.find(([name]) => name.test(preset.value))?.[1] : undefined;
    if (preset && length !== undefined) return known(length, preset.at);
    if (!preset && written.complete)
      return fromElsewhere(own, 'schedule') ?? byDefault(1, own.at, `${source}#schedule`);
    return unknownFact(unclear, preset?.at ?? written.at);
  }
  if (!first.known) return first;
  const text = first.value.toLowerCase();
  if (/quarter|every 3 months/.test(text)) return { ...first, value: 92 };
  if (/first day of the month|month|\b1st\b/.test(text)) return { ...first, value: 31 };
  if (/day|week|at any time|^(before|after) [\d:]+\s*[ap]m/.test(text)) return { ...first, value: 7 };
  const cron = /^\S+ \S+ (\S+) (\S+) (\S+)$/.exec(text);
  if (cron) {
    const [, day, month, weekday] = cron;
    if (month === '*') return { ...first, value: day === '*' || weekday !== '*' ? 7 : 31 };
  }
  return unknownFact(unclear, first.at);
}

const unclear = {
  code: 'not-evaluated',
  subject: 'the schedule',
  settledBy: 'one of the schedule presets (schedule:weekly)',
} as const;

function waitingDays(own: Reader): Fact<number> {
  const age = own.optionalString('minimumReleaseAge');
  const older = age.known && age.value === undefined ? own.optionalString('stabilityDays') : age;
  if (!older.known) return older;
  if (older.value !== undefined) return { ...older, value: days(older.value) };
  // https://docs.renovatebot.com/presets-security/ and what config:best-practices takes in of it
  const preset = own
    .strings('extends')
    .items.find((item) => item.known && /^(config:best-practices|security:minimumReleaseAge\w*)$/.test(item.value));
  if (preset) return known(3, preset.at);
  return fromElsewhere(own, 'minimumReleaseAge') ?? byDefault(0, own.at, `${source}#minimumreleaseage`);
}

const ownPreset =
  /^(config|default|helpers|docker|group|schedule|preview|workarounds|replacements|monorepo|npm|security|abandonments|packages|mergeConfidence|customManagers|global|regexManagers)?:/;

/** A preset of another repository may set what is not written here. */
function fromElsewhere(own: Reader, name: string): UnknownFact | undefined {
  const presets = own.strings('extends');
  const other = presets.items.find((item) => item.known && !ownPreset.test(item.value));
  if (!other && presets.complete) return undefined;
  return unknownFact(
    {
      code: 'not-in-repository',
      ...(other?.known && { subject: `the preset ${other.value}` }),
      settledBy: `a ${name} here`,
    },
    other?.at ?? presets.at,
  );
}

/** `3 days`, `1 week`, `24 hours`: https://github.com/vercel/ms, which Renovate uses. */
function days(text: string): number {
  const match = /^(\d+(?:\.\d+)?)\s*(m|minutes?|h|hours?|d|days?|w|weeks?|months?)?$/i.exec(text.trim());
  if (!match) return 0;
  const unit = (match[2] ?? 'd').toLowerCase();
  const each = unit.startsWith('month')
    ? 30
    : unit.startsWith('w')
      ? 7
      : unit.startsWith('h')
        ? 1 / 24
        : unit.startsWith('m')
          ? 1 / 1440
          : 1;
  return Number(match[1]) * each;
}

/** A rule for some packages or kinds of update decides for those; only one that takes in major versions counts. */
function mergesMajors(own: Reader): Fact<boolean> {
  const preset = own
    .strings('extends')
    .items.find((item) => item.known && /^:(automergeAll|automergeMajor)$/.test(item.value));
  if (preset) return known(true, preset.at);
  const major = own.optionalBool('major.automerge');
  const whole = own.bool('automerge', { value: false, source: `${source}#automerge` });
  const rule = own.blocks('packageRules').items.find((entry) => {
    const merges = entry.optionalBool('automerge');
    const kinds = entry.strings('matchUpdateTypes').items;
    return merges.known && merges.value === true && kinds.some((kind) => kind.known && kind.value === 'major');
  });
  if (rule) return known(true, rule.at);
  if (major.known && major.value !== undefined) return { ...major, value: major.value };
  return own.value('automerge') ? whole : (fromElsewhere(own, 'automerge') ?? whole);
}
