import { describe, expect, it } from 'vitest';
import { findings, shared, type Mutation } from './guarded-repository.ts';

// Update bots, with one setting broken at a time: just the rules fire that are written down.

const renovate = `{
  "extends": ["config:recommended"],
  "schedule": ["before 4am on monday"],
  "minimumReleaseAge": "7 days",
  "ignoreScripts": true,
  "vulnerabilityAlerts": { "enabled": true }
}
`;

const ofRenovate: readonly Mutation[] = [
  [
    'switched off',
    '"schedule"',
    '"enabled": false, "schedule"',
    ['dependencies-are-kept-up-to-date/bot', 'update-bots-are-switched-on'],
  ],
  ['updates once a quarter', '"before 4am on monday"', '"every 3 months"', ['updates-come-often']],
  ['a schedule in words of its own', '"before 4am on monday"', '"now and then"', ['updates-come-often ?']],
  ['releases taken after a day', '"7 days"', '"1 day"', ['fresh-releases-wait']],
  ['releases taken at once', /.*minimumReleaseAge.*\n/, '', ['fresh-releases-wait']],
  ['foreign code may run', '"ignoreScripts": true', '"ignoreScripts": false', ['update-bots-run-no-foreign-code']],
  ['no security updates', '"enabled": true', '"enabled": false', ['security-updates-are-on']],
  ['everything is merged', '"schedule"', '"automerge": true, "schedule"', ['major-updates-are-reviewed']],
  [
    'only pipelines are looked after',
    '"schedule"',
    '"enabledManagers": ["github-actions"], "schedule"',
    ['dependencies-are-kept-up-to-date/everywhere'],
  ],
];

describe('updates by Renovate', () => {
  // How the branch is guarded is told nowhere here.
  const of = async (text: string) =>
    (await findings(new Map(files).set('renovate.json', text))).filter((id) => id !== 'code-owners-approve ?');
  const files = new Map(shared);
  files.delete('.github/dependabot.yml');

  it('have no finding', async () => {
    expect(await of(renovate)).toEqual([]);
  });

  it.each(ofRenovate)('%s', async (_, from, to, expected) => {
    const after = renovate.replace(from, to);
    expect(after, 'the mutation changes nothing').not.toBe(renovate);
    expect(await of(after)).toEqual(expected);
  });
});

// Each key of an entry of dependabot.yml, set to what it must not be and to what it may be.
const dependabot = shared.find(([path]) => path === '.github/dependabot.yml')![1];
const before = '    cooldown:\n      default-days: 7\n';
const none = ['code-owners-approve ?'];
const everywhere = 'dependencies-are-kept-up-to-date/everywhere';
const ofDependabot: readonly Mutation[] = [
  [
    'another version of the format',
    'version: 2',
    'version: 1',
    ['dependencies-are-kept-up-to-date/bot', 'update-bots-are-switched-on'],
  ],
  ['another ecosystem', 'ecosystem: npm', 'ecosystem: gomod', [everywhere]],
  ['another folder', 'directory: /', 'directory: /app', [everywhere]],
  ['several folders, this one among them', 'directory: /', 'directories: [/, /app]', []],
  ['all folders', 'directory: /', 'directories: ["**"]', []],
  ['this folder is left out', before, `${before}    exclude-paths: ["**"]\n`, [everywhere]],
  ['another folder is left out', before, `${before}    exclude-paths: [docs]\n`, []],
  ['once a month', 'interval: weekly', 'interval: monthly', []],
  ['twice a year', 'interval: weekly', 'interval: semiannually', ['updates-come-often']],
  ['a cron schedule', 'interval: weekly', 'interval: cron\n      cronjob: "0 5 * * *"', ['updates-come-often ?']],
  [
    'no interval',
    /schedule:\n {6}interval: weekly\n {4}cooldown/,
    'schedule: {}\n    cooldown',
    ['updates-come-often ?'],
  ],
  ['no cooldown of its own', before, '', []],
  ['one day of cooldown', 'default-days: 7', 'default-days: 1', ['fresh-releases-wait']],
  ['only some dependencies', before, `${before}    allow: [{ dependency-name: left-pad }]\n`, [`${everywhere} ?`]],
  ['direct dependencies only', before, `${before}    allow: [{ dependency-type: direct }]\n`, []],
  ['nothing at all', before, `${before}    ignore: [{ dependency-name: "*" }]\n`, ['security-updates-are-on']],
  [
    'no major versions',
    before,
    `${before}    ignore: [{ dependency-name: "*", update-types: ["version-update:semver-major"] }]\n`,
    [],
  ],
  ['one package is ignored', before, `${before}    ignore: [{ dependency-name: left-pad }]\n`, []],
  [
    'foreign code may run',
    before,
    `${before}    insecure-external-code-execution: allow\n`,
    ['update-bots-run-no-foreign-code'],
  ],
  ['foreign code may not run', before, `${before}    insecure-external-code-execution: deny\n`, []],
  ['security updates only', before, `${before}    open-pull-requests-limit: 0\n`, []],
  [
    'groups, labels and reviewers',
    before,
    `${before}    groups: { all: { patterns: ["*"] } }\n    labels: [deps]\n    assignees: [someone]\n`,
    [],
  ],
];

describe('updates by Dependabot', () => {
  const files = new Map(shared);
  const of = async (text: string) =>
    (await findings(new Map(files).set('.github/dependabot.yml', text))).filter((id) => !none.includes(id));

  it('have no finding', async () => {
    expect(await of(dependabot)).toEqual([]);
  });

  it.each(ofDependabot)('%s', async (_, from, to, expected) => {
    const after = dependabot.replace(from, to);
    expect(after, 'the mutation changes nothing').not.toBe(dependabot);
    expect(await of(after)).toEqual(expected);
  });
});
