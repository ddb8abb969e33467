import type { Role } from '../../model/subject.ts';
import { program, type DialectContext, type DialectOutput, type Resource, type Unresolved } from '../dialect.ts';
import { loadLate } from './functions/late.ts';
import { foldersOf, inFolder, type Folders } from './folders.ts';
import { callersOf } from './callers.ts';
import type { Configuration } from './configuration.ts';
import { planOf, type Plan } from './plan.ts';
import { programOf, type EvaluatedRoot } from './program.ts';
import { calledFolders, rootsOf } from './roots.ts';
import { fromPlan, resemblance, settle } from './settle.ts';

/** Reads Terraform: each root with the modules it calls is one program. */
export async function read(paths: readonly string[], context: DialectContext): Promise<DialectOutput> {
  const folders = foldersOf(context);
  const resources: Resource[] = [];
  const unresolved = new Map<string, Unresolved>();
  const tell = (what: Unresolved): void => {
    const key = what.reason.code === 'remote-module' ? what.reason.subject! : `${what.name} ${what.at.file}`;
    if (!unresolved.has(key)) unresolved.set(key, what);
  };
  const known = allFolders(paths, folders, context);
  const configurations = known.flatMap((folder) => folders.configuration(folder) ?? []);
  if (folders.needLate()) await loadLate();
  const roleOf = (folder: string) => context.roleOf(inFolder(folder, 'main.tf'));
  const comments = new Map(folders.comments());
  const evaluateRoot = (root: string): EvaluatedRoot => {
    // What a plan settles is written into the resources: those can't be kept.
    const read = isPlanned ? readRoot(root, context) : context.once(`root ${root}`, (own) => readRoot(root, own));
    read.unresolved.forEach(tell);
    for (const [path, found] of read.comments) if (!comments.has(path)) comments.set(path, found);
    return read.evaluated;
  };
  const isPlanned = paths.some(isPlan);
  const programs = evaluateRoots(configurations, roleOf, evaluateRoot);
  const plans = paths.filter(isPlan).flatMap((path) => planOf(path, context) ?? []);
  for (const plan of plans) {
    const [best] = programs
      .map((one) => ({ ...one, likeness: resemblance(one.resources, plan) }))
      .sort((a, b) => b.likeness - a.likeness);
    if (best && best.likeness > 0) settle(best.resources, plan, best.program, best.callAt);
    else programs.push(programOfPlan(plan, context));
  }
  for (const one of programs) for (const resource of one.resources) resources.push(resource);
  // Values files and lock files of no root are read too: a mistake in them is told.
  for (const path of paths) if (/\.tfvars(?:\.json)?$/.test(path)) folders.values(path);
  for (const [path, found] of folders.comments()) if (!comments.has(path)) comments.set(path, found);
  return { resources, comments: [...comments.values()].flat(), unresolved: [...unresolved.values()] };
}

/** A root with what was met on the way. */
function readRoot(root: string, context: DialectContext) {
  const folders = foldersOf(context);
  const unresolved: Unresolved[] = [];
  const evaluated = programOf(root, folders, context, (what) => void unresolved.push(what));
  return { evaluated, unresolved: [...unresolved], comments: folders.comments() };
}

/**
 * The roots, and then what has no instance in any of them: a module that is only called with a count of zero, or for the items
 * of an empty variable, is judged by its own defaults, as one that nobody calls.
 */
function evaluateRoots(
  configurations: readonly Configuration[],
  roleOf: (folder: string) => Role,
  evaluateRoot: (folder: string) => EvaluatedRoot,
): EvaluatedRoot[] {
  const programs: EvaluatedRoot[] = [];
  let waiting = configurations;
  while (waiting.length > 0) {
    for (const root of rootsOf(waiting, roleOf)) programs.push(evaluateRoot(root));
    const seen = new Set<string>();
    for (const {
      program: { root },
      folders,
    } of programs)
      for (const folder of folders) if (roleOf(root) === 'system' || roleOf(folder) !== 'system') seen.add(folder);
    waiting = configurations.filter(({ folder }) => !seen.has(folder));
  }
  return programs;
}

const isPlan = (path: string): boolean => path.endsWith('.json') && !/\.(?:tf|tofu|tfvars)\.json$/.test(path);

/** A plan whose source is not here is all there is of it. */
function programOfPlan(plan: Plan, context: DialectContext): EvaluatedRoot {
  const resources: Resource[] = [];
  const whole = program('terraform', plan.path, resources);
  const role = context.roleOf(plan.path);
  for (const resource of plan.resources) resources.push({ ...fromPlan(resource, plan, whole), role });
  return { program: whole, resources, folders: new Set(), callAt: () => undefined };
}

/** The folders of the files, of the modules they call, and of the roots that call them. */
function allFolders(paths: readonly string[], folders: Folders, context: DialectContext): string[] {
  const known = new Set<string>();
  const waiting = paths.filter((path) => !isPlan(path)).map((path) => path.replace(/(?:^|\/)[^/]*$/, ''));
  const callers = callersOf(paths, context);
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    if (known.has(folder)) continue;
    known.add(folder);
    const configuration = folders.configuration(folder);
    if (!configuration) continue;
    waiting.push(...calledFolders(configuration));
    // Without variables nothing that a caller says can change what the module is.
    if (configuration.variables.size > 0) waiting.push(...callers(folder));
  }
  return [...known].sort();
}
