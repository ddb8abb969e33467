import type { LiveAnswer, LiveFacts } from '../../model/live.ts';
import { hidden, objectOf, placeIn, reasonOf, type Stated } from './values.ts';

interface ActiveRule {
  type: string;
  parameters?: unknown;
  ruleset_id?: number;
  ruleset_source?: string;
}

/**
 * The rules in force on the default branch, from whatever level they come, each ruleset by itself: who may go around one is not
 * held by that one only. https://docs.github.com/en/rest/repos/rules#get-rules-for-a-branch
 */
export function rulesetsIn(live: LiveFacts): Stated[] {
  const { rules, branch } = live;
  if (!rules || rules.refused !== undefined || !branch) return [];
  const byRuleset = new Map<number, ActiveRule[]>();
  for (const rule of rules.body as ActiveRule[]) {
    const id = rule.ruleset_id ?? 0;
    byRuleset.set(id, [...(byRuleset.get(id) ?? []), rule]);
  }
  const at = placeIn(live, rules);
  return [...byRuleset].map(([id, own]) => {
    const answer = live.rulesets.find((one) => (one.body as Detail | undefined)?.id === id);
    const detail = answer?.body as Detail | undefined;
    const name = detail?.name ?? `${id} of ${own[0]?.ruleset_source ?? 'another level'}`;
    return {
      type: 'ruleset',
      name: `live ruleset ${name}`,
      body: objectOf(
        {
          name,
          target: 'branch',
          enforcement: 'active',
          conditions: { ref_name: { include: [`refs/heads/${live.defaultBranch}`], exclude: [] } },
          rules: own.map(({ type, parameters }) => ({ type, parameters })),
          bypass_actors:
            detail?.bypass_actors ??
            hidden(at, reasonOf(withPermission(answer ?? rules), `who may go around the ruleset ${name}`)),
        },
        at,
      ),
    };
  });
}

interface Detail {
  id: number;
  name: string;
  bypass_actors?: unknown[];
}

// Who may go around a ruleset is told to those who may change it.
const withPermission = (answer: LiveAnswer): LiveAnswer => ({ ...answer, needs: 'administration: write' });
