import type { Baseline, Config, ExceptionEntry, ManualEvidence } from '../model/config.js';
import type { RuleEntry } from '../rule/entry.js';
import type { ConfigError } from './errors.js';
export declare const configFile = ".soc2/config.yml";
export declare const exceptionsFile = ".soc2/exceptions.yml";
export declare const manualEvidenceFile = ".soc2/manual-evidence.yml";
export declare const baselineFile = ".soc2/baseline.json";
export interface Loaded {
    config: Config;
    exceptions: readonly ExceptionEntry[];
    manualEvidence: readonly ManualEvidence[];
    baseline: Baseline | null;
    errors: readonly ConfigError[];
}
/**
 * Reads `.soc2/`. All of it is optional, and where none of it exists neither the schema nor the YAML parser is loaded.
 * `names` replaces file names, as `--config` and `--baseline` do.
 */
export declare function loadConfig(files: {
    text(path: string): string | undefined;
}, entries: readonly RuleEntry[], names?: {
    config?: string;
    baseline?: string;
}): Promise<Loaded>;
