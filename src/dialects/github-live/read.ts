import type { LiveAnswer, LiveFacts } from '../../model/live.ts';
import { fileStart, type ApiPlace } from '../../model/place.ts';
import type { ObjectValue } from '../../model/value.ts';
import { program, type DialectContext, type DialectOutput, type Resource } from '../dialect.ts';
import type { SettingsModel } from '../github-settings/model.ts';
import { protectionIn } from './protection.ts';
import { rulesetsIn } from './rulesets.ts';
import { hidden, inPart, objectOf, placeIn, reasonOf, valueOf, type Stated } from './values.ts';

/** The answers as resources in the words of settings files. */
export function read(_paths: readonly string[], { answers: live, problem }: DialectContext): DialectOutput {
  const resources: Resource<SettingsModel>[] = [];
  if (!live) return { resources, comments: [], unresolved: [] };
  tellRefused(live, problem);
  const owner = program('github-live', live.api, resources);
  const nowhere = fileStart('');
  const stated = [
    repositoryIn(live),
    ...rulesetsIn(live),
    ...protectionIn(live),
    ...environmentsIn(live),
    privateReportingIn(live),
    codeownersErrorsIn(live),
    pipelinesIn(live),
    ...organizationIn(live),
  ];
  for (const { body, ...thing } of stated)
    resources.push({
      dialect: 'github-live',
      ...thing,
      body,
      model: { app: 'live', level: 'repository' },
      at: nowhere,
      block: nowhere,
      asked: body.at as ApiPlace,
      calls: [],
      role: 'system',
      program: owner,
    });
  return { resources, comments: [], unresolved: [] };
}

/** What this token is not shown, once, by the permission that it lacks. */
function tellRefused(live: LiveFacts, problem: DialectContext['problem']): void {
  const { rulesets, deploymentBranches, ...single } = live;
  const all = [...Object.values(single), ...rulesets, ...Object.values(deploymentBranches)];
  const byNeed = new Map<string, string[]>();
  for (const answer of all) {
    if (typeof answer !== 'object' || answer.refused === undefined) continue;
    const { request, needs, refused } = answer;
    byNeed.set(needs, [...(byNeed.get(needs) ?? []), `${request} (${refused})`]);
  }
  for (const [needs, requests] of byNeed)
    problem({
      kind: 'not-scanned',
      message: `live: GitHub did not answer ${requests.join(', ')}; a token with ${needs} may be shown it`,
      notice: true,
    });
}

/** An object as the answer holds it; one that may hold anything where there is no answer. */
function bodyOf(live: LiveFacts, answer: LiveAnswer, what: string): ObjectValue {
  const at = placeIn(live, answer);
  const value = valueOf(answer.body, at);
  return value.type === 'object' ? value : inPart(objectOf({}, at), reasonOf(answer, what));
}

function repositoryIn(live: LiveFacts): Stated {
  const { repository, alerts } = live;
  const at = placeIn(live, repository);
  const own = bodyOf(live, repository, 'the settings of the repository');
  // Only those who manage a repository are shown these; that they are missing says nothing.
  const analysis =
    own.entries.get('security_and_analysis') ??
    hidden(at, reasonOf({ ...repository, needs: 'administration: read' }, 'how secrets are scanned'));
  const name = own.entries.get('full_name');
  const warned =
    alerts.refused === undefined
      ? valueOf(true, placeIn(live, alerts))
      : hidden(placeIn(live, alerts), reasonOf(alerts, 'whether vulnerable dependencies raise alerts'));
  const settings = { ...own, entries: new Map([...own.entries, ['security_and_analysis', analysis]]) };
  settings.entries.set('enable_vulnerability_alerts', warned);
  return {
    type: 'settings',
    name: `live settings${name?.type === 'string' ? ` of ${name.value}` : ''}`,
    body: objectOf({ repository: settings }, at),
  };
}

interface Environment {
  name: string;
  protection_rules?: readonly { type: string; reviewers?: unknown[]; prevent_self_review?: boolean }[];
  deployment_branch_policy?: { protected_branches: boolean; custom_branch_policies: boolean } | null;
}

/** https://docs.github.com/en/rest/deployments/environments#list-environments */
function environmentsIn(live: LiveFacts): Stated[] {
  const at = placeIn(live, live.environments);
  // There may be some, of any name.
  if (live.environments.refused !== undefined) {
    const reason = reasonOf(live.environments, 'which environments there are and what guards them');
    const body = inPart(objectOf({ name: hidden(at, reason) }, at), reason);
    return [{ type: 'environment', name: 'live environments', body }];
  }
  return ((live.environments.body ?? []) as Environment[]).map((environment) => {
    const { name, protection_rules: rules = [], deployment_branch_policy: limit } = environment;
    const review = rules.find(({ type }) => type === 'required_reviewers');
    return {
      type: 'environment',
      name: `live environment ${name}`,
      body: objectOf(
        {
          name,
          reviewers: review?.reviewers ?? [],
          prevent_self_review: review?.prevent_self_review ?? false,
          deployment_branch_policy: limit
            ? objectOf(
                { protected_branches: limit.protected_branches, custom_branch_policies: chosenBranches(live, name) },
                at,
              )
            : undefined,
        },
        at,
      ),
    };
  });
}

/** Whether the chosen branches are fewer than all; undefined where none are chosen. */
function chosenBranches(live: LiveFacts, environment: string) {
  const answer = live.deploymentBranches[environment];
  if (!answer) return false;
  const at = placeIn(live, answer);
  if (answer.refused !== undefined) return hidden(at, reasonOf(answer, `which branches may deploy to ${environment}`));
  const names = (answer.body as { name: string }[]).map(({ name }) => name);
  return valueOf(!names.some((name) => /^\*+(\/\*+)?$/.test(name)), at);
}

/** https://docs.github.com/en/rest/repos/repos#check-if-private-vulnerability-reporting-is-enabled-for-a-repository */
const privateReportingIn = (live: LiveFacts): Stated => ({
  type: 'private-reporting',
  name: 'live private vulnerability reporting',
  body: bodyOf(live, live.privateReporting, 'whether vulnerabilities can be reported in private'),
});

/** https://docs.github.com/en/rest/repos/repos#list-codeowners-errors */
const codeownersErrorsIn = (live: LiveFacts): Stated => ({
  type: 'codeowners-errors',
  name: 'live CODEOWNERS errors',
  body: bodyOf(live, live.codeownersErrors, 'the errors that the forge finds in CODEOWNERS'),
});

/** https://docs.github.com/en/rest/actions/permissions */
function pipelinesIn(live: LiveFacts): Stated {
  const token = bodyOf(live, live.workflowPermissions, 'what the token of a job may do');
  const actions = bodyOf(live, live.actions, 'which actions may run');
  const at = placeIn(live, live.workflowPermissions);
  return {
    type: 'pipelines',
    name: 'live pipeline permissions',
    body: objectOf({ token, actions }, at),
  };
}

/** https://docs.github.com/en/rest/orgs/orgs#get-an-organization */
function organizationIn(live: LiveFacts): Stated[] {
  if (!live.organization) return [];
  const what = 'the settings of the organization';
  const body = bodyOf(live, live.organization, what);
  // Anybody sees an organization, and its owners alone what its members may do.
  return [
    { type: 'organization', name: 'live organization settings', body: inPart(body, reasonOf(live.organization, what)) },
  ];
}
