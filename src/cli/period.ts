import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ruleIndex } from '../../rules/index.ts';
import { dayNamed } from '../config/names.ts';
import { UsageError } from '../config/usage-error.ts';
import type { HistoryRequest } from '../io/history-folder.ts';
import { pullRequestsIn } from '../io/pull-requests.ts';
import type { RuleIndex } from '../rule/entry.ts';

/** Options of everything that looks at a period. */
export const periodOptions = {
  from: { type: 'string' },
  to: { type: 'string' },
  branch: { type: 'string' },
  sample: { type: 'string' },
  'pull-requests': { type: 'string' },
  'as-of': { type: 'string' },
  config: { type: 'string' },
  plugin: { type: 'string', multiple: true },
} as const;

export type PeriodValues = {
  readonly [N in keyof typeof periodOptions]?: (N extends 'plugin' ? string[] : string) | undefined;
};

type Asked = Pick<HistoryRequest, 'from' | 'to' | 'branch' | 'sample' | 'pullRequests' | 'config'>;

/** What is asked of a period; undefined where none is named. */
export function periodOf(values: PeriodValues): Asked | undefined {
  const { from, to, branch, sample, config } = values;
  if (from === undefined && to === undefined) {
    for (const name of ['branch', 'sample', 'pull-requests'] as const)
      if (values[name] !== undefined) throw new UsageError(`--${name} is about a period: --from DATE --to DATE`);
    return undefined;
  }
  if (from === undefined || to === undefined)
    throw new UsageError('a period has two days: --from DATE --to DATE (YYYY-MM-DD, both inside)');
  const period = { from: dayNamed('--from', from), to: dayNamed('--to', to) };
  if (period.from > period.to) throw new UsageError(`--from ${from} is after --to ${to}`);
  if (sample !== undefined && !/^[1-9]\d{0,5}$/.test(sample))
    throw new UsageError(`--sample ${sample}: expected how many changes to draw, from 1`);
  const requests = values['pull-requests'];
  return {
    ...period,
    ...(branch !== undefined && { branch }),
    ...(sample !== undefined && { sample: Number(sample) }),
    ...(requests !== undefined && { pullRequests: pullRequestsIn(requests) }),
    ...(config !== undefined && { config: { name: config, text: textOf(config) } }),
  };
}

/** The rules, with those of one's own where some are named. */
export const rulesWith = async ({ plugin }: PeriodValues): Promise<RuleIndex> =>
  plugin ? (await import('../io/plugin.ts')).withPlugins(ruleIndex, plugin) : ruleIndex;

function textOf(name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(resolve(name)));
  } catch (error) {
    throw new UsageError(error instanceof TypeError ? `${name}: expected text in UTF-8` : `there is no file ${name}`);
  }
}
