import { known, mapFact, unknownFact, type Fact, type FactList } from '../../model/fact.ts';
import type { UpdateScope } from '../../model/kinds/dependency-updates.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Reader } from '../read.ts';

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
        covers: covers(own),
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

function covers(own: Reader): readonly UpdateScope[] {
  const everywhere: FactList<string> = { items: [known('**', own.at)], complete: true, at: own.at };
  const enabled = own.strings('enabledManagers');
  if (enabled.items.length === 0 && enabled.complete) return [{ ecosystem: '*', folders: everywhere, at: own.at }];
  return enabled.items.flatMap((item) =>
    item.known
      ? [{ ecosystem: managers[item.value] ?? item.value, folders: everywhere, at: item.at }]
      : [{ ecosystem: '*', folders: everywhere, at: item.at }],
  );
}

function waitingDays(own: Reader): Fact<number> {
  const age = own.optionalString('minimumReleaseAge');
  const older = age.known && age.value === undefined ? own.optionalString('stabilityDays') : age;
  if (!older.known) return older;
  if (older.value !== undefined) return { ...older, value: days(older.value) };
  const presets = own.strings('extends');
  const elsewhere = presets.items.find(
    (item) =>
      item.known &&
      !/^(config|default|helpers|docker|group|schedule|preview|workarounds|replacements|monorepo|npm|security|abandonments|packages|mergeConfidence|customManagers)?:/.test(
        item.value,
      ),
  );
  if (!elsewhere && presets.complete)
    return { known: true, value: 0, origin: 'default', at: own.at, via: [], source: `${source}#minimumreleaseage` };
  return unknownFact(
    {
      code: 'not-in-repository',
      ...(elsewhere?.known && { subject: `the preset ${elsewhere.value}` }),
      settledBy: 'a minimumReleaseAge here',
    },
    elsewhere?.at ?? presets.at,
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
  return major.known && major.value !== undefined ? { ...major, value: major.value } : whole;
}
