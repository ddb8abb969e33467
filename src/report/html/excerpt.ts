import type { Location } from '../../model/report.ts';
import type { RenderContext } from '../context.ts';
import { lastOnly, piecesOf } from '../frames.ts';
import { secretPattern } from '../mask.ts';
import { html, type Markup } from './markup.ts';

const linesBefore = 2;
const linesAfter = 1;
const linesMarked = 6;
/** Characters of a line that are shown to either side of what is marked, and of what is marked. */
const widest = 160;
/** Longer lines are not written by people, and not read by them. */
const longestLine = 20_000;

interface Line {
  number: number;
  before: string;
  marked: string;
  after: string;
}

/** Draws the lines around a location, with what is meant marked; nothing where the text is not at hand. */
export type Excerpts = (location: Location, label: string | undefined) => Markup | undefined;

export function excerpts({ source, secrets }: RenderContext): Excerpts {
  const secret = secretPattern(secrets);
  const linesOf = lastOnly((file: string) => source(file)?.split(/\r\n|\r|\n/));
  return (location, label) => {
    // An empty span at the very start stands for the whole file.
    if (location.startLine === 1 && location.endLine === 1 && location.endColumn === 1) return undefined;
    const lines = linesOf(location.file);
    const [first] = lines?.slice(location.startLine - 1) ?? [];
    if (!lines || first === undefined || first.length > longestLine) return undefined;
    const shown = linesAround(location, lines, secret);
    const lastMarked = Math.min(location.endLine, location.startLine + linesMarked - 1);
    return html`<pre class="code"><code>${shown.map((line) => [
      drawn(line),
      line.number === lastMarked &&
        label !== undefined &&
        html`<span class="line label"><span class="number"></span><span>${label}</span></span>`,
    ])}</code></pre>`;
  };
}

const drawn = ({ number, before, marked, after }: Line) =>
  html`<span class="line"
    ><span class="number">${number}</span
    ><span>${before}${marked !== '' && html`<mark>${marked}</mark>`}${after}</span></span
  >`;

function linesAround(location: Location, lines: readonly string[], secret: RegExp | undefined): Line[] {
  const { startLine, endLine } = location;
  const last = Math.min(endLine, startLine + linesMarked - 1, lines.length);
  const shown: Line[] = [];
  for (let number = Math.max(1, startLine - linesBefore); number <= Math.min(last + linesAfter, lines.length); number++)
    shown.push(lineOf(number, lines[number - 1]!.slice(0, longestLine), location, secret));
  const isEmpty = (line: Line | undefined) => line !== undefined && (line.before + line.marked).trim() === '';
  while (shown[0]!.number < startLine && isEmpty(shown[0])) shown.shift();
  while (shown.at(-1)!.number > last && isEmpty(shown.at(-1))) shown.pop();
  return shown;
}

function lineOf(number: number, text: string, location: Location, secret: RegExp | undefined): Line {
  const { startLine, startColumn, endLine, endColumn } = location;
  const inside = number >= startLine && number <= endLine;
  const indent = text.length - text.trimStart().length;
  const from = inside ? (number === startLine ? startColumn - 1 : indent) : Infinity;
  const to = inside ? (number === endLine ? Math.max(endColumn - 1, from + 1) : text.trimEnd().length) : Infinity;
  const parts = { before: '', marked: '', after: '' };
  for (const { offset, length, shown } of piecesOf(text, secret))
    parts[offset + length <= from ? 'before' : offset < to ? 'marked' : 'after'] += shown;
  return {
    number,
    before: inside ? endOf(parts.before) : startOf(parts.before),
    marked: startOf(parts.marked),
    after: startOf(parts.after.trimEnd()),
  };
}

const startOf = (text: string) => (text.length > widest ? `${text.slice(0, widest).replace(half, '')}…` : text);
const endOf = (text: string) => (text.length > widest ? `…${text.slice(-widest).replace(otherHalf, '')}` : text);
const half = /[\ud800-\udbff]$/;
const otherHalf = /^[\udc00-\udfff]/;
