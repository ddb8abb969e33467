import type { FilePlace, Span } from '../../model/place.ts';
import { child, entriesOf, itemsOf, textOf } from '../../parse/look.ts';
import type { MappingNode, Node, ScalarNode } from '../../parse/tree.ts';

/** A template as it is written: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html */
export interface Template {
  file: string;
  root: MappingNode;
  parameters: ReadonlyMap<string, Section>;
  mappings: ReadonlyMap<string, Section>;
  conditions: ReadonlyMap<string, Section>;
  /** Logical ids and loops (`Fn::ForEach::…`), in order. */
  resources: readonly Section[];
  outputs: ReadonlyMap<string, Section>;
  /** What the template asks to be transformed by: `AWS::Serverless-2016-10-31`, names of macros. */
  transforms: readonly { name: string; at: FilePlace }[];
  /** SAM's defaults by group: `Function`, `Api`, `HttpApi`, `SimpleTable`. */
  globals: Node | undefined;
}

export interface Section {
  key: ScalarNode;
  value: Node;
}

export const sam = 'AWS::Serverless-2016-10-31';
export const languageExtensions = 'AWS::LanguageExtensions';

export function templateOf(file: string, root: Node | undefined): Template | undefined {
  if (root?.type !== 'mapping') return undefined;
  const named = (name: string) =>
    new Map(entriesOf(child(root, name)).map(({ key, value }): [string, Section] => [key.text, { key, value }]));
  const transforms = itemsOf(child(root, 'Transform')).flatMap((node) => {
    const name = textOf(node) ?? textOf(child(node, 'Name'));
    return name === undefined ? [] : [{ name, at: { file, span: node.span } }];
  });
  return {
    file,
    root,
    parameters: named('Parameters'),
    mappings: named('Mappings'),
    conditions: named('Conditions'),
    resources: entriesOf(child(root, 'Resources')),
    outputs: named('Outputs'),
    transforms,
    globals: child(root, 'Globals'),
  };
}

/** From the key to the end of what it holds. */
export const blockOf = ({ key, value }: Section): Span => {
  const { endLine, endColumn } =
    value.span.endLine > key.span.endLine ||
    (value.span.endLine === key.span.endLine && value.span.endColumn > key.span.endColumn)
      ? value.span
      : key.span;
  return { ...key.span, endLine, endColumn };
};
