import { child, entriesOf, itemsOf, scalarOf, textOf } from '../../parse/look.ts';
import type { Node } from '../../parse/tree.ts';
import type { Include } from '../gitlab-ci/model.ts';
import { jobOf, stepOf, textAt, variablesOf, type Pipeline } from './pipeline.ts';

/** CircleCI: https://circleci.com/docs/configuration-reference/ */
export function circleci(file: string, root: Node): Pipeline {
  const executors = new Map(entriesOf(child(root, 'executors')).map(({ key, value }) => [key.text, value]));
  const commands = new Map(entriesOf(child(root, 'commands')).map(({ key, value }) => [key.text, value]));
  return {
    host: 'circleci',
    jobs: entriesOf(child(root, 'jobs')).map(({ key, value }) => {
      const executor = child(value, 'executor');
      const shared = executors.get(textOf(executor) ?? textOf(child(executor, 'name')) ?? '');
      return jobOf({
        id: key.text,
        at: { file, span: key.span },
        block: { file, span: { ...key.span, endLine: value.span.endLine, endColumn: value.span.endColumn } },
        steps: stepsOf(child(value, 'steps'), 0),
        images: [value, shared].flatMap((node) =>
          itemsOf(child(node, 'docker')).flatMap((container) => textAt(file, child(container, 'image'))),
        ),
        env: variablesOf(file, child(value, 'environment')),
      });
    }),
    includes: orbsOf(file, root),
    variables: new Map(),
    triggers: ['push', 'pull_request'],
  };

  function stepsOf(node: Node | undefined, depth: number): ReturnType<typeof stepOf>[] {
    if (depth > 8) return [];
    return itemsOf(node).flatMap((step, index) => {
      const run = child(step, 'run');
      const script = scalarOf(run) ?? scalarOf(child(run, 'command'));
      const name = textOf(child(run, 'name')) ?? `step ${index + 1}`;
      if (script && textOf(script) !== undefined) return [stepOf(file, name, script)];
      // `when:` and `unless:` hold steps, a command of the file is one by its name.
      const held = child(step, 'when', 'steps') ?? child(step, 'unless', 'steps');
      if (held) return stepsOf(held, depth + 1);
      const [called] = step.type === 'mapping' ? entriesOf(step).map(({ key }) => key.text) : [textOf(step) ?? ''];
      const command = commands.get(called ?? '');
      return command ? stepsOf(child(command, 'steps'), depth + 1) : [];
    });
  }
}

/** Orbs: code of others, by a version. A whole version never changes, a part of one (`5.1`, `volatile`) does. */
const orbsOf = (file: string, root: Node): Include[] =>
  entriesOf(child(root, 'orbs')).flatMap(({ value }): Include[] =>
    textAt(file, value).map(({ text, at }) => {
      const version = text.split('@')[1];
      return {
        kind: 'component',
        what: text,
        at,
        ...(version && { ref: version }),
        fixed: /^\d+\.\d+\.\d+$/.test(version ?? ''),
      };
    }),
  );
