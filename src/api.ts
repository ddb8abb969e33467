// The package as a library: `import { scan } from 'soc2-lint'`.
export { ruleIndex } from '../rules/index.ts';
export { scan, type ScanInput, type ScanOutcome } from './engine/scan.ts';
export { loadConfig } from './config/load.ts';
export { formats, render } from './report/index.ts';
export type { RenderContext } from './report/context.ts';
export type { Report } from './model/report.ts';
export type { Files } from './dialects/dialect.ts';
