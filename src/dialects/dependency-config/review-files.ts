import { parseYaml } from '../../parse/yaml/parse.ts';
import { fileStart } from '../../model/place.ts';
import { valueOf } from '../tree-value.ts';
import type { Stated } from './read.ts';

export function reviewSettings(path: string, text: string): Stated[] {
  const body = valueOf(parseYaml(text).tree[0]?.root, path);
  if (body.type !== 'object') return [];
  return [{ type: 'dependency-review', name: path, body, model: undefined, at: fileStart(path) }];
}
