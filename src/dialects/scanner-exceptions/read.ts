import type { ScannerException } from '../../model/kinds/scanner-exceptions.ts';
import { fileStart } from '../../model/place.ts';
import { program, type DialectContext, type DialectOutput, type Resource } from '../dialect.ts';
import { formatOf, isVulnerability, type Format } from './formats.ts';

export interface ExceptionsModel {
  scanner: string;
  exceptions: readonly ScannerException[];
}

/** One resource for each list. */
export function read(paths: readonly string[], context: DialectContext): DialectOutput {
  const resources: Resource<ExceptionsModel>[] = [];
  const owner = program('scanner-exceptions', '', resources);
  for (const path of paths) {
    const format = formatOf(path);
    const text = format && context.text(path);
    if (!format || text === undefined) continue;
    const at = fileStart(path);
    resources.push({
      dialect: 'scanner-exceptions',
      type: 'exceptions',
      name: path,
      body: { type: 'object', entries: new Map(), complete: true, at, via: [] },
      model: { scanner: format.scanner, exceptions: exceptionsIn(path, text, format) },
      at,
      block: { file: path, span: { ...at.span, endLine: text.split('\n').length + 1 } },
      calls: [],
      role: context.roleOf(path),
      program: owner,
    });
  }
  return { resources, comments: [], unresolved: [] };
}

const comment = /(?:^|\s)(?:#|\/\/)\s*(.*)$/;
const ownLine = /^\s*(?:#|\/\/)/;
const header = /^(?:[\w-]+\s*:|\[\[?[\w.-]+\]?\])/;

/**
 * These lists are written a setting a line in YAML, TOML, JSON and formats of their own: entries are found by their lines,
 * and what is said of one by its fields, by the comment behind it and by the comment above it or above its neighbours.
 */
function exceptionsIn(file: string, text: string, format: Format): ScannerException[] {
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
  const found: ScannerException[] = [];
  let inSection = format.section === undefined;
  let above: string[] = [];
  let afterEntry = false;
  for (const [index, line] of lines.entries()) {
    if (ownLine.test(line)) {
      if (afterEntry) above = [];
      afterEntry = false;
      above.push(comment.exec(line)![1]!);
      continue;
    }
    if (line.trim() === '') {
      // A comment that stands apart speaks of the file, or of what went before.
      above = [];
      continue;
    }
    if (format.section && header.test(line)) inSection = format.section.test(line);
    const entry = inSection ? format.entry.exec(line) : null;
    if (!entry) continue;
    afterEntry = true;
    const block = blockOf(lines, index, format);
    const id = entry[1] ?? block.map((one) => format.id?.exec(one)?.[1]).find(Boolean);
    if (id === undefined) continue;
    found.push(exception(id, file, index, block, above));
  }
  return found;
}

/** The lines of an entry: up to the next one, a blank line, or what is less indented. */
function blockOf(lines: readonly string[], start: number, format: Format): readonly string[] {
  const indent = (line: string) => line.length - line.trimStart().length;
  const end = lines.findIndex(
    (line, index) =>
      index > start &&
      (line.trim() === '' || ownLine.test(line) || format.entry.test(line) || indent(line) < indent(lines[start]!)),
  );
  return lines.slice(start, end < 0 ? undefined : end);
}

const reasonField = /["']?\b(?:reason|statement|notes?|justification|ignore_reason)["']?\s*[:=]\s*["']?([^"'\n]+)/i;
const untilField =
  /["']?\b(?:exp|expires?|expired_at|expiry|ignoreUntil|until|valid until|review(?:ed)? by)["']?\s*[:=]?\s*["']?(\d{4}-\d{2}-\d{2})/i;
const ownerField =
  /(?:\b(?:owner|approver|approved by|accepted by|assignee|team)["']?\s*[:=]?\s+["']?)([\w@./-]+)|(?:^|\s)(@[\w-]+(?:\/[\w-]+)?)|([\w.+-]+@[\w-]+\.[\w.]+)/i;

function exception(
  what: string,
  file: string,
  index: number,
  block: readonly string[],
  above: readonly string[],
): ScannerException {
  const fields = block.join('\n');
  const behind = comment.exec(block[0]!)?.[1] ?? '';
  const words = [behind, ...above].join(' ').trim();
  const reason = [reasonField.exec(fields)?.[1], isReason(words) ? words : undefined].find(Boolean);
  const until = (untilField.exec(fields) ?? untilField.exec(words))?.[1];
  const owner = (ownerField.exec(fields) ?? ownerField.exec(words))?.slice(1).find(Boolean);
  const line = block[0]!;
  const startColumn = line.length - line.trimStart().length + 1;
  return {
    what,
    ...(reason && { reason }),
    ...(until && { until }),
    ...(owner && { owner }),
    isVulnerability: isVulnerability(what),
    at: { file, span: { startLine: index + 1, startColumn, endLine: index + 1, endColumn: line.length + 1 } },
  };
}

/** A text of two words, or where more is to be read: an address, a ticket. */
const isReason = (text: string): boolean => /\p{L}{2,}\W+\p{L}{2,}|https?:\/\/|#\d+|[A-Z]+-\d+/u.test(text);
