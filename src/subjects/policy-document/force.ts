import type { PolicyDocument } from '../../dialects/documents/model.ts';

const outOfForce = /\b(?:draft|wip|proposed|pending|retired|obsolete|superseded|archived)\b/i;

/** Whether a document says of itself that it is a draft, or no longer holds; undefined where it says nothing of the kind. */
export const isOutOfForce = ({ metadata: { stated } }: PolicyDocument): boolean | undefined =>
  stated.status && outOfForce.test(stated.status.text);
