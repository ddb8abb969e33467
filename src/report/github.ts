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

/** Workflow commands that annotate the lines of a pull request: what is open and, with a comparison, of this change. */
export function github(report: Report, { rules }: RenderContext): string {
  const findings = blocksOf(openFindings(report).filter((result) => isOfThisChange(report, result)));
  const lines = levels.flatMap((level) => {
    const ofLevel = findings.filter(({ results: [{ severity }] }) => levelOf[severity] === level);
    const shown = ofLevel.length > mostOfLevel ? ofLevel.slice(0, mostOfLevel - 1) : ofLevel;
    const hidden = ofLevel.length - shown.length;
    const commands = shown.map((block) => command(level, propertiesOf(block), messageOf(block, rules)));
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

type Properties = { readonly [name: string]: string | number };

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
