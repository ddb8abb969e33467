import type { History } from '../../history/history.ts';
import { visibleJson } from '../escape.ts';
import { maskedHistory } from './mask.ts';
import type { RuleText } from './oscal.ts';

type Reporter = (history: History, rules: readonly RuleText[]) => string;

/** Every format of a history, loaded when it is asked for. */
export const historyFormats = {
  text: async () => (await import('./words.ts')).historyText,
  markdown: async () => (await import('./words.ts')).historyMarkdown,
  json: async () => (history) => `${visibleJson(JSON.stringify(history, null, 2))}\n`,
  html: async () => (await import('./html/page.ts')).historyHtml,
  csv: async () => (await import('./csv.ts')).populationCsv,
  oscal: async () => (await import('./oscal.ts')).historyOscal,
} as const satisfies { readonly [format: string]: () => Promise<Reporter> };

export type HistoryFormat = keyof typeof historyFormats;

/** The history in a format, with every secret masked. OSCAL says of the rules what they look for. */
export async function renderHistory(
  format: HistoryFormat,
  history: History,
  rules: () => Promise<readonly RuleText[]>,
  secrets: readonly string[] = [],
): Promise<string> {
  const reporter: Reporter = await historyFormats[format]();
  return reporter(maskedHistory(history, secrets), format === 'oscal' ? await rules() : []);
}
