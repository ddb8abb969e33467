import type { Report } from '../model/report.ts';
import type { RenderContext, Reporter } from './context.ts';
import { masked } from './mask.ts';

/** Every format, loaded when it is asked for. */
export const formats = {
  text: async (): Promise<Reporter> => (await import('./text.ts')).text,
  json: async (): Promise<Reporter> => (await import('./json.ts')).json,
  sarif: async (): Promise<Reporter> => (await import('./sarif.ts')).sarif,
  markdown: async (): Promise<Reporter> => (await import('./markdown.ts')).markdown,
  html: async (): Promise<Reporter> => (await import('./html.ts')).html,
  github: async (): Promise<Reporter> => (await import('./github.ts')).github,
  junit: async (): Promise<Reporter> => (await import('./junit.ts')).junit,
  gitlab: async (): Promise<Reporter> => (await import('./gitlab.ts')).gitlab,
  oscal: async (): Promise<Reporter> => (await import('./oscal.ts')).oscal,
};

export type Format = keyof typeof formats;

export const isFormat = (name: string): name is Format => Object.hasOwn(formats, name);

/** The report in a format, with every secret masked. The text ends with a line end, or is empty. */
export async function render(format: Format, report: Report, context: RenderContext): Promise<string> {
  const reporter = await formats[format]();
  return reporter(masked(report, context.secrets), context);
}
