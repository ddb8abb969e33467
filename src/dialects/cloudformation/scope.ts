import type { Place } from '../../model/place.ts';
import type { Value } from '../../model/value.ts';
import type { Node } from '../../parse/tree.ts';
import type { Template } from './template.ts';

/** What an expression of a template may refer to. */
export interface Scope {
  template: Template;
  /** The value of a parameter; undefined where none has this name. */
  parameter(name: string): Value | undefined;
  /** The truth of a condition, as a value. */
  condition(name: string, at: Place): Value;
  /** What a resource gives: itself (`Ref`) where no attribute is named. Undefined where there is no such resource. */
  resource(logicalId: string, attribute: string | undefined, at: Place): Value | undefined;
  /** Variables of the loops around. */
  loop: ReadonlyMap<string, Value>;
  /** How many nodes may still be worked out: aliases and loops can stand for billions. */
  budget: { left: number };
}

/** What a node comes to. `undefined` is `AWS::NoValue`: as if nothing were written there. */
export type Evaluate = (node: Node, scope: Scope) => Value | undefined;
