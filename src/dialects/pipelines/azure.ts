import type { FilePlace } from '../../model/place.ts';
import { child, entriesOf, entryOf, itemsOf, scalarOf, textOf } from '../../parse/look.ts';
import type { Node } from '../../parse/tree.ts';
import type { Job, Step, Text } from '../github-actions/model.ts';
import type { Include } from '../gitlab-ci/model.ts';
import { jobOf, stepOf, textAt, variablesOf, type Pipeline } from './pipeline.ts';

/** Azure Pipelines: https://learn.microsoft.com/azure/devops/pipelines/yaml-schema/ */
export function azure(file: string, root: Node): Pipeline {
  const place = (node: Node): FilePlace => ({ file, span: node.span });
  const jobs: Job[] = [];
  const addJob = (node: Node, fallback: string): void => {
    const id = textOf(child(node, 'job')) ?? textOf(child(node, 'deployment')) ?? fallback;
    const [environment] = textAt(file, child(node, 'environment', 'name') ?? child(node, 'environment'));
    const [goesOn] = textAt(file, child(node, 'continueOnError'));
    jobs.push(
      jobOf({
        id,
        at: place(node),
        block: place(node),
        steps: stepsIn(file, node, 0),
        images: imagesOf(file, node),
        env: azureVariables(file, child(node, 'variables')),
        needs: itemsOf(child(node, 'dependsOn')).flatMap((item) => textOf(item) ?? []),
        environment,
        continueOnError: goesOn?.text === 'true' ? goesOn : undefined,
      }),
    );
  };
  for (const stage of itemsOf(child(root, 'stages')))
    for (const job of itemsOf(child(stage, 'jobs'))) addJob(job, `${textOf(child(stage, 'stage')) ?? 'stage'}`);
  for (const job of itemsOf(child(root, 'jobs'))) addJob(job, 'job');
  if (entryOf(root, 'steps')) addJob(root, 'steps');
  const without = (key: string) => textOf(child(root, key)) === 'none';
  return {
    host: 'azure-pipelines',
    jobs,
    includes: repositoriesOf(file, root),
    variables: azureVariables(file, child(root, 'variables')),
    // Without `pr:` pull requests of GitHub and Bitbucket start it: https://learn.microsoft.com/azure/devops/pipelines/yaml-schema/pr
    triggers: [...(without('trigger') ? [] : ['push']), ...(without('pr') ? [] : ['pull_request'])],
  };
}

/** `NAME: value`, or a list of `name` and `value`. */
function azureVariables(file: string, node: Node | undefined): Map<string, Text> {
  if (node?.type !== 'sequence') return variablesOf(file, node);
  return new Map(
    node.items.flatMap((item) => {
      const name = textOf(child(item, 'name'));
      return name === undefined ? [] : textAt(file, child(item, 'value')).map((text) => [name, text] as const);
    }),
  );
}

const scripts = ['script', 'bash', 'pwsh', 'powershell'];

/** The steps of a job, those of a deployment's strategy and of `${{ if }}:` blocks too. */
function stepsIn(file: string, node: Node, depth: number): Step[] {
  if (depth > 12) return [];
  return entriesOf(node).flatMap(({ key, value }): Step[] => {
    if (key.text === 'steps') return itemsOf(value).flatMap((step, i) => stepIn(file, step, i, depth));
    return /^(?:strategy|runOnce|rolling|canary|preDeploy|deploy|routeTraffic|postRouteTraffic|on|success|failure)$/.test(
      key.text,
    )
      ? stepsIn(file, value, depth + 1)
      : [];
  });
}

function stepIn(file: string, step: Node, index: number, depth: number): Step[] {
  const [conditional] = entriesOf(step);
  if (conditional?.key.text.startsWith('${{') && depth < 12)
    return itemsOf(conditional.value).flatMap((inner, i) => stepIn(file, inner, i, depth + 1));
  const name = textOf(child(step, 'displayName')) ?? `step ${index + 1}`;
  const inputs = child(step, 'inputs');
  return [...scripts.map((key) => child(step, key)), child(inputs, 'script'), child(inputs, 'inlineScript')].flatMap(
    (node) => {
      const script = scalarOf(node);
      return script && textOf(script) !== undefined ? [stepOf(file, name, script)] : [];
    },
  );
}

const imagesOf = (file: string, job: Node): Text[] => {
  const container = child(job, 'container');
  const stated = textAt(file, child(container, 'image') ?? container);
  // A name without a colon or a slash is one of the containers that the pipeline declares.
  return stated.filter(({ text }) => /[/:]/.test(text) && !text.startsWith('$'));
};

/** Other repositories whose templates it takes in, and the containers that it declares. */
const repositoriesOf = (file: string, root: Node): Include[] =>
  itemsOf(child(root, 'resources', 'repositories')).flatMap((repository): Include[] => {
    const [named] = textAt(file, child(repository, 'name'));
    const ref = textOf(child(repository, 'ref'));
    if (!named) return [];
    const bare = ref?.replace(/^refs\/(?:heads|tags)\//, '');
    return [
      { kind: 'project', what: ref ? `${named.text}@${bare}` : named.text, at: named.at, ...(bare && { ref: bare }) },
    ];
  });
