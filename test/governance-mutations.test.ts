import { describe, expect, it } from 'vitest';
import { findings, settings, shared, type Mutation } from './guarded-repository.ts';

// A repository whose branch is guarded as it should be, by each of the sources that can say so, with one setting broken
// at a time: just the rules fire that are written down.

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
    text: settings,
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

// Two places that speak of the same branch: a level below another, and a second writer.
const organization = `branches:
  - name: default
    protection:
      required_pull_request_reviews:
        required_approving_review_count: 2
        dismiss_stale_reviews: true
        require_code_owner_reviews: true
        require_last_push_approval: true
      required_status_checks: { strict: true, checks: [{ context: build, app_id: 15368 }] }
      required_conversation_resolution: true
      enforce_admins: true
      required_linear_history: true
      restrictions: null
`;
const below = (protection: string) => `branches:\n  - name: default\n    protection: ${protection}\n`;

const overrides: readonly (readonly [what: string, protection: string, rules: readonly string[]])[] = [
  ['nothing of its own', '{}', []],
  ['the same', '{ enforce_admins: true }', []],
  [
    'one approval',
    '{ required_pull_request_reviews: { required_approving_review_count: 1 } }',
    ['changes-need-two-reviews', 'overrides-keep-the-rules'],
  ],
  ['administrators go past', '{ enforce_admins: false }', ['admins-follow-the-rules', 'overrides-keep-the-rules']],
  [
    'history may be rewritten',
    '{ allow_force_pushes: true }',
    ['history-is-not-rewritten/force-push', 'overrides-keep-the-rules'],
  ],
  ['merge commits', '{ required_linear_history: false }', ['history-is-linear', 'overrides-keep-the-rules']],
  ['no check', '{ required_status_checks: null }', ['checks-are-required', 'overrides-keep-the-rules']],
];

describe('a repository below its organization in safe-settings', () => {
  const files = new Map([...shared, ['.github/settings.yml', organization] as const]);
  files.set('.github/deployment-settings.yml', 'restrictedRepos: []\n');

  it.each(overrides)('%s', async (_, protection, expected) => {
    const found = await findings(new Map(files).set('.github/repos/shop.yml', below(protection)));
    // Of what the organization states for all, it is not known here what reports the checks.
    expect(found.filter((id) => id !== 'required-checks-exist ?')).toEqual(expected);
  });
});

describe('a second writer of the same protection', () => {
  const { file, text } = sources['settings.yml']!;
  const second = sources.github_branch_protection_v3!;
  const files = new Map([...shared, [file, text] as const]);

  it('that says the same is no finding', async () => {
    expect(await findings(new Map(files).set(second.file, second.text))).toEqual([]);
  });

  it('that says less is one, and what differs is unknown', async () => {
    const less = second.text.replace('count = 2', 'count = 1');
    expect(await findings(new Map(files).set(second.file, less))).toEqual([
      'branch-rules-have-one-writer',
      'changes-need-review ?',
      'changes-need-two-reviews ?',
    ]);
  });
});
