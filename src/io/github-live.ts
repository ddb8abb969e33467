import type { LiveAnswer, LiveFacts } from '../model/live.ts';
import { GitHubError, type GitHub } from './github.ts';

/** A list longer than this is not told whole, and a thing that is missing in it is unknown. */
const mostItems = 500;
/** Rulesets and environments that are looked at one by one. */
const mostEach = 20;

const [metadata, contents, actions] = ['metadata: read', 'contents: read', 'actions: read'];
const administration = 'administration: read';

/** Where to ask, and what about. */
interface Asked {
  /** The address of the API. */
  url: string;
  /** `owner/name`. */
  repository: string;
  /** The commit whose CODEOWNERS is meant; else the default branch's. */
  head?: string;
}

/**
 * Asks GitHub what a repository's files don't state: some fifty requests at most. What is refused stays in the answer as refused:
 * nothing here decides what that means.
 */
export async function askGitHub(api: GitHub, { url, repository, head }: Asked): Promise<LiveFacts> {
  const own = `/repos/${repository}`;
  const { one, list } = requests(api);
  const about = await one(own, metadata);
  const { default_branch: branch, owner } = (about.body ?? {}) as {
    default_branch?: string;
    owner?: { login: string; type: string };
  };
  const environments = await list(`${own}/environments`, actions, inEnvironments);
  return {
    api: url,
    repository: about,
    ...(branch === undefined ? { rulesets: [] } : await ofBranch(api, own, branch)),
    environments,
    deploymentBranches: await deploymentBranches(api, own, environments),
    privateReporting: await one(`${own}/private-vulnerability-reporting`, metadata),
    codeownersErrors: await one(`${own}/codeowners/errors${head ? `?ref=${head}` : ''}`, contents),
    alerts: await one(`${own}/vulnerability-alerts`, administration),
    actions: await one(`${own}/actions/permissions`, administration),
    workflowPermissions: await one(`${own}/actions/permissions/workflow`, administration),
    ...(owner?.type === 'Organization' && {
      organization: await one(`/orgs/${encodeURIComponent(owner.login)}`, 'organization administration: read'),
    }),
  };
}

/** What holds on a branch, and who may go around it. */
async function ofBranch(api: GitHub, own: string, name: string) {
  const { one, list } = requests(api);
  const path = `${own}/branches/${encodeURIComponent(name)}`;
  const branch = await one(path, contents);
  const rules = await list(`${own}/rules/branches/${encodeURIComponent(name)}`, metadata);
  const ids = new Set(
    ((rules.body ?? []) as { ruleset_id?: number }[]).flatMap(({ ruleset_id: id }) => (id === undefined ? [] : [id])),
  );
  const rulesets: LiveAnswer[] = [];
  for (const id of [...ids].slice(0, mostEach)) rulesets.push(await one(`${own}/rulesets/${id}`, metadata));
  const { protection } = (branch.body ?? {}) as { protection?: { enabled?: boolean } };
  return {
    defaultBranch: name,
    branch,
    rules,
    rulesets,
    // What is surely not there needs no permission to be looked at.
    ...(protection?.enabled !== false && { protection: await one(`${path}/protection`, administration) }),
  };
}

const inEnvironments = (body: unknown) => (body as { environments?: unknown } | undefined)?.environments;

/** Of the environments that name branches of their own. */
async function deploymentBranches(api: GitHub, own: string, { body }: LiveAnswer) {
  const { list } = requests(api);
  const found: { [environment: string]: LiveAnswer } = {};
  const chosen = ((body ?? []) as Environment[]).filter(
    ({ deployment_branch_policy: policy }) => policy?.custom_branch_policies,
  );
  for (const [index, { name }] of chosen.entries()) {
    const path = `${own}/environments/${encodeURIComponent(name)}/deployment-branch-policies`;
    found[name] =
      index < mostEach
        ? await list(path, actions, (answer) => (answer as { branch_policies?: unknown } | undefined)?.branch_policies)
        : { request: `GET ${path}`, needs: actions, refused: `not asked: more than ${mostEach} environments` };
  }
  return found;
}

interface Environment {
  name: string;
  deployment_branch_policy?: { custom_branch_policies?: boolean } | null;
}

/** Requests whose failure is an answer too. */
function requests(api: GitHub) {
  const ask = async (path: string, needs: string, get: () => Promise<unknown>): Promise<LiveAnswer> => {
    const request = `GET ${path}`;
    try {
      return { request, needs, body: await get() };
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error;
      return { request, needs, refused: error.message.slice(error.message.indexOf(': ') + 2) };
    }
  };
  return {
    one: (path: string, needs: string) => ask(path, needs, () => api.send('GET', path)),
    list: (path: string, needs: string, listIn?: (body: unknown) => unknown) =>
      ask(path, needs, async () => {
        const { items, complete } = await api.pages(`${path}?per_page=100`, mostItems, listIn);
        if (!complete) throw new GitHubError(0, `GET ${path}: more than ${mostItems} items`);
        return items;
      }),
  };
}
