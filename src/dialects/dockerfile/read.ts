import { locationOf } from '../../model/report.ts';
import type { Span } from '../../model/place.ts';
import type { ObjectValue } from '../../model/value.ts';
import { parseDockerfile, type Instruction } from '../../parse/dockerfile/parse.ts';
import type { SourceComment } from '../../parse/parsed.ts';
import { program, type Comment, type DialectContext, type DialectOutput, type Resource } from '../dialect.ts';
import { speaksToLinters } from '../linter-comments.ts';
import type { ImageBuild, Stage } from './model.ts';
import { assignments, filled } from './variables.ts';

/** Reads Dockerfiles: each is the build of one image. */
export function read(paths: readonly string[], context: DialectContext): DialectOutput {
  const resources: Resource[] = [];
  const comments: Comment[] = [];
  for (const path of paths) {
    const text = context.text(path);
    if (text === undefined) continue;
    const { tree, problems, comments: found } = parseDockerfile(text);
    // Other things are called so, too: a template, a note.
    if (!tree.some(({ name }) => name === 'FROM')) continue;
    for (const { message, span, kind } of problems)
      context.problem({ kind, message, location: locationOf({ file: path, span }) });
    comments.push(...found.filter(({ text: said }) => speaksToLinters(said)).map((said) => covering(said, tree, path)));
    resources.push(imageOf(path, tree, context));
  }
  return { resources, comments, unresolved: [] };
}

function imageOf(path: string, tree: readonly Instruction[], context: DialectContext): Resource<ImageBuild> {
  const stages = stagesOf(tree);
  const first = tree[0]!.span;
  const last = tree.at(-1)!.span;
  const whole: Span = { ...first, endLine: last.endLine, endColumn: last.endColumn };
  const from = stages.at(-1)?.from.span ?? first;
  const block = { file: path, span: whole };
  const body: ObjectValue = { type: 'object', entries: new Map(), complete: true, at: block, via: [] };
  return {
    dialect: 'dockerfile',
    type: 'image',
    name: `image ${path}`,
    body,
    model: { stages },
    at: { file: path, span: from },
    block,
    calls: [],
    role: context.roleOf(path),
    program: program('dockerfile', path, []),
  };
}

function stagesOf(tree: readonly Instruction[]): Stage[] {
  const stages: Stage[] = [];
  const globals = new Map<string, string | undefined>();
  let own: Instruction[] = [];
  for (const instruction of tree) {
    if (instruction.name === 'FROM') {
      own = [];
      stages.push(stageOf(instruction, own, globals, stages));
      continue;
    }
    const stage = stages.at(-1);
    own.push(instruction);
    const variables = (stage?.variables ?? globals) as Map<string, string | undefined>;
    if (instruction.name === 'ARG' || instruction.name === 'ENV') set(instruction, variables, globals);
  }
  return stages;
}

function set(
  { name: kind, rest }: Instruction,
  variables: Map<string, string | undefined>,
  globals: ReadonlyMap<string, string | undefined>,
): void {
  for (const { name, value } of assignments(rest.text)) {
    if (kind === 'ARG' && value === undefined) variables.set(name, globals.get(name));
    else {
      const { text, open } = filled(value ?? '', variables);
      variables.set(name, open === undefined ? text : undefined);
    }
  }
}

function stageOf(
  from: Instruction,
  instructions: Instruction[],
  globals: ReadonlyMap<string, string | undefined>,
  before: readonly Stage[],
): Stage {
  const [written = '', as, name] = from.rest.text.trim().split(/\s+/);
  const image = filled(written, globals);
  const base = before.findLast((stage) => stage.name !== undefined && stage.name === image.text.toLowerCase());
  return {
    instructions,
    from,
    image,
    base,
    name: as?.toUpperCase() === 'AS' ? name?.toLowerCase() : undefined,
    variables: new Map(base ? base.variables : []),
  };
}

/** A comment covers the instruction below it; before the first one, all of the file where it says that it is global. */
function covering({ text, span }: SourceComment, tree: readonly Instruction[], file: string): Comment {
  const below = tree.find((instruction) => instruction.span.startLine > span.startLine);
  const last = tree.at(-1)!.span;
  const all = below === tree[0] || /\bglobal\b|checkov:skip/.test(text);
  const covers = all ? { ...tree[0]!.span, endLine: last.endLine, endColumn: last.endColumn } : (below?.span ?? span);
  return { text, at: { file, span }, covers: { file, span: covers } };
}
