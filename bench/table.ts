import { median, type Use } from './measure.ts';

/** A Markdown table. The first column is text, the others are numbers. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n');
}

/** `1.24 s, 96 MB`, and beside it how many times as much as ours. */
export function cell(uses: readonly Use[], ours?: readonly Use[]): string {
  const cpu = median(uses.map((use) => use.cpu));
  const memory = median(uses.map((use) => use.memory));
  const times = (value: number, of: (use: Use) => number) => (ours ? ` (${ratio(value, median(ours.map(of)))})` : '');
  return `${seconds(cpu)}${times(cpu, (use) => use.cpu)}, ${Math.round(memory / 1e6)} MB${times(memory, (use) => use.memory)}`;
}

/** Two significant digits: a bench on a shared machine has no more. */
const two = (value: number): string => (value < 10 ? String(Number(value.toPrecision(2))) : value.toFixed());

export const seconds = (value: number): string => (value < 1 ? `${two(value * 1000)} ms` : `${value.toFixed(1)} s`);

export const ratio = (value: number, base: number): string => `${two(value / base)}×`;
