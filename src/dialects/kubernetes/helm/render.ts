import type { FilePlace } from '../../../model/place.ts';
import type { Unresolved } from '../../dialect.ts';
import { Stop, type Budget } from '../../terraform/budget.ts';
import type { ChartFiles } from './chart-files.ts';
import { releaseOf, topOf } from './builtin.ts';
import {
  inChart,
  nameIn,
  problemOf,
  stepsOfChart,
  stepsOfTemplate,
  type Given,
  type Instance,
  type Output,
} from './chart-model.ts';
import { separated } from './data.ts';
import { rendered, type Named, type TemplateFile, type World } from './evaluate.ts';
import { parseTemplate, TemplateSyntax, type TemplateNode } from './parse.ts';

export function renderAll(
  root: Instance,
  files: ChartFiles,
  unresolved: (what: Unresolved) => void,
  given: Given | undefined,
): Output[] {
  const all: Instance[] = [];
  const gather = (instance: Instance): void => {
    for (const child of instance.children.values()) gather(child);
    all.push(instance);
  };
  gather(root);
  const defines = new Map<string, Named>();
  const parsed = new Map<TemplateFile, readonly TemplateNode[]>();
  for (const { chart, path } of all)
    for (const file of chart.templates) {
      const body = parsed.get(file) ?? parsedBody(file, defines, unresolved);
      if (!body) continue;
      parsed.set(file, body);
      defines.set(`${path}/${inChart(file, chart)}`, { body, file });
    }
  const outputs: Output[] = [];
  let left = stepsOfChart;
  for (const instance of all) {
    if (nameIn(instance.chart.about, 'type') === 'library') continue;
    for (const file of instance.chart.templates) {
      const body = parsed.get(file);
      if (!body || file.path.split('/').at(-1)!.startsWith('_')) continue;
      const budget: Budget = { steps: Math.min(left, stepsOfTemplate), depth: 0 };
      const before = budget.steps;
      try {
        const world: World = {
          budget,
          defines,
          refused: (message, place) => unresolved(refusal(message, file, place)),
        };
        outputs.push({
          file,
          pieces: separated(
            rendered(
              { body, file },
              topOf(instance, instance === root, { file, files, release: releaseOf(given) }),
              world,
            ),
          ),
        });
      } catch (error) {
        if (!(error instanceof Stop) && !(error instanceof RangeError)) throw error;
        unresolved(
          problemOf(file.path, file.path, `a smaller template${error instanceof Stop ? `: ${error.message}` : ''}`),
        );
      }
      left -= before - Math.max(0, budget.steps);
    }
  }
  return outputs;
}

const refusal = (message: string, file: TemplateFile, place: FilePlace | undefined): Unresolved =>
  problemOf(
    file.path,
    file.path,
    `other values: with its own the chart stops here (${message.trim().slice(0, 200)})`,
    place,
  );

function parsedBody(
  file: TemplateFile,
  defines: Map<string, Named>,
  unresolved: (what: Unresolved) => void,
): readonly TemplateNode[] | undefined {
  try {
    const template = parseTemplate(file.source);
    for (const [name, body] of template.defines) defines.set(name, { body, file });
    return template.body;
  } catch (error) {
    if (!(error instanceof TemplateSyntax)) throw error;
    const place = { file: file.path, span: file.lines.span(error.offset, error.offset) };
    unresolved(problemOf(file.path, file.path, `a template that can be read: ${error.message}`, place));
    return undefined;
  }
}
