/** Told how far a scan is: files that were opened, then rules that have judged their subjects. It changes nothing of the scan. */
export type Progress = (what: 'files' | 'rules', done: number, of: number) => void;
