import type { Installs, Setting } from '../../dialects/dependency-config/installs.ts';
import type { Resource } from '../../dialects/dialect.ts';
import { byDefault, known, notApplicable, unknownFact, type Fact, type NotApplicable } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { days } from './days.ts';

const words = { npm: 'npm', pnpm: 'pnpm', 'yarn-1': 'Yarn 1', yarn: 'Yarn', bun: 'Bun', uv: 'uv' } as const;

export default mapping<'package-installs', Installs>({
  kind: 'package-installs',
  dialect: 'dependency-config',
  types: ['package-installs'],
  map: (resource) => {
    const { manager, unverified } = resource.model;
    return {
      kind: 'package-installs',
      ...subjectOf(resource),
      traits: {
        manager: words[manager],
        anyScriptRuns: anyScriptRuns(resource),
        newestAfterDays: days(resource.model) ?? notApplicable('no time is written here: the update bot may wait'),
        foreignSourcesAllowed: foreignSources(resource.model),
        checksumsIgnored: checksumsIgnored(resource),
        unverified: {
          items: unverified.map(({ name, how, at }) => known(`${name} ${how}`, at)),
          complete: true,
          at: resource.at,
        },
      },
    };
  },
});

const isOn = (setting: Setting | undefined): boolean => setting?.value === 'true';

const pages = {
  npm: 'https://docs.npmjs.com/cli/v11/using-npm/config#ignore-scripts',
  npm12: 'https://github.blog/changelog/2026-06-09-upcoming-breaking-changes-for-npm-v12/',
  pnpm: 'https://pnpm.io/settings/build',
  yarn1: 'https://classic.yarnpkg.com/en/docs/cli/install#toc-yarn-install-ignore-scripts',
  bun: 'https://bun.com/docs/pm/lifecycle',
};

const byVersion = (resource: Resource, manager: string): Fact<never> =>
  unknownFact(
    {
      code: 'not-in-repository',
      subject: `the version of ${manager}, which decides whether packages run scripts,`,
      settledBy: 'the version in packageManager of package.json, or the setting written out',
    },
    resource.at,
  );

/** Whether scripts of packages run without being chosen: written, else by the manager's version. */
function anyScriptRuns(resource: Resource<Installs>): Fact<boolean> | NotApplicable {
  const { manager, settings, version } = resource.model;
  const written = (name: string, runs: boolean): Fact<boolean> => known(runs, settings.get(name)!.at);
  if (manager === 'uv') return notApplicable('wheels run no scripts, and building from source is not told apart here');
  if (manager === 'yarn') {
    const setting = settings.get('enableScripts');
    return setting ? known(setting.value !== 'false', setting.at) : byVersion(resource, 'Yarn');
  }
  for (const name of ['ignore-scripts', 'ignoreScripts'] as const)
    if (isOn(settings.get(name))) return written(name, false);
  if (manager === 'yarn-1') return byDefault(true, resource.at, pages.yarn1);
  if (manager === 'bun') return byDefault(false, resource.at, pages.bun);
  if (manager === 'npm') {
    if (isOn(settings.get('strict-allow-scripts'))) return written('strict-allow-scripts', false);
    if (!version) return byVersion(resource, 'npm');
    return byDefault(version.from < 12, resource.at, version.from < 12 ? pages.npm : pages.npm12);
  }
  return ofPnpm(resource);
}

// https://github.com/pnpm/pnpm/releases/tag/v10.0.0
function ofPnpm(resource: Resource<Installs>): Fact<boolean> {
  const { settings, version } = resource.model;
  for (const name of ['dangerouslyAllowAllBuilds', 'dangerously-allow-all-builds'])
    if (isOn(settings.get(name))) return known(true, settings.get(name)!.at);
  for (const name of ['allowBuilds', 'onlyBuiltDependencies', 'onlyBuiltDependenciesFile']) {
    const chosen = settings.get(name);
    if (chosen) return known(false, chosen.at);
  }
  if (version && version.from >= 10) return byDefault(false, resource.at, pages.pnpm);
  if (version?.below !== undefined && version.below <= 10) return byDefault(true, resource.at, pages.pnpm);
  return byVersion(resource, 'pnpm');
}

/** pnpm's `blockExoticSubdeps`, npm's `allow-git` and `allow-remote`: only what is written is judged. */
function foreignSources({ settings }: Installs): Fact<boolean> | NotApplicable {
  const blocked = settings.get('blockExoticSubdeps');
  if (blocked) return known(blocked.value !== 'true', blocked.at);
  const git = settings.get('allow-git') ?? settings.get('allow-remote');
  return git ? known(git.value === 'all', git.at) : notApplicable('nothing is written about sources of packages');
}

/** Settings that install a package whatever its checksum. */
function checksumsIgnored({ model: { manager, settings }, at }: Resource<Installs>): Fact<boolean> | NotApplicable {
  if (manager === 'uv') return notApplicable('uv always compares with the lock file');
  const yarn = settings.get('checksumBehavior');
  if (yarn) return known(yarn.value !== 'throw', yarn.at);
  const trust = settings.get('verify-store-integrity') ?? settings.get('verifyStoreIntegrity');
  if (trust) return known(trust.value === 'false', trust.at);
  return known(false, at);
}
