import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { repository } from '../run.ts';
import { FakeGitHub, token } from './fake-github.ts';
import { commands, started } from './runner.ts';

// What GITHUB_TOKEN may have, and what it takes a token of one's own for.
const ofWorkflow = ['metadata: read', 'contents: read', 'actions: read'];
const ofAdministrator = [...ofWorkflow, 'administration: read'];

const about = { full_name: 'acme/cloud', default_branch: 'main', owner: { login: 'acme', type: 'Organization' } };
const ruleset = { ruleset_id: 3, ruleset_source_type: 'Repository', ruleset_source: 'acme/cloud' };
const reviews = {
  type: 'pull_request',
  parameters: { required_approving_review_count: 1, dismiss_stale_reviews_on_push: true },
  ...ruleset,
};
const settings = `branches:
  - name: main
    protection:
      required_pull_request_reviews:
        required_approving_review_count: 2
      required_status_checks: null
      enforce_admins: true
      restrictions: null
`;

let api: FakeGitHub;
beforeEach(async () => {
  api = await new FakeGitHub().open();
  api.permissions = ofWorkflow;
  api.holds = {
    'GET repo': about,
    'GET branch': { name: 'main', protected: true, protection: { enabled: false } },
    'GET rules': [reviews, { type: 'deletion', ...ruleset }, { type: 'non_fast_forward', ...ruleset }],
    'GET ruleset': { id: 3, name: 'Reviewed', source: 'acme/cloud', enforcement: 'active' },
    'GET rulesets': [{ id: 3, name: 'Reviewed', source: 'acme/cloud', enforcement: 'active' }],
    'GET environments': { total_count: 0, environments: [] },
    'GET reporting': { enabled: true },
    'GET codeowners-errors': { errors: [] },
    'GET org': { login: 'acme' },
  };
});
afterEach(() => {
  api.close();
  if (api.wrong.length > 0) throw new Error(`against GitHub's shapes: ${api.wrong.join('; ')}`);
});

/** A run that asks; no output may hold the token. */
async function asked(
  tree: { [file: string]: string } = { 'README.md': '# x\n' },
  inputs: { [name: string]: string } = {},
  run: { event?: string; env?: NodeJS.ProcessEnv } = {},
) {
  const folder = repository(tree);
  const ran = await started(folder, {
    event: run.event ?? 'push',
    inputs: { token, live: 'true', 'json-file': 'r.json', 'fail-on': 'never', ...inputs },
    env: { GITHUB_API_URL: api.url, ...run.env },
  });
  const text = readFileSync(join(folder, 'r.json'), 'utf8');
  expect([ran.out, ran.err, ran.summary, ran.outputs, text].join('\n')).not.toContain(token);
  expect(ran.err).toBe('');
  const report = JSON.parse(text) as Report;
  const of = (rule: string, aspect?: string) =>
    report.results.filter((result) => result.rule === rule && (aspect === undefined || result.aspect === aspect));
  const passes = (rule: string) => report.passes.some((pass) => pass.rule === rule);
  return { ...ran, report, of, passes };
}

describe('live', () => {
  it('is not asked for: nothing is asked', async () => {
    await asked({ 'README.md': '# x\n' }, { live: '' });
    expect(api.asked).toEqual([]);
  });

  it('judges the branch by what holds on it, without any file', async () => {
    const { of, passes, report } = await asked();
    expect(passes('changes-need-review')).toBe(true);
    expect(of('changes-need-review')).toEqual([]);
    expect(of('commits-are-signed')).toMatchObject([
      { verdict: 'fail', location: null, subject: { kind: 'branch-rules', name: 'live rules of main' } },
    ]);
    expect(report.subjects.filter(({ name }) => name === 'live rules of main').length).toBe(1);
    expect(new Set(api.asked).size).toBe(api.asked.length);
    expect(api.asked.length).toBeLessThan(15);
  });

  it('who may go around a ruleset is unknown to a token that may not change it', async () => {
    const hidden = await asked();
    expect(hidden.of('admins-follow-the-rules')).toMatchObject([
      {
        verdict: 'unknown',
        reason: {
          code: 'not-visible',
          settledBy: expect.stringContaining('a token with administration: write for GET /repos/acme/cloud/rulesets/3'),
        },
      },
    ]);
    const actor = { actor_id: 5, actor_type: 'RepositoryRole', bypass_mode: 'always' };
    api.holds['GET ruleset'] = { ...(api.holds['GET ruleset'] as object), bypass_actors: [actor] };
    expect((await asked()).of('admins-follow-the-rules')).toMatchObject([{ verdict: 'fail' }]);
  });

  it('a protection that is there and not shown is unknown, with the permission that would show it', async () => {
    api.holds['GET branch'] = { name: 'main', protected: true, protection: { enabled: true } };
    api.holds['GET rules'] = [];
    const { of, report } = await asked();
    expect(of('changes-need-review')).not.toEqual([]);
    for (const { verdict, reason } of of('changes-need-review')) {
      expect(verdict).toBe('unknown');
      expect(reason?.settledBy).toBe(
        'a token with administration: read for GET /repos/acme/cloud/branches/main/protection',
      );
    }
    const notices = report.problems.filter(({ message }) => message.startsWith('live: '));
    expect(notices.map(({ notice }) => notice)).toEqual([true]);
    expect(notices[0]!.message).toMatch(/branches\/main\/protection \(403 .*administration: read may be shown it$/);
  });

  it('is shown to a token that may: the protection, alerts, and what pipelines may do', async () => {
    api.permissions = ofAdministrator;
    Object.assign(api.holds, {
      'GET branch': { name: 'main', protected: true, protection: { enabled: true } },
      'GET rules': [],
      'GET protection': {
        required_pull_request_reviews: {
          required_approving_review_count: 1,
          dismiss_stale_reviews: true,
          bypass_pull_request_allowances: { users: [{ login: 'someone' }], teams: [], apps: [] },
        },
        required_status_checks: { strict: true, contexts: ['test'], checks: [{ context: 'test', app_id: 15368 }] },
        enforce_admins: { enabled: false },
        required_signatures: { enabled: true },
        allow_force_pushes: { enabled: true },
      },
      'GET alerts': null,
      'GET actions': { enabled: true, allowed_actions: 'selected' },
      'GET workflow-permissions': { default_workflow_permissions: 'write', can_approve_pull_request_reviews: false },
    });
    const { of, passes } = await asked();
    expect(passes('changes-need-review')).toBe(true);
    expect(passes('commits-are-signed')).toBe(true);
    expect(of('admins-follow-the-rules')).toMatchObject([{ verdict: 'fail' }]);
    expect(of('history-is-not-rewritten').filter(({ verdict }) => verdict === 'fail').length).toBeGreaterThan(0);
    expect(passes('vulnerable-dependencies-raise-alerts')).toBe(true);
    expect(of('pipeline-tokens-only-read')).toMatchObject([{ verdict: 'fail' }]);
    expect(passes('chosen-actions-only')).toBe(true);
  });

  it('rulesets that are switched off, and those on tags, are judged as in files', async () => {
    api.holds['GET rules'] = [];
    const other = { id: 4, name: 'Draft', source: 'acme/cloud' };
    const off = { ...other, target: 'branch', enforcement: 'disabled' };
    const conditions = { ref_name: { include: ['~ALL'], exclude: [] } };
    api.holds['GET rulesets'] = [off];
    api.holds['GET ruleset'] = { ...off, conditions, rules: [{ type: 'deletion' }] };
    expect((await asked()).of('ruleset-is-enforced')).toMatchObject([
      { verdict: 'fail', location: null, subject: { name: 'live ruleset Draft' } },
    ]);
    const tags = { ...other, target: 'tag', enforcement: 'active' };
    api.holds['GET rulesets'] = [tags];
    api.holds['GET ruleset'] = { ...tags, conditions, rules: [{ type: 'deletion' }] };
    const { of, report } = await asked();
    expect(of('release-tags-stay').map(({ verdict }) => verdict)).toContain('fail');
    expect(report.limits.join(' ')).toContain(`asked of ${api.url} during the scan`);
  });

  it('an unprotected branch is a finding, as GitHub says so to everybody', async () => {
    api.holds['GET branch'] = { name: 'main', protected: false };
    api.holds['GET rules'] = [];
    const { of } = await asked();
    expect(of('changes-need-review').map(({ verdict }) => verdict)).toContain('fail');
  });

  it('a 404 is no absence: of alerts, of the protection, of everything', async () => {
    api.permissions = ofAdministrator;
    api.holds = { 'GET repo': about, 'GET branch': { name: 'main', protected: true } };
    const { of, report } = await asked();
    expect(of('vulnerable-dependencies-raise-alerts')).toMatchObject([{ verdict: 'unknown' }]);
    const ofBranch = report.results.filter(({ subject }) => subject.kind === 'branch-rules');
    expect(ofBranch.length).toBeGreaterThan(0);
    expect(ofBranch.filter(({ verdict }) => verdict === 'fail')).toEqual([]);
    api.holds = {};
    const nothing = await asked();
    expect(
      nothing.report.results.filter(({ verdict, subject }) => verdict === 'fail' && subject.name.startsWith('live')),
    ).toEqual([]);
  });

  it('says where GitHub holds less than a file states', async () => {
    const { of } = await asked({ '.github/settings.yml': settings });
    expect(of('files-and-forge-agree')).toMatchObject([
      { verdict: 'fail', item: '2 approvals (held: 1)', location: { file: '.github/settings.yml', startLine: 5 } },
    ]);
    // What holds is judged, not what is written.
    expect(of('changes-need-two-reviews').map(({ verdict }) => verdict)).toEqual(
      of('changes-need-two-reviews').map(() => 'fail'),
    );
  });

  it('environments: reviewers, and chosen branches that are all of them', async () => {
    const environment = {
      name: 'production',
      protection_rules: [{ type: 'required_reviewers', prevent_self_review: true, reviewers: [{ type: 'Team' }] }],
      deployment_branch_policy: { protected_branches: false, custom_branch_policies: true },
    };
    api.holds['GET environments'] = { total_count: 1, environments: [environment] };
    api.holds['GET deployment-branches'] = { total_count: 1, branch_policies: [{ name: '*' }] };
    const open = await asked();
    expect(open.of('production-is-guarded')).toMatchObject([{ aspect: 'branches', verdict: 'fail' }]);
    api.holds['GET deployment-branches'] = { total_count: 1, branch_policies: [{ name: 'main' }] };
    expect((await asked()).of('production-is-guarded')).toEqual([]);
    api.holds['GET deployment-branches'] = undefined;
    expect((await asked()).of('production-is-guarded')).toMatchObject([{ aspect: 'branches', verdict: 'unknown' }]);
  });

  it('environments that are not shown are unknown, with the permission that would show them', async () => {
    api.permissions = ofWorkflow.filter((permission) => permission !== 'actions: read');
    const { of } = await asked();
    expect(of('production-is-guarded')).toMatchObject([
      { aspect: 'branches', verdict: 'unknown', reason: { settledBy: expect.stringContaining('actions: read') } },
      { aspect: 'reviewers', verdict: 'unknown' },
    ]);
  });

  it('errors in CODEOWNERS that only the forge knows stand at their line', async () => {
    const error = { line: 1, column: 3, kind: 'Unknown owner', message: 'no such team', path: '.github/CODEOWNERS' };
    api.holds['GET codeowners-errors'] = { errors: [error] };
    const { of } = await asked({ '.github/CODEOWNERS': '* @acme/gone\n' });
    expect(of('code-owners-lines-can-be-read')).toMatchObject([
      { message: expect.stringContaining('Unknown owner'), location: { file: '.github/CODEOWNERS', startLine: 1 } },
    ]);
  });

  it('private reports are a way to report', async () => {
    const tree = { 'SECURITY.md': '# Security\n\nPlease report weaknesses in private. We answer within 3 days.\n' };
    expect((await asked(tree)).of('vulnerability-reports-reach-someone', 'contact')).toEqual([]);
    api.holds['GET reporting'] = { enabled: false };
    expect((await asked(tree)).of('vulnerability-reports-reach-someone', 'contact')).toHaveLength(1);
  });

  it('reads all pages of the rules, and waits where it is asked to', async () => {
    api.pageSize = 1;
    const soon = { headers: { 'retry-after': '0' } };
    api.trouble = [
      { request: 'GET repo', status: 429, ...soon },
      { request: 'GET rules', status: 502, ...soon },
    ];
    const { of, passes } = await asked();
    expect(passes('changes-need-review')).toBe(true);
    expect(of('history-is-not-rewritten')).toEqual([]);
    expect(api.asked.filter((kind) => kind === 'GET rules')).toHaveLength(4);
  });

  it.each([422, 500])('refused with %i it goes on, and says what is missing', async (status) => {
    const soon = { headers: { 'retry-after': '0' } };
    api.trouble = Array.from({ length: 4 }, () => ({
      request: 'GET rules',
      status,
      ...soon,
      message: `no: ${token}\n::error::boo`,
    }));
    const { report, code, out } = await asked();
    expect(code).toBe(0);
    expect(commands(out).filter((line) => line.startsWith('::error::boo'))).toEqual([]);
    const ofBranch = report.results.filter(({ subject }) => subject.name === 'live rules of main');
    expect(new Set(ofBranch.map(({ verdict }) => verdict))).toEqual(new Set(['unknown']));
  });

  it('asks a bounded number of times, and what it did not ask is unknown', async () => {
    const policy = { protected_branches: false, custom_branch_policies: true };
    const environments = Array.from({ length: 30 }, (_, i) => ({
      name: `production-${i}`,
      protection_rules: [],
      deployment_branch_policy: policy,
    }));
    api.holds['GET environments'] = { total_count: 30, environments };
    api.holds['GET deployment-branches'] = { total_count: 1, branch_policies: [{ name: 'main' }] };
    api.holds['GET rules'] = Array.from({ length: 30 }, (_, i) => ({ ...reviews, ruleset_id: i + 10 }));
    const { of } = await asked();
    expect(api.asked.filter((kind) => kind === 'GET deployment-branches')).toHaveLength(20);
    expect(api.asked.filter((kind) => kind === 'GET ruleset')).toHaveLength(20);
    expect(api.asked.length).toBeLessThan(60);
    expect(of('production-is-guarded', 'branches').map(({ verdict }) => verdict)).toEqual(Array(10).fill('unknown'));
  });

  it('without a token says that it is left out', async () => {
    const { out } = await asked({ 'README.md': '# x\n' }, { token: '' });
    expect(commands(out)[0]).toMatch(/^::notice .*There is no token to ask GitHub with/);
    expect(api.asked).toEqual([]);
  });

  it('may be asked for in the configuration, but not by the change of a stranger', async () => {
    const tree = { '.soc2/config.yml': 'live: true\n' };
    await asked(tree, { live: '' });
    expect(api.asked.length).toBeGreaterThan(0);
    api.asked.length = 0;
    await asked(tree, { live: 'false' });
    const { out } = await asked(tree, { live: '' }, { event: 'pull_request_target' });
    expect(api.asked).toEqual([]);
    expect(out).toContain('which on pull_request_target only the input may');
  });
});
