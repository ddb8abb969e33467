import type { History } from '../../history/history.ts';
import { visibleJson } from '../escape.ts';

/** Every format of a history, loaded when it is asked for. */
export const historyFormats = {
  text: async () => (await import('./words.ts')).historyText,
  markdown: async () => (await import('./words.ts')).historyMarkdown,
  json: async () => (history: History) => `${visibleJson(JSON.stringify(history, null, 2))}\n`,
  html: async () => (await import('./html/page.ts')).historyHtml,
  csv: async () => (await import('./csv.ts')).populationCsv,
} as const satisfies { readonly [format: string]: () => Promise<(history: History) => string> };

export type HistoryFormat = keyof typeof historyFormats;

/** The history in a format. */
export const renderHistory = async (format: HistoryFormat, history: History): Promise<string> =>
  (await historyFormats[format]())(history);
