import { createHash } from 'node:crypto';

/** What makes a finding the same finding in two scans: no values, no lines. */
export interface Identity {
  rule: string;
  aspect: string | undefined;
  /** The file of the subject. */
  file: string;
  subject: string;
  item: string | undefined;
}

/** sha256, in hex, of the canonical JSON `[2, rule, aspect, file, subject, item]`; what is absent is null. */
export const fingerprint = ({ rule, aspect, file, subject, item }: Identity): string =>
  createHash('sha256')
    .update(JSON.stringify([2, rule, aspect ?? null, file, subject, item ?? null]))
    .digest('hex');
