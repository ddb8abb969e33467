import type { LiveFacts } from '../../model/live.ts';
import { inPart, objectOf, placeIn, reasonOf, type Stated } from './values.ts';

interface Branch {
  /** False where neither a protection nor a ruleset holds. */
  protected?: boolean;
  protection?: { enabled?: boolean; required_status_checks?: { contexts?: string[]; enforcement_level?: string } };
}

/**
 * The classic protection of the default branch: as it is, absent, or there with nothing shown of it.
 * https://docs.github.com/en/rest/branches/branch-protection#get-branch-protection
 */
export function protectionIn(live: LiveFacts): Stated[] {
  const { branch, protection, rules, defaultBranch: name } = live;
  if (name === undefined || !branch) return [];
  const stated = (answer: typeof branch, value: unknown): Stated[] => [
    {
      type: 'branch',
      name: `live protection of ${name}`,
      body: objectOf({ name, protection: value }, placeIn(live, answer)),
    },
  ];
  if (protection?.body !== undefined) return stated(protection, written(protection.body as Protection));
  const shown = branch.body as Branch | undefined;
  const isAbsent =
    shown?.protected === false || shown?.protection?.enabled === false || protection?.refused?.includes(notProtected);
  const noRulesets = rules !== undefined && rules.refused === undefined && (rules.body as unknown[]).length === 0;
  // Without a protection the rulesets are all that holds; without them either, nothing does.
  if (isAbsent && shown?.protected === false) return stated(branch, null);
  if (isAbsent && rules?.refused === undefined) return noRulesets ? stated(branch, null) : [];
  const asked = isAbsent ? rules! : (protection ?? branch);
  const contexts = shown?.protection?.required_status_checks?.contexts ?? [];
  const reason = reasonOf(asked, isAbsent ? `the rulesets of ${name}` : `the classic protection of ${name}`);
  const at = placeIn(live, asked);
  const checks = contexts.length > 0 ? inPart(objectOf({ contexts }, at), reason) : undefined;
  return stated(asked, inPart(objectOf({ required_status_checks: checks }, at), reason));
}

/** What GitHub answers to whom it would show a protection; everybody else is told `Not Found`. */
const notProtected = 'Branch not protected';

interface Protection {
  required_pull_request_reviews?: {
    bypass_pull_request_allowances?: {
      users?: { login: string }[];
      teams?: { slug: string }[];
      apps?: { slug: string }[];
    };
  };
  required_status_checks?: { contexts?: string[]; checks?: { context: string; app_id: number | null }[] };
  [switchOf: string]: unknown;
}

/** As a settings file writes it: switches as true and false, people by name. */
function written(protection: Protection): object {
  const { required_pull_request_reviews: reviews, required_status_checks: checks, ...others } = protection;
  const switches = Object.entries(others).map(([key, value]) => [
    key,
    typeof value === 'object' && value !== null && 'enabled' in value ? value.enabled : value,
  ]);
  const { users = [], teams = [], apps = [] } = reviews?.bypass_pull_request_allowances ?? {};
  return {
    ...Object.fromEntries(switches),
    ...(reviews && {
      required_pull_request_reviews: {
        ...reviews,
        bypass_pull_request_allowances: {
          users: users.map(({ login }) => login),
          teams: teams.map(({ slug }) => slug),
          apps: apps.map(({ slug }) => slug),
        },
      },
    }),
    // `contexts` repeats the names of the checks.
    ...(checks && { required_status_checks: checks.checks ? { ...checks, contexts: [] } : checks }),
  };
}
