import { child, itemsOf, scalarOf, textOf } from '../../parse/look.ts';
import type { Node } from '../../parse/tree.ts';
import type { Job } from '../github-actions/model.ts';
import { jobOf, stepOf, textAt, type Pipeline } from './pipeline.ts';

/** Tekton: tasks, and the tasks that a pipeline holds: https://tekton.dev/docs/pipelines/tasks/ */
export function tekton(file: string, root: Node): Pipeline {
  const jobs: Job[] = [];
  const name = textOf(child(root, 'metadata', 'name')) ?? 'task';
  const spec = child(root, 'spec');
  const add = (id: string, task: Node | undefined): void => {
    const steps = itemsOf(child(task, 'steps'));
    if (!task || steps.length === 0) return;
    jobs.push(
      jobOf({
        id,
        at: { file, span: task.span },
        block: { file, span: task.span },
        steps: steps.flatMap((step, i) => {
          const script = scalarOf(child(step, 'script'));
          return script && textOf(script) !== undefined
            ? [stepOf(file, textOf(child(step, 'name')) ?? `step ${i + 1}`, script)]
            : [];
        }),
        images: [...steps, ...itemsOf(child(task, 'sidecars'))]
          .flatMap((step) => textAt(file, child(step, 'image')))
          .filter(({ text }) => !text.startsWith('$(')),
      }),
    );
  };
  add(name, spec);
  for (const task of itemsOf(child(spec, 'tasks') ?? child(spec, 'pipelineSpec', 'tasks')))
    add(textOf(child(task, 'name')) ?? name, child(task, 'taskSpec'));
  return { host: 'tekton', jobs, includes: [], variables: new Map(), triggers: ['push', 'pull_request'] };
}
