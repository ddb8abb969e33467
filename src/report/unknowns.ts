import type { Report, Result } from '../model/report.ts';
import type { RenderContext } from './context.ts';
import { visible } from './escape.ts';
import { headline, listed } from './finding-block.ts';
import { groupBy, nameOf, placeOf, unknownsOf } from './findings.ts';
import { hang } from './layout.ts';
import { count, settle } from './words.ts';

const blocksShown = 10;
const placesShown = 3;

/** What could not be judged: one block for one reason, the one that stands behind most first. */
export function unknownLines(report: Report, context: RenderContext): string[][] {
  const groups = groupsOf(unknownsOf(report));
  const shown = context.verbose ? groups.length : blocksShown;
  const blocks = groups.slice(0, shown).map((group) => blockOf(group, context));
  const hidden = groups.slice(shown);
  if (hidden.length > 0) {
    const results = hidden.reduce((sum, group) => sum + group.length, 0);
    blocks.push([
      `${count(results, 'more unknown')} for ${count(hidden.length, 'other reason')} (--verbose shows them)`,
    ]);
  }
  return [...blocks, ...unresolvedBlocks(report, context)];
}

type Group = [Result, ...Result[]];

/** By what is unknown and why. Within a group the order is that of the findings. */
const groupsOf = (unknowns: readonly Result[]): Group[] =>
  groupBy(unknowns, ({ reason, subject }) =>
    JSON.stringify([reason?.code, reason?.subject ?? ['of', subject.name]]),
  ).sort((a, b) => b.length - a.length);

function blockOf(group: Group, context: RenderContext): string[] {
  const [first] = group;
  const rules = [...new Set(group.map(nameOf))];
  const places = [...new Set(group.flatMap((result) => placeOf(result) ?? []))];
  const most = context.verbose ? Infinity : placesShown;
  const indented = (text: string) => hang('  ', visible(text), context.width);
  const settled = first.reason ? indented(settle(first.reason)) : [];
  const where = places.length > 0 ? indented(listed(places, most)) : [];
  if (group.length === 1) return [...headline('unknown', nameOf(first), first.message, context), ...where, ...settled];
  const subjects = [...new Set(group.map(({ subject }) => subject.name))];
  return [
    ...headline('unknown', count(group.length, 'result'), reasonAlone(first), context),
    ...indented(`of ${listed(rules, most)}, for ${listed(subjects, most)}`),
    ...where,
    ...settled,
  ];
}

/** The message without the subject in front of it. */
const reasonAlone = ({ message, subject }: Result): string =>
  message.startsWith(`${subject.name}: `) ? message.slice(subject.name.length + 2) : message;

/** What the scan met and could not follow (remote modules, templates), together where the same would settle it. */
function unresolvedBlocks({ unresolved }: Report, context: RenderContext): string[][] {
  return groupBy(unresolved, ({ reason }) => `${reason.code} ${reason.settledBy}`).map((entries) => {
    const names = entries.map(({ name, location }) => `${name} (${location.file}:${location.startLine})`);
    return [
      ...headline('unknown', 'not followed', listed(names, context.verbose ? Infinity : placesShown), context),
      ...hang('  ', visible(settle(entries[0].reason)), context.width),
    ];
  });
}
