// What GitHub answers where it is asked what holds, cut down from its OpenAPI description
// (https://github.com/github/rest-api-description, version 2022-11-28); each names its page and the permission it needs.

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const number = { type: 'integer' } as const;
const some = (properties: object, ...required: readonly string[]) => ({
  type: 'object',
  required,
  properties,
  additionalProperties: false,
});
const list = (items: object) => ({ type: 'array', items });
const on = some({ enabled: flag }, 'enabled');
const people = some({
  users: list(some({ login: text }, 'login')),
  teams: list(some({ slug: text }, 'slug')),
  apps: list(some({ slug: text }, 'slug')),
});
const checks = list(some({ context: text, app_id: { type: ['integer', 'null'] } }, 'context'));

export const liveShapes: { readonly [request: string]: { permission: string; answer: object } } = {
  // https://docs.github.com/en/rest/repos/repos#get-a-repository
  'GET repo': {
    permission: 'metadata: read',
    answer: some(
      {
        full_name: text,
        default_branch: text,
        archived: flag,
        private: flag,
        visibility: text,
        owner: some({ login: text, type: { enum: ['User', 'Organization'] } }, 'login', 'type'),
        security_and_analysis: {
          type: 'object',
          additionalProperties: some({ status: { enum: ['enabled', 'disabled'] } }, 'status'),
        },
      },
      'full_name',
      'default_branch',
      'owner',
    ),
  },
  // https://docs.github.com/en/rest/branches/branches#get-a-branch
  'GET branch': {
    permission: 'contents: read',
    answer: some(
      {
        name: text,
        protected: flag,
        protection: some({
          enabled: flag,
          required_status_checks: some({ enforcement_level: text, contexts: list(text), checks }),
        }),
      },
      'name',
      'protected',
    ),
  },
  // https://docs.github.com/en/rest/repos/rules#get-rules-for-a-branch
  'GET rules': {
    permission: 'metadata: read',
    answer: list(
      some(
        {
          type: text,
          parameters: { type: 'object' },
          ruleset_source_type: { enum: ['Repository', 'Organization', 'Enterprise'] },
          ruleset_source: text,
          ruleset_id: number,
        },
        'type',
      ),
    ),
  },
  // https://docs.github.com/en/rest/repos/rules#get-a-repository-ruleset
  'GET ruleset': {
    permission: 'metadata: read',
    answer: some(
      {
        id: number,
        name: text,
        target: { enum: ['branch', 'tag', 'push', 'repository'] },
        source: text,
        enforcement: { enum: ['disabled', 'active', 'evaluate'] },
        bypass_actors: list(
          some(
            {
              actor_id: { type: ['integer', 'null'] },
              actor_type: { enum: ['Integration', 'OrganizationAdmin', 'RepositoryRole', 'Team', 'DeployKey'] },
              bypass_mode: { enum: ['always', 'pull_request', 'exempt'] },
            },
            'actor_type',
          ),
        ),
      },
      'id',
      'name',
      'source',
      'enforcement',
    ),
  },
  // https://docs.github.com/en/rest/branches/branch-protection#get-branch-protection
  'GET protection': {
    permission: 'administration: read',
    answer: some({
      required_pull_request_reviews: some({
        dismiss_stale_reviews: flag,
        require_code_owner_reviews: flag,
        required_approving_review_count: number,
        require_last_push_approval: flag,
        bypass_pull_request_allowances: people,
      }),
      required_status_checks: some({ strict: flag, contexts: list(text), checks }),
      enforce_admins: on,
      required_linear_history: on,
      allow_force_pushes: on,
      allow_deletions: on,
      required_conversation_resolution: on,
      required_signatures: on,
    }),
  },
  // https://docs.github.com/en/rest/deployments/environments#list-environments
  'GET environments': {
    permission: 'actions: read',
    answer: some({
      total_count: number,
      environments: list(
        some(
          {
            name: text,
            protection_rules: list(
              some(
                {
                  type: { enum: ['required_reviewers', 'wait_timer', 'branch_policy'] },
                  prevent_self_review: flag,
                  wait_timer: number,
                  reviewers: list(some({ type: { enum: ['User', 'Team'] }, reviewer: { type: 'object' } })),
                },
                'type',
              ),
            ),
            deployment_branch_policy: {
              anyOf: [{ type: 'null' }, some({ protected_branches: flag, custom_branch_policies: flag })],
            },
          },
          'name',
        ),
      ),
    }),
  },
  // https://docs.github.com/en/rest/deployments/branch-policies#list-deployment-branch-policies
  'GET deployment-branches': {
    permission: 'actions: read',
    answer: some({ total_count: number, branch_policies: list(some({ name: text })) }, 'branch_policies'),
  },
  // https://docs.github.com/en/rest/repos/repos#check-if-private-vulnerability-reporting-is-enabled-for-a-repository
  'GET reporting': { permission: 'metadata: read', answer: on },
  // https://docs.github.com/en/rest/repos/repos#list-codeowners-errors
  'GET codeowners-errors': {
    permission: 'contents: read',
    answer: some(
      {
        errors: list(
          some(
            {
              line: number,
              column: number,
              kind: text,
              source: text,
              suggestion: { type: ['string', 'null'] },
              message: text,
              path: text,
            },
            'line',
            'column',
            'kind',
            'message',
            'path',
          ),
        ),
      },
      'errors',
    ),
  },
  // https://docs.github.com/en/rest/repos/repos#check-if-vulnerability-alerts-are-enabled-for-a-repository (204: no body)
  'GET alerts': { permission: 'administration: read', answer: { type: 'null' } },
  // https://docs.github.com/en/rest/actions/permissions#get-github-actions-permissions-for-a-repository
  'GET actions': {
    permission: 'administration: read',
    answer: some({ enabled: flag, allowed_actions: { enum: ['all', 'local_only', 'selected'] } }, 'enabled'),
  },
  // https://docs.github.com/en/rest/actions/permissions#get-default-workflow-permissions-for-a-repository
  'GET workflow-permissions': {
    permission: 'administration: read',
    answer: some(
      { default_workflow_permissions: { enum: ['read', 'write'] }, can_approve_pull_request_reviews: flag },
      'default_workflow_permissions',
      'can_approve_pull_request_reviews',
    ),
  },
  // https://docs.github.com/en/rest/orgs/orgs#get-an-organization
  'GET org': {
    permission: 'metadata: read',
    answer: some(
      { login: text, default_repository_permission: text, members_can_create_public_repositories: flag },
      'login',
    ),
  },
};

const repository = String.raw`^\/repos\/acme\/cloud`;
const routes: { readonly [name: string]: string } = {
  repo: `${repository}$`,
  branch: `${repository}\\/branches\\/[^/]+$`,
  rules: `${repository}\\/rules\\/branches\\/[^/]+$`,
  ruleset: `${repository}\\/rulesets\\/(\\d+)$`,
  protection: `${repository}\\/branches\\/[^/]+\\/protection$`,
  environments: `${repository}\\/environments$`,
  'deployment-branches': `${repository}\\/environments\\/[^/]+\\/deployment-branch-policies$`,
  reporting: `${repository}\\/private-vulnerability-reporting$`,
  'codeowners-errors': `${repository}\\/codeowners\\/errors$`,
  alerts: `${repository}\\/vulnerability-alerts$`,
  actions: `${repository}\\/actions\\/permissions$`,
  'workflow-permissions': `${repository}\\/actions\\/permissions\\/workflow$`,
  org: String.raw`^\/orgs\/acme$`,
};
export const liveRoutes = Object.entries(routes).map(([name, route]): [RegExp, string] => [new RegExp(route), name]);
