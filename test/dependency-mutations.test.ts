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
