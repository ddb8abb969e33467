import type { FilePlace } from '../../model/place.ts';
import { entriesOf, scalarOf, textOf } from '../../parse/look.ts';
import type { Node, ScalarNode } from '../../parse/tree.ts';
import type { Job, Script, Step, Text } from '../github-actions/model.ts';
import type { Include } from '../gitlab-ci/model.ts';

/** A pipeline of whatever service, before it is told in the words of others. */
export interface Pipeline {
  host: string;
  jobs: readonly Job[];
  includes: readonly Include[];
  variables: ReadonlyMap<string, Text>;
  /** What starts it, as GitHub calls it. */
  triggers: readonly string[];
}

export const textAt = (file: string, node: Node | undefined): Text[] => {
  const stated = scalarOf(node);
  const text = textOf(stated);
  return stated && text !== undefined ? [{ text, at: { file, span: stated.span } }] : [];
};

/** `NAME: value`. */
export const variablesOf = (file: string, node: Node | undefined): Map<string, Text> =>
  new Map(entriesOf(node).flatMap(({ key, value }) => textAt(file, value).map((text) => [key.text, text] as const)));

export function stepOf(file: string, name: string, node: ScalarNode): Step {
  const at: FilePlace = { file, span: node.span };
  const run: Script = {
    text: node.text,
    at,
    lines: node.lineStarts ?? [{ line: node.span.startLine, column: node.span.startColumn }],
  };
  return { name, at, block: at, run, with: new Map(), env: new Map(), timed: false };
}

export interface JobParts {
  id: string;
  at: FilePlace;
  block: FilePlace;
  steps: readonly Step[];
  images?: readonly Text[];
  env?: ReadonlyMap<string, Text>;
  needs?: readonly string[];
  environment?: Text | undefined;
  continueOnError?: Text | undefined;
}

export const jobOf = ({ id, at, block, steps, images, env, needs, environment, continueOnError }: JobParts): Job => ({
  id,
  at,
  block,
  steps,
  images: images ?? [],
  env: env ?? new Map(),
  needs: needs ?? [],
  runsOn: [],
  registryPasswords: [],
  with: new Map(),
  ...(environment && { environment }),
  ...(continueOnError && { continueOnError }),
});
