import type { Promised } from '../../model/kinds/contribution-guide.ts';
import { fileStart } from '../../model/place.ts';
import { program, type DialectContext, type DialectOutput, type Resource } from '../dialect.ts';
import { promisesIn } from './promises.ts';

export interface GuideModel {
  promised: readonly Promised[];
}

export function read(paths: readonly string[], context: DialectContext): DialectOutput {
  const resources: Resource<GuideModel>[] = [];
  const owner = program('guides', '', resources);
  for (const path of paths) {
    const text = context.text(path);
    if (text === undefined) continue;
    const at = fileStart(path);
    resources.push({
      dialect: 'guides',
      type: 'guide',
      name: path,
      body: { type: 'object', entries: new Map(), complete: true, at, via: [] },
      model: { promised: promisesIn(path, text) },
      at,
      block: { file: path, span: { ...at.span, endLine: text.split('\n').length + 1 } },
      calls: [],
      role: context.roleOf(path),
      program: owner,
    });
  }
  return { resources, comments: [], unresolved: [] };
}
