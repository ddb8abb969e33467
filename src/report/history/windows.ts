import { dayOfTime } from '../../history/commit.ts';
import type { Window } from '../../history/exposure.ts';
import { byWhat } from './terms.ts';

/** What failed, from when until when. */
export function windowLine({
  rule,
  subject,
  file,
  from,
  to,
  days,
  openBefore,
  openedBy,
  closedBy,
  closedAs,
  ...rest
}: Window): string {
  const opened = openBefore ? `open on ${dayOfTime(from)}` : `opened ${dayOfTime(from)} ${byWhat(openedBy)}`;
  const closed = to === null ? 'open at the end' : `${closing[closedAs!]} ${dayOfTime(to)} ${byWhat(closedBy)}`;
  return (
    `${rule}: ${subject.name}${file && file !== subject.name ? ` in ${file}` : ''}: ${opened}, ${closed}; ${days} days` +
    (rest.acceptedDays > 0 ? `, ${rest.acceptedDays} of them accepted` : '') +
    (rest.reopened ? '; reopened' : '')
  );
}

const closing = { pass: 'mended', absent: 'gone with its subject', unknown: 'no longer to be told from' } as const;
