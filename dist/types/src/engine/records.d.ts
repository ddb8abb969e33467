import type { Baseline, ExceptionEntry, ManualEvidence } from '../model/config.js';
import type { ReportException } from '../model/report.js';
import { type Judgement } from './judge.js';
import type { ScanInput } from './scan.js';
/** What `.soc2/` holds besides settings. */
export interface Records {
    exceptions: readonly ExceptionEntry[];
    manualEvidence: readonly ManualEvidence[];
    baseline: Baseline | null;
}
/**
 * Judges the records themselves, once it is known what the acceptances did: one that has ended, that its owner approved
 * or that accepts nothing is a finding. Of a scan of some files, only what those hold.
 */
export declare function judgeRecords(judgement: Judgement, exceptions: readonly ReportException[], { rules: index, config, select, only, asOf }: ScanInput, { manualEvidence }: Records): Promise<Judgement>;
