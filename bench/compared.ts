import type { Input } from './inputs.ts';
import { measure, type Use } from './measure.ts';
import { cell, table } from './table.ts';
import { ours, type Tool } from './tools.ts';

/** Every tool that reads an input, in turn, so that a busy minute costs all of them alike. */
export function compared(inputs: readonly Input[], tools: readonly Tool[], runs: number): string {
  const failures = new Set<string>();
  const rows = inputs.map((input) => {
    const able = tools.filter(({ reads }) => reads.some((content) => input.holds.includes(content)));
    const uses = new Map<Tool, Use[]>(able.map((tool) => [tool, []]));
    for (let run = 1; run <= runs; run++) {
      for (const [tool, taken] of uses) {
        process.stderr.write(`${input.name}: ${tool.name}, run ${run} of ${runs}\n`);
        const use = measure(tool.command(input.target), input.folder);
        taken.push(use);
        if (tool.ends.includes(use.status)) continue;
        failures.add(
          `${tool.name} did not do its work on ${input.name}: it ended with ${use.status}${use.said && `: ${use.said}`}`,
        );
        uses.delete(tool);
      }
    }
    const base = uses.get(ours);
    const cellOf = (tool: Tool): string => {
      const taken = uses.get(tool);
      if (taken) return cell(taken, tool === ours ? undefined : base);
      return able.includes(tool) ? 'failed' : '';
    };
    return [input.name, ...tools.map(cellOf)];
  });
  return [table(['', ...tools.map(({ name }) => name)], rows), ...failures].join('\n\n');
}
