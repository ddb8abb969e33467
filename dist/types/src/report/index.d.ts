import type { Report } from '../model/report.js';
import type { RenderContext, Reporter } from './context.js';
/** Every format, loaded when it is asked for. */
export declare const formats: {
    text: () => Promise<Reporter>;
    json: () => Promise<Reporter>;
    sarif: () => Promise<Reporter>;
    markdown: () => Promise<Reporter>;
    html: () => Promise<Reporter>;
    github: () => Promise<Reporter>;
    junit: () => Promise<Reporter>;
    gitlab: () => Promise<Reporter>;
    oscal: () => Promise<Reporter>;
};
export type Format = keyof typeof formats;
export declare const isFormat: (name: string) => name is Format;
/** The report in a format, with every secret masked. The text ends with a line end, or is empty. */
export declare function render(format: Format, report: Report, context: RenderContext): Promise<string>;
