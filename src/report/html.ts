import type { Report } from '../model/report.ts';
import type { RenderContext } from './context.ts';
import { page } from './html/page.ts';

/** One page to look at, for who answers for the controls and for who audits them. */
export const html = (report: Report, context: RenderContext): string => `${page(report, context).text.trim()}\n`;
