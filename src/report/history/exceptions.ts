import type { Acceptance, AcceptanceEvent } from '../../history/acceptances.ts';
import { dayOfTime } from '../../history/commit.ts';
import { byWhat } from './terms.ts';

/** What became of an exception, and when. */
export function eventLine(
  { rule, aspect, of }: Acceptance,
  { what, at, commit, by, until, owner, approver }: AcceptanceEvent,
) {
  const terms = [
    ...(until === undefined ? [] : [`until ${until}`]),
    ...(owner === undefined ? [] : [`owner ${owner}`]),
    ...(approver === undefined ? [] : [`approved by ${approver}`]),
  ].join(', ');
  const when =
    what === 'there'
      ? `there on ${dayOfTime(at)}`
      : `${happening[what]} ${dayOfTime(at)} ${byWhat(commit)}${by ? ` of ${by.name}` : ''}`;
  return `${rule}${aspect === undefined ? '' : `/${aspect}`} for ${of}: ${when}${terms && `; ${terms}`}`;
}

const happening = {
  added: 'added',
  renewed: 'its end was moved',
  changed: 'changed',
  expired: 'expired',
  'expired-while-open': 'expired while its finding was open',
  removed: 'removed',
} as const;
