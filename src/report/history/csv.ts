import type { History } from '../../history/history.ts';
import { visible } from '../escape.ts';

const columns = [
  'commit',
  'day',
  'written',
  'kind',
  'pull request',
  'author',
  'author mail',
  'committer',
  'committer mail',
  'signed',
  'classes',
  'files',
  'merged by',
  'approved by',
  'approved state',
  'checks passed',
  'checks failed',
  'result',
  'reason',
  'title',
  'trailers',
] as const;

/** The population of changes, one a line (RFC 4180). */
export function populationCsv({ population }: History): string {
  const rows = population.items.map((item) => [
    item.commit,
    item.day,
    item.authored,
    item.kind,
    item.pullRequest === null ? '' : String(item.pullRequest),
    item.author.name,
    item.author.mail,
    item.committer.name,
    item.committer.mail,
    item.signed ? 'yes' : 'no',
    item.classes.join(' '),
    String(item.files),
    item.request?.mergedBy ?? '',
    item.request?.approvedBy.join(' ') ?? '',
    item.request?.approved ?? '',
    String(item.request?.checks.passed ?? ''),
    String(item.request?.checks.failed ?? ''),
    item.result,
    item.reason,
    item.title,
    item.trailers.join('; '),
  ]);
  return [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** A spreadsheet takes what begins so for a formula; an apostrophe makes it text. */
const cell = (text: string): string => {
  const shown = visible(text);
  const plain = /^\s*[=+\-@\uff0b\uff0d\uff1d\uff20]/.test(shown) ? `'${shown}` : shown;
  return /[",']/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
};
