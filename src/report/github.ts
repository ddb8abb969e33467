import type { Report } from '../model/report.ts';
import type { Severity } from '../model/verdict.ts';
import type { RenderContext } from './context.ts';
import { commandData, commandProperty, visible } from './escape.ts';
import { blocksOf, firstSentence, isOfThisChange, nameOf, openFindings, type Block } from './findings.ts';
import { count } from './words.ts';

const levels = ['error', 'warning', 'notice'] as const;
type Level = (typeof levels)[number];

const levelOf: { readonly [S in Severity]: Level } = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'notice',
  info: 'notice',
};

/** A step shows ten annotations of a level and drops the rest in silence. https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md#limitations */
const mostOfLevel = 10;
/** Of an annotation. https://docs.github.com/en/rest/checks/runs */
const longestTitle = 255;
const messagesShown = 5;

/** What is open and, with a comparison, of this change: by level, with what a step has no room for. */
function levelsOf(report: Report, { besides = {} }: Pick<RenderContext, 'besides'>) {
  const findings = annotated(report);
  return levels.map((level) => {
    const most = Math.max(1, mostOfLevel - (besides[level] ?? 0));
    const ofLevel = findings.filter(({ results: [{ severity }] }) => levelOf[severity] === level);
    const shown = ofLevel.length > most ? ofLevel.slice(0, most - 1) : ofLevel;
    return { level, shown, hidden: ofLevel.length - shown.length };
  });
}

const annotated = (report: Report): Block[] =>
  blocksOf(openFindings(report).filter((result) => isOfThisChange(report, result)));

/** How many findings workflow commands have no room for. */
export const hiddenByCommands = (report: Report, context: Pick<RenderContext, 'besides'>): number =>
  levelsOf(report, context).reduce((sum, { hidden }) => sum + hidden, 0);

/** Workflow commands that annotate the lines of a pull request. */
export function github(report: Report, context: RenderContext): string {
  const lines = levelsOf(report, context).flatMap(({ level, shown, hidden }) => {
    const commands = shown.map((block) => command(level, propertiesOf(block), messageOf(block, context.rules)));
    if (hidden > 0)
      commands.push(
        command(
          level,
          { title: 'soc2-lint' },
          `${count(hidden, `more ${level}`)}: the summary of the run lists ${hidden === 1 ? 'it' : 'them'}.`,
        ),
      );
    return commands;
  });
  return lines.map((line) => `${line}\n`).join('');
}

/** An annotation of a check run. https://docs.github.com/en/rest/checks/runs#update-a-check-run */
export interface CheckAnnotation {
  path: string;
  start_line: number;
  end_line: number;
  start_column?: number;
  end_column?: number;
  annotation_level: 'failure' | 'warning' | 'notice';
  title: string;
  message: string;
}

/** The same findings for the Checks API, worst first; what stands in no file has no place there. */
export function checkAnnotations(report: Report, { rules }: Pick<RenderContext, 'rules'>): CheckAnnotation[] {
  return annotated(report).flatMap((block) => {
    const [{ severity, location }] = block.results;
    if (!location) return [];
    const { title, col, endColumn } = propertiesOf(block);
    const level = levelOf[severity];
    return [
      {
        path: location.file,
        start_line: location.startLine,
        end_line: location.endLine,
        ...(col !== undefined && { start_column: col, end_column: endColumn! }),
        annotation_level: level === 'error' ? 'failure' : level,
        title,
        message: shortened(messageOf(block, rules)),
      },
    ];
  });
}

/** 64 KB, of characters that may take four bytes. */
const longestMessage = 16_000;
const shortened = (message: string) =>
  message.length <= longestMessage ? message : `${message.slice(0, longestMessage).replace(/\p{Surrogate}$/u, '')}…`;

interface Properties {
  file?: string;
  line?: number;
  endLine?: number;
  col?: number;
  endColumn?: number;
  title: string;
}

function command(level: Level, properties: Properties, message: string): string {
  const written = Object.entries(properties).map(([name, value]) => `${name}=${commandProperty(String(value))}`);
  return `::${level} ${written.join(',')}::${commandData(message)}`;
}

function propertiesOf({ results: [{ rule, message, location }] }: Block): Properties {
  const title = cut(visible(`${rule}: ${firstSentence(message)}`));
  if (!location) return { title };
  const { file, startLine, endLine, startColumn, endColumn } = location;
  return {
    file: visible(file),
    line: startLine,
    endLine,
    // The runner refuses columns where the lines differ.
    ...(startLine === endLine && { col: startColumn, endColumn: Math.max(startColumn, endColumn) }),
    title,
  };
}

const cut = (title: string) =>
  title.length <= longestTitle ? title : `${title.slice(0, longestTitle - 1).replace(/\p{Surrogate}$/u, '')}…`;

/** All that the rule says there: an annotation slot is too precious for each instance of a module. */
function messageOf({ results }: Block, rules: RenderContext['rules']): string {
  const [{ rule, criteria }] = results;
  const reasons = rules.get(rule)?.criteria;
  const said = [...new Set(results.map((result) => `${nameOf(result)}: ${result.message}`))];
  const hidden = said.length - messagesShown;
  return [
    ...said.slice(0, messagesShown),
    ...(hidden > 0 ? [`…and ${hidden} more here.`] : []),
    ...new Set(results.map((result) => `Do: ${result.do}`)),
    ...criteria.map((id) => (reasons?.[id] === undefined ? id : `${id}: ${reasons[id]}`)),
  ]
    .map(visible)
    .join('\n');
}
