import type { FilePlace } from '../../model/place.ts';
import { locationOf } from '../../model/report.ts';
import { parseYaml } from '../../parse/yaml/parse.ts';
import { child, entryOf } from '../../parse/look.ts';
import { program, type Comment, type DialectContext, type DialectOutput, type Resource } from '../dialect.ts';
import { valueOf } from '../tree-value.ts';
import type { ObjectValue } from '../../model/value.ts';
import { yamlComments } from '../linter-comments.ts';
import type { Job, LocalAction, Workflow } from './model.ts';
import { lockOf, lockPath, type Lock } from './lock.ts';
import { modelOf } from './workflow.ts';

/** What a resource of this dialect carries: the workflow, or one job of it, or an action. */
export type Model = { workflow: Workflow; job?: Job } | { action: LocalAction };

const none: ReadonlySet<string> = new Set();

function lockIn(paths: readonly string[], context: DialectContext): Lock | undefined {
  const text = paths.includes(lockPath) ? context.text(lockPath) : undefined;
  if (text === undefined) return undefined;
  const { tree, problems } = parseYaml(text);
  for (const { message, span, kind } of problems)
    context.problem({ kind, message, location: locationOf({ file: lockPath, span }) });
  return tree[0]?.root && lockOf(tree[0].root);
}

/** Workflows give a resource `workflow` and one `job` each; actions give `action`. */
export function read(paths: readonly string[], context: DialectContext): DialectOutput {
  const resources: Resource<Model>[] = [];
  const comments: Comment[] = [];
  const whole = program('github-actions', '', resources);
  const lock = lockIn(paths, context);
  for (const path of paths) {
    if (path === lockPath) continue;
    const text = context.text(path);
    if (text === undefined) continue;
    const parsed = parseYaml(text);
    const root = parsed.tree[0]?.root;
    const isAction = !path.startsWith('.github/workflows/');
    const tell = (message: string, at: FilePlace) =>
      context.problem({ kind: 'parse', message, location: locationOf(at) });
    for (const { message, span, kind } of parsed.problems)
      context.problem({ kind, message, location: locationOf({ file: path, span }) });
    comments.push(...yamlComments(path, parsed.tree, parsed.comments));
    if (!root) {
      if (parsed.problems.length === 0)
        tell('expected a workflow with "on" and "jobs", found nothing', {
          file: path,
          span: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 },
        });
      continue;
    }
    const missing = isAction ? [] : ['on', 'jobs'].filter((key) => !entryOf(root, key));
    if (missing.length > 0) {
      tell(
        `expected a workflow with "on" and "jobs", found none of ${missing.map((key) => `"${key}"`).join(' and ')}`,
        { file: path, span: { ...root.span, endLine: root.span.startLine } },
      );
      continue;
    }
    const model = modelOf(path, parsed.comments);
    const common = {
      dialect: 'github-actions',
      calls: [],
      role: context.roleOf(path),
      program: whole,
      body: valueOf(root, path) as ObjectValue,
    };
    if (isAction) {
      const action = model.action(root);
      resources.push({
        ...common,
        type: 'action',
        name: `action ${path.replace(/\/?action\.ya?ml$/, '') || '.'}`,
        at: action.at,
        block: action.block,
        model: { action: { ...action, locked: lock?.all ?? none } },
      });
      continue;
    }
    const workflow = { ...model.workflow(root), locked: lock?.workflows.get(path) ?? none };
    resources.push({
      ...common,
      type: 'workflow',
      name: `workflow ${path.replace('.github/workflows/', '')}`,
      at: workflow.at,
      block: workflow.block,
      model: { workflow },
    });
    for (const job of workflow.jobs) {
      const body = valueOf(child(root, 'jobs', job.id), path) as ObjectValue;
      resources.push({
        ...common,
        type: 'job',
        name: `job ${job.id}`,
        at: job.at,
        block: job.block,
        body,
        model: { workflow, job },
      });
    }
  }
  return { resources, comments, unresolved: [] };
}
