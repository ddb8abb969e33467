import { describe, expect, it } from 'vitest';
import { ruleIndex } from '../rules/index.ts';
import { scanTree } from './scan-tree.ts';

// A repository whose branch is guarded as it should be, by each of the sources that can say so, with one setting broken
// at a time: just the rules fire that are written down.

const shared: readonly (readonly [string, string])[] = [
  [
    '.github/workflows/ci.yml',
    `name: ci
on: pull_request
permissions:
  contents: read
jobs:
  build:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
      - run: npm test
`,
  ],
  ['.github/CODEOWNERS', '* @acme/engineering\n/.github/ @acme/platform\n/infra/ @acme/platform\n'],
  ['.github/dependabot.yml', dependabot()],
  ['.soc2/config.yml', 'repository: { host: github.com, owner: acme, name: shop }\n'],
  ['infra/main.tf', '# nothing yet\n'],
  ['package.json', '{ "name": "shop", "dependencies": { "left-pad": "1.3.0" } }\n'],
  ['package-lock.json', '{ "name": "shop", "lockfileVersion": 3, "packages": {} }\n'],
];

function dependabot(): string {
  return `version: 2
updates:
  - package-ecosystem: npm
    directory: /
    schedule:
      interval: weekly
    cooldown:
      default-days: 7
  - package-ecosystem: github-actions
    directory: /
    schedule:
      interval: weekly
`;
}

const kinds = new Set(['branch-rules', 'branch-rule-statement', 'tag-rules', 'code-owners', 'dependency-updates']);
const rules = ruleIndex.entries
  .filter((entry) => entry.kinds.some((kind) => kinds.has(kind)))
  .map(({ id }) => id)
  .concat('dependencies-are-kept-up-to-date');

async function findings(texts: ReadonlyMap<string, string>): Promise<string[]> {
  const { report } = await scanTree(texts, { rules, asOf: '2026-11-22' });
  return [
    ...new Set(
      report.results.map(
        ({ rule, aspect, verdict }) => `${rule}${aspect ? `/${aspect}` : ''}${verdict === 'unknown' ? ' ?' : ''}`,
      ),
    ),
  ].sort();
}

type Mutation = readonly [what: string, from: string | RegExp, to: string, rules: readonly string[]];

interface Source {
  file: string;
  text: string;
  /** What can't be said in this source, or is left to another place, and so is found in good order too. */
  always: readonly string[];
  mutations: readonly Mutation[];
}

const none = ['changes-need-review', 'changes-need-two-reviews'];

const sources: Record<string, Source> = {
  'settings.yml': {
    file: '.github/settings.yml',
    text: `branches:
  - name: main
    protection:
      required_pull_request_reviews:
        required_approving_review_count: 2
        dismiss_stale_reviews: true
        require_code_owner_reviews: true
        require_last_push_approval: true
      required_status_checks:
        strict: true
        checks:
          - context: build
            app_id: 15368
      required_conversation_resolution: true
      enforce_admins: true
      required_linear_history: true
      restrictions: null
`,
    always: [],
    mutations: [
      ['one approval', 'count: 2', 'count: 1', ['changes-need-two-reviews']],
      [
        'stale approvals stay, but the last push is approved',
        'dismiss_stale_reviews: true',
        'dismiss_stale_reviews: false',
        [],
      ],
      [
        'owners are not asked',
        'require_code_owner_reviews: true',
        'require_code_owner_reviews: false',
        ['code-owners-approve'],
      ],
      [
        'the last push is not approved',
        'last_push_approval: true',
        'last_push_approval: false',
        ['last-push-is-approved'],
      ],
      ['tested on an older base', 'strict: true', 'strict: false', ['changes-are-tested-up-to-date']],
      ['a check that anyone reports', '            app_id: 15368\n', '', ['required-checks-come-from-one-app']],
      ['a check that nothing produces', 'context: build', 'context: builds', ['required-checks-exist']],
      ['no check', /checks:\n {10}- .*\n.*\n/, 'checks: []\n', ['checks-are-required']],
      ['conversations stay open', 'resolution: true', 'resolution: false', ['conversations-are-resolved']],
      ['administrators go past', 'enforce_admins: true', 'enforce_admins: false', ['admins-follow-the-rules']],
      ['merge commits', 'linear_history: true', 'linear_history: false', ['history-is-linear']],
      [
        'somebody goes past',
        '        dismiss_',
        '        bypass_pull_request_allowances: { users: [someone] }\n        dismiss_',
        ['bypasses-leave-a-trace'],
      ],
      [
        'an app goes past',
        '        dismiss_',
        '        bypass_pull_request_allowances: { apps: [bot] }\n        dismiss_',
        ['apps-follow-the-rules'],
      ],
      ['a part is missing', '      restrictions: null\n', '', ['code-owners-approve ?', 'settings-file-applies']],
      [
        'history may be rewritten',
        'restrictions: null',
        'restrictions: null\n      allow_force_pushes: true',
        ['history-is-not-rewritten/force-push'],
      ],
      [
        'the branch may be deleted',
        'restrictions: null',
        'restrictions: null\n      allow_deletions: true',
        ['history-is-not-rewritten/deletion'],
      ],
    ],
  },
  github_branch_protection: {
    file: 'infra/github.tf',
    text: `resource "github_branch_protection" "main" {
  repository_id                   = "shop"
  pattern                         = "main"
  enforce_admins                  = true
  require_signed_commits          = true
  require_conversation_resolution = true
  required_linear_history         = true
  allows_force_pushes             = false
  allows_deletions                = false
  required_pull_request_reviews {
    required_approving_review_count = 2
    dismiss_stale_reviews           = true
    require_code_owner_reviews      = true
    require_last_push_approval      = true
  }
  required_status_checks {
    strict   = true
    contexts = ["build"]
  }
}
`,
    always: ['required-checks-come-from-one-app'],
    mutations: [
      ['one approval', 'count = 2', 'count = 1', ['changes-need-two-reviews']],
      ['no approval', 'count = 2', 'count = 0', none],
      ['an approval by default', /.*review_count = 2\n/, '', ['changes-need-two-reviews']],
      ['stale approvals stay, but the last push is approved', /(dismiss_stale_reviews +=) true/, '$1 false', []],
      ['owners are not asked', /(require_code_owner_reviews +=) true/, '$1 false', ['code-owners-approve']],
      ['the last push is not approved', /(require_last_push_approval +=) true/, '$1 false', ['last-push-is-approved']],
      ['tested on an older base', /(strict +=) true/, '$1 false', ['changes-are-tested-up-to-date']],
      ['no check', '["build"]', '[]', ['checks-are-required']],
      ['conversations stay open', 'resolution = true', 'resolution = false', ['conversations-are-resolved']],
      ['unsigned commits', /(require_signed_commits +=) true/, '$1 false', ['commits-are-signed']],
      ['administrators go past', /(enforce_admins +=) true/, '$1 false', ['admins-follow-the-rules']],
      ['merge commits', /(required_linear_history +=) true/, '$1 false', ['history-is-linear']],
      [
        'somebody may push by force',
        '  allows_deletions',
        '  force_push_bypassers = ["/someone"]\n  allows_deletions',
        ['history-is-not-rewritten/force-push'],
      ],
      ['administrators go past by default', /.*enforce_admins.*\n/, '', ['admins-follow-the-rules']],
      [
        'history may be rewritten',
        /(allows_force_pushes +=) false/,
        '$1 true',
        ['history-is-not-rewritten/force-push'],
      ],
      ['the branch may be deleted', /(allows_deletions +=) false/, '$1 true', ['history-is-not-rewritten/deletion']],
      [
        'somebody goes past',
        '    dismiss_',
        '    pull_request_bypassers = ["/someone"]\n    dismiss_',
        ['bypasses-leave-a-trace'],
      ],
      [
        'an answer from outside',
        'count = 2',
        'count = var.count',
        ['changes-need-review ?', 'changes-need-two-reviews ?'],
      ],
    ],
  },
  github_branch_protection_v3: {
    file: 'infra/github.tf',
    text: `resource "github_branch_protection_v3" "main" {
  repository                      = "shop"
  branch                          = "main"
  enforce_admins                  = true
  require_signed_commits          = true
  require_conversation_resolution = true
  required_linear_history         = true
  required_pull_request_reviews {
    required_approving_review_count = 2
    dismiss_stale_reviews           = true
    require_code_owner_reviews      = true
    require_last_push_approval      = true
  }
  required_status_checks {
    strict = true
    checks = ["build:15368"]
  }
}
`,
    always: [],
    mutations: [
      ['one approval', 'count = 2', 'count = 1', ['changes-need-two-reviews']],
      ['stale approvals stay, but the last push is approved', /(dismiss_stale_reviews +=) true/, '$1 false', []],
      ['owners are not asked', /(require_code_owner_reviews +=) true/, '$1 false', ['code-owners-approve']],
      ['the last push is not approved', /(require_last_push_approval +=) true/, '$1 false', ['last-push-is-approved']],
      ['tested on an older base', 'strict = true', 'strict = false', ['changes-are-tested-up-to-date']],
      ['a check that anyone reports', 'build:15368', 'build', ['required-checks-come-from-one-app']],
      ['a check of any app', 'build:15368', 'build:-1', ['required-checks-come-from-one-app']],
      ['no check', '["build:15368"]', '[]', ['checks-are-required']],
      ['conversations stay open', 'resolution = true', 'resolution = false', ['conversations-are-resolved']],
      ['unsigned commits', /(require_signed_commits +=) true/, '$1 false', ['commits-are-signed']],
      ['administrators go past', /(enforce_admins +=) true/, '$1 false', ['admins-follow-the-rules']],
      ['merge commits', /(required_linear_history +=) true/, '$1 false', ['history-is-linear']],
      [
        'a team goes past',
        '    dismiss_',
        '    bypass_pull_request_allowances {\n      teams = ["ops"]\n    }\n    dismiss_',
        ['bypasses-leave-a-trace'],
      ],
      [
        'an app goes past',
        '    dismiss_',
        '    bypass_pull_request_allowances {\n      apps = ["bot"]\n    }\n    dismiss_',
        ['apps-follow-the-rules'],
      ],
    ],
  },
  github_repository_ruleset: {
    file: 'infra/github.tf',
    text: `resource "github_repository_ruleset" "main" {
  name        = "main"
  repository  = "shop"
  target      = "branch"
  enforcement = "active"
  conditions {
    ref_name {
      include = ["~DEFAULT_BRANCH"]
      exclude = []
    }
  }
  rules {
    deletion            = true
    non_fast_forward    = true
    required_signatures = true
    required_linear_history = true
    pull_request {
      required_approving_review_count   = 2
      dismiss_stale_reviews_on_push     = true
      require_code_owner_review         = true
      require_last_push_approval        = true
      required_review_thread_resolution = true
    }
    required_status_checks {
      strict_required_status_checks_policy = true
      required_check {
        context        = "build"
        integration_id = 15368
      }
    }
  }
}
`,
    always: [],
    mutations: [
      ['one approval', /(count +=) 2/, '$1 1', ['changes-need-two-reviews']],
      ['no approval', /(count +=) 2/, '$1 0', none],
      ['no approval by default', /.*review_count +=.*\n/, '', none],
      [
        'stale approvals stay, but the last push is approved',
        /(dismiss_stale_reviews_on_push +=) true/,
        '$1 false',
        [],
      ],
      ['owners are not asked', /(require_code_owner_review +=) true/, '$1 false', ['code-owners-approve']],
      ['the last push is not approved', /(require_last_push_approval +=) true/, '$1 false', ['last-push-is-approved']],
      ['conversations stay open', 'resolution = true', 'resolution = false', ['conversations-are-resolved']],
      ['tested on an older base', 'policy = true', 'policy = false', ['changes-are-tested-up-to-date']],
      ['a check that anyone reports', /.*integration_id.*\n/, '', ['required-checks-come-from-one-app']],
      ['unsigned commits', 'signatures = true', 'signatures = false', ['commits-are-signed']],
      ['merge commits', 'linear_history = true', 'linear_history = false', ['history-is-linear']],
      [
        'tested on an older base, but merged in a queue',
        /policy = true([^]*?\n    }\n)/,
        'policy = false$1    merge_queue {\n      merge_method = "SQUASH"\n    }\n',
        [],
      ],
      [
        'an app goes past',
        '  conditions {',
        '  bypass_actors {\n    actor_id = 9\n    actor_type = "Integration"\n    bypass_mode = "always"\n  }\n  conditions {',
        ['apps-follow-the-rules'],
      ],
      ['history may be rewritten', /(non_fast_forward +=) true/, '$1 false', ['history-is-not-rewritten/force-push']],
      ['the branch may be deleted', /(deletion +=) true/, '$1 false', ['history-is-not-rewritten/deletion']],
      ['only reported', '"active"', '"evaluate"', ['code-owners-approve ?', 'ruleset-is-enforced']],
      ['switched off', '"active"', '"disabled"', ['code-owners-approve ?', 'ruleset-is-enforced']],
      [
        'administrators go past',
        '  conditions {',
        '  bypass_actors {\n    actor_id = 5\n    actor_type = "RepositoryRole"\n    bypass_mode = "always"\n  }\n  conditions {',
        ['admins-follow-the-rules'],
      ],
      [
        'a team goes past',
        '  conditions {',
        '  bypass_actors {\n    actor_id = 77\n    actor_type = "Team"\n    bypass_mode = "always"\n  }\n  conditions {',
        ['bypasses-leave-a-trace'],
      ],
      [
        'a team merges past',
        '  conditions {',
        '  bypass_actors {\n    actor_id = 77\n    actor_type = "Team"\n    bypass_mode = "pull_request"\n  }\n  conditions {',
        [],
      ],
    ],
  },
  'an exported ruleset': {
    file: '.github/rulesets/main.json',
    text: JSON.stringify(
      {
        name: 'main',
        target: 'branch',
        enforcement: 'active',
        conditions: { ref_name: { include: ['~DEFAULT_BRANCH'], exclude: [] } },
        rules: [
          { type: 'deletion' },
          { type: 'non_fast_forward' },
          { type: 'required_signatures' },
          { type: 'required_linear_history' },
          { type: 'creation' },
          {
            type: 'pull_request',
            parameters: {
              required_approving_review_count: 2,
              dismiss_stale_reviews_on_push: true,
              require_code_owner_review: true,
              require_last_push_approval: true,
              required_review_thread_resolution: true,
            },
          },
          {
            type: 'required_status_checks',
            parameters: {
              strict_required_status_checks_policy: true,
              required_status_checks: [{ context: 'build', integration_id: 15368 }],
            },
          },
        ],
        bypass_actors: [],
      },
      null,
      1,
    ),
    always: [],
    mutations: [
      ['one approval', 'count": 2', 'count": 1', ['changes-need-two-reviews']],
      ['no approval', 'count": 2', 'count": 0', none],
      ['stale approvals stay, but the last push is approved', 'on_push": true', 'on_push": false', []],
      ['owners are not asked', 'owner_review": true', 'owner_review": false', ['code-owners-approve']],
      ['the last push is not approved', 'push_approval": true', 'push_approval": false', ['last-push-is-approved']],
      ['conversations stay open', 'resolution": true', 'resolution": false', ['conversations-are-resolved']],
      ['tested on an older base', 'policy": true', 'policy": false', ['changes-are-tested-up-to-date']],
      ['a check that anyone reports', /,\s+"integration_id": 15368/, '', ['required-checks-come-from-one-app']],
      ['a check that nothing produces', '"build"', '"builds"', ['required-checks-exist']],
      ['unsigned commits', '"required_signatures"', '"creation"', ['commits-are-signed']],
      ['merge commits', '"required_linear_history"', '"creation"', ['history-is-linear']],
      [
        'tested on an older base, but merged in a queue',
        /"creation"([^]*)policy": true/,
        '"merge_queue"$1policy": false',
        [],
      ],
      ['history may be rewritten', '"non_fast_forward"', '"creation"', ['history-is-not-rewritten/force-push']],
      ['the branch may be deleted', '"deletion"', '"creation"', ['history-is-not-rewritten/deletion']],
      ['only reported', '"active"', '"evaluate"', ['code-owners-approve ?', 'ruleset-is-enforced']],
      [
        'administrators go past',
        '"bypass_actors": []',
        '"bypass_actors": [{ "actor_id": 5, "actor_type": "RepositoryRole", "bypass_mode": "always" }]',
        ['admins-follow-the-rules'],
      ],
      [
        'an app goes past',
        '"bypass_actors": []',
        '"bypass_actors": [{ "actor_id": 9, "actor_type": "Integration", "bypass_mode": "always" }]',
        ['apps-follow-the-rules'],
      ],
    ],
  },
};

describe.each(Object.entries(sources))('a branch guarded by %s', (_, { file, text, always, mutations }) => {
  const files = new Map([...shared, [file, text] as const]);

  it('has no finding', async () => {
    expect(await findings(files)).toEqual(always);
  });

  it('stale approvals stay and nobody approves the last push', async () => {
    const after = text.replace(
      /(dismiss_stale\w+"?[\s:=]+)true([^]*last_push_approval"?[\s:=]+)true/,
      '$1false$2false',
    );
    expect(after, 'the mutation changes nothing').not.toBe(text);
    const found = await findings(new Map(files).set(file, after));
    expect(found.filter((id) => !always.includes(id))).toEqual([
      'last-push-is-approved',
      'stale-approvals-are-dismissed',
    ]);
  });

  it.each(mutations)('%s', async (__, from, to, expected) => {
    const after = text.replace(from, to);
    expect(after, 'the mutation changes nothing').not.toBe(text);
    const found = await findings(new Map(files).set(file, after));
    expect(found.filter((id) => !always.includes(id))).toEqual(expected);
  });
});

const around: readonly (readonly [what: string, file: string, from: string | RegExp, to: string, rules: string[]])[] = [
  ['the job is renamed', '.github/workflows/ci.yml', '  build:', '  compile:', ['required-checks-exist']],
  [
    'the job runs for some paths',
    '.github/workflows/ci.yml',
    'on: pull_request',
    'on:\n  pull_request:\n    paths: [src/**]',
    ['required-checks-always-report'],
  ],
  [
    'the job runs after the merge',
    '.github/workflows/ci.yml',
    'on: pull_request',
    'on: schedule',
    ['required-checks-always-report'],
  ],
  [
    'pipelines belong to nobody',
    '.github/CODEOWNERS',
    '/.github/ @acme/platform',
    '/.github/workflows/',
    ['critical-paths-have-owners/pipelines'],
  ],
  [
    'what guards belongs to nobody',
    '.github/CODEOWNERS',
    '/.github/ @acme/platform',
    '/.github/settings.yml',
    ['critical-paths-have-owners/settings'],
  ],
  ['a person owns', '.github/CODEOWNERS', '/.github/ @acme/platform', '/.github/ @someone', ['owners-are-teams']],
  [
    'a line that matches nothing',
    '.github/CODEOWNERS',
    '/.github/ ',
    '/api/ @acme/api\n/.github/ ',
    ['code-owners-patterns-match'],
  ],
  [
    'a line that is taken over',
    '.github/CODEOWNERS',
    '* @acme/engineering\n',
    '/package.json @acme/api\n* @acme/engineering\n',
    ['code-owners-lines-take-effect'],
  ],
  [
    'a line that is not understood',
    '.github/CODEOWNERS',
    '* @acme/engineering\n',
    '* @acme/engineering\n!/docs/ @acme/api\n',
    ['code-owners-lines-can-be-read'],
  ],
  [
    'no bot for npm',
    '.github/dependabot.yml',
    /  - package-ecosystem: npm[^]*?(?=  - package)/,
    '',
    ['dependencies-are-kept-up-to-date/everywhere'],
  ],
  [
    'a bot in another folder',
    '.github/dependabot.yml',
    'directory: /',
    'directory: /app',
    ['dependencies-are-kept-up-to-date/everywhere'],
  ],
  [
    'updates once a quarter',
    '.github/dependabot.yml',
    'interval: weekly',
    'interval: quarterly',
    ['updates-come-often'],
  ],
  ['releases taken at once', '.github/dependabot.yml', 'default-days: 7', 'default-days: 0', ['fresh-releases-wait']],
  [
    'foreign code may run',
    '.github/dependabot.yml',
    '    cooldown:',
    '    insecure-external-code-execution: allow\n    cooldown:',
    ['update-bots-run-no-foreign-code'],
  ],
  [
    'everything is ignored',
    '.github/dependabot.yml',
    '    cooldown:',
    '    ignore:\n      - dependency-name: "*"\n    cooldown:',
    ['security-updates-are-on'],
  ],
];

describe('what stands around a guarded branch', () => {
  const { file, text } = sources['settings.yml']!;
  const files = new Map([...shared, [file, text] as const]);

  it('has no finding', async () => {
    expect(await findings(files)).toEqual([]);
  });

  it.each(around)('%s', async (_, path, from, to, expected) => {
    const before = files.get(path)!;
    const after = before.replace(from, to);
    expect(after, 'the mutation changes nothing').not.toBe(before);
    expect(await findings(new Map(files).set(path, after))).toEqual(expected);
  });
});

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
  const files = new Map([...shared, [sources['settings.yml']!.file, sources['settings.yml']!.text] as const]);
  files.delete('.github/dependabot.yml');

  it('have no finding', async () => {
    expect(await findings(new Map(files).set('renovate.json', renovate))).toEqual([]);
  });

  it.each(ofRenovate)('%s', async (_, from, to, expected) => {
    const after = renovate.replace(from, to);
    expect(after, 'the mutation changes nothing').not.toBe(renovate);
    expect(await findings(new Map(files).set('renovate.json', after))).toEqual(expected);
  });
});
