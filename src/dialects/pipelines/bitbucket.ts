import { child, entriesOf, itemsOf, scalarOf, textOf } from '../../parse/look.ts';
import type { Node } from '../../parse/tree.ts';
import type { Job, Text } from '../github-actions/model.ts';
import type { Include } from '../gitlab-ci/model.ts';
import { jobOf, stepOf, textAt, type Pipeline } from './pipeline.ts';

/** Bitbucket Pipelines: https://support.atlassian.com/bitbucket-cloud/docs/bitbucket-pipelines-configuration-reference/ */
export function bitbucket(file: string, root: Node): Pipeline {
  const jobs: Job[] = [];
  const includes: Include[] = [];
  const triggers = new Set<string>();
  const shared = imageOf(file, child(root, 'image'));
  for (const { key, value } of entriesOf(child(root, 'pipelines'))) {
    triggers.add(key.text === 'pull-requests' ? 'pull_request' : key.text === 'custom' ? 'workflow_dispatch' : 'push');
    const lists =
      value.type === 'sequence'
        ? [{ name: key.text, list: value }]
        : entriesOf(value).map((entry) => ({ name: `${key.text} ${entry.key.text}`, list: entry.value }));
    for (const { name, list } of lists) collect(list, name, 0);
  }
  return { host: 'bitbucket', jobs, includes, variables: new Map(), triggers: [...triggers] };

  function collect(node: Node, name: string, depth: number): void {
    if (depth > 6) return;
    for (const item of itemsOf(node)) {
      const step = child(item, 'step');
      const inner = child(item, 'parallel', 'steps') ?? child(item, 'parallel') ?? child(item, 'stage', 'steps');
      if (step) addStep(step, name);
      else if (inner) collect(inner, name, depth + 1);
    }
  }

  function addStep(step: Node, pipeline: string): void {
    const [environment] = textAt(file, child(step, 'deployment'));
    const scripts = ['script', 'after-script'].flatMap((key) => itemsOf(child(step, key)));
    for (const item of scripts) {
      const [pipe] = textAt(file, child(item, 'pipe'));
      // A pipe is an image: only its digest can't change.
      if (pipe)
        includes.push({
          kind: 'component',
          what: pipe.text,
          at: pipe.at,
          fixed: /@sha256:[0-9a-f]{64}$/.test(pipe.text),
        });
    }
    const count = jobs.length + 1;
    jobs.push(
      jobOf({
        id: `${textOf(child(step, 'name')) ?? `step ${count}`} (${pipeline})`,
        at: { file, span: step.span },
        block: { file, span: step.span },
        steps: scripts.flatMap((item, i) => {
          const script = scalarOf(item);
          return script && textOf(script) !== undefined ? [stepOf(file, `script ${i + 1}`, script)] : [];
        }),
        images: [...imageOf(file, child(step, 'image')), ...shared],
        environment,
      }),
    );
  }
}

const imageOf = (file: string, node: Node | undefined): Text[] => textAt(file, child(node, 'name') ?? node);
