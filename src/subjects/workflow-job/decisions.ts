import type { Step } from '../../dialects/github-actions/model.ts';
import type { Decision } from '../../model/kinds/workflow-job.ts';
import { placeIn } from './steps.ts';

const actions: readonly (readonly [RegExp, Decision['does']])[] = [
  [
    /^(hmarr\/auto-approve-action|juliangruber\/approve-pull-request-action|cognitedata\/auto-approve-dependabot-action)@/i,
    'approves',
  ],
  [
    /^(pascalgn\/automerge-action|ahmadnassri\/action-dependabot-auto-merge|fastify\/github-action-merge-dependabot|peter-evans\/enable-pull-request-automerge|alexwilson\/enable-github-automerge-action)@/i,
    'merges',
  ],
];

// https://cli.github.com/manual/gh_pr_review, https://cli.github.com/manual/gh_pr_merge
const commands: readonly (readonly [RegExp, Decision['does']])[] = [
  [/\bgh pr review\b[^\n;&|]*\s(?:--approve|-a)\b/, 'approves'],
  [/\bgh pr merge\b[^\n;&|]*\s--admin\b/, 'merges past the rules'],
  [/\bgh pr merge\b[^\n;&|]*/, 'merges'],
  [/\bglab mr approve\b[^\n;&|]*/, 'approves'],
  [/\bglab mr merge\b[^\n;&|]*/, 'merges'],
];

/** Calls of the API in scripts for github-script. */
const calls: readonly (readonly [RegExp, Decision['does']])[] = [
  [/\bpulls\.createReview\([^;]*?event:\s*['"]APPROVE['"]/, 'approves'],
  [/\bpulls\.merge\(/, 'merges'],
];

/** Steps that approve or merge a change: by an action made for it, the command line, or a call. */
export const decisions = (steps: readonly Step[]): Decision[] =>
  steps.flatMap((step): Decision[] => {
    const { uses, run } = step;
    const action = uses && actions.find(([pattern]) => pattern.test(uses.text));
    if (action) return [{ does: action[1], what: uses!.text.split('@')[0]!, at: uses!.at, item: step.name }];
    const script = run ?? (uses && /^actions\/github-script@/i.test(uses.text) ? step.with.get('script') : undefined);
    if (!script) return [];
    const found = new Map<Decision['does'], Decision>();
    for (const [pattern, does] of run ? commands : calls) {
      const match = pattern.exec(script.text);
      if (!match || (does === 'merges' && found.has('merges past the rules'))) continue;
      const what = match[0].split('\n')[0]!.trim().slice(0, 60);
      found.set(does, { does, what, at: placeIn(script, match.index, what.length), item: `${step.name}: ${does}` });
    }
    return [...found.values()];
  });
