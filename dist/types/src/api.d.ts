export { ruleIndex } from '../rules/index.js';
export { scan, type ScanInput, type ScanOutcome } from './engine/scan.js';
export { loadConfig } from './config/load.js';
export { formats, render } from './report/index.js';
export type { RenderContext } from './report/context.js';
export type { Report } from './model/report.js';
export type { Files } from './dialects/dialect.js';
