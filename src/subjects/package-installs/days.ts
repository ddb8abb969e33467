import type { Installs, Setting } from '../../dialects/dependency-config/installs.ts';
import { known, unknownFact, type Fact } from '../../model/fact.ts';

const minutesInDay = 24 * 60;

// Each manager has a unit of its own:
// https://docs.npmjs.com/cli/v11/using-npm/config#min-release-age (days)
// https://pnpm.io/settings#minimumreleaseage (minutes)
// https://yarnpkg.com/configuration/yarnrc#npmMinimalAgeGate (minutes, or with a unit)
// https://bun.com/docs/pm/cli/install#minimum-release-age (seconds)
// https://docs.astral.sh/uv/reference/settings/#exclude-newer (a duration with its unit, or a date)
const settings: readonly { manager: Installs['manager']; name: string; perDay: number }[] = [
  { manager: 'npm', name: 'min-release-age', perDay: 1 },
  { manager: 'pnpm', name: 'minimumReleaseAge', perDay: minutesInDay },
  { manager: 'pnpm', name: 'minimum-release-age', perDay: minutesInDay },
  { manager: 'yarn', name: 'npmMinimalAgeGate', perDay: minutesInDay },
  { manager: 'bun', name: 'install.minimumReleaseAge', perDay: minutesInDay * 60 },
  { manager: 'uv', name: 'exclude-newer', perDay: Number.NaN },
];

/** How many days a release has to be out; undefined where nothing is written. */
export function days(installs: Installs): Fact<number> | undefined {
  for (const { manager, name, perDay } of settings) {
    const setting = manager === installs.manager ? installs.settings.get(name) : undefined;
    if (setting) return read(setting, perDay);
  }
  return undefined;
}

const units: { readonly [unit: string]: number } = { m: 1 / minutesInDay, h: 1 / 24, d: 1, w: 7 };

function read({ value, at }: Setting, perDay: number): Fact<number> {
  if (/^\d+(\.\d+)?$/.test(value) && !Number.isNaN(perDay)) return known(Number(value) / perDay, at);
  const span = /^(?:P)?(\d+)\s*(m|h|d|w)(?:in(?:ute)?s?|r?s?|ours?|ays?|eeks?)?$/i.exec(value.trim());
  if (span) return known(Number(span[1]) * units[span[2]!.toLowerCase()]!, at);
  // A date holds back everything newer for good.
  if (/^\d{4}-\d{2}-\d{2}/.test(value)) return known(Number.POSITIVE_INFINITY, at);
  return unknownFact({ code: 'wrong-type', subject: value, settledBy: 'a number in the unit of this manager' }, at);
}
