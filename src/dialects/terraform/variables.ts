import type { Value } from '../../model/value.ts';
import { bounded, type Budget } from './budget.ts';
import { headerOf, type Declared } from './configuration.ts';
import { evaluate } from './evaluate.ts';
import type { Names, Scope } from './scope.ts';
import type { SourceFiles } from './source-files.ts';
import { convert, typeOf } from './types.ts';
import { byPlan, unknown, withMarks } from './values.ts';

/** Defaults, types and values files refer to nothing. */
export const noNames: Names = {
  resolve: (root, _steps, at) => ({
    value: unknown({ code: 'does-not-exist', subject: root, settledBy: 'a value that refers to nothing' }, at),
    used: 0,
  }),
};

/**
 * What a variable comes to: the value that was given, else its default, as its type has it:
 * https://developer.hashicorp.com/terraform/language/values/variables
 */
export function variableValue(
  name: string,
  declared: Declared,
  given: Value | undefined,
  budget: Budget,
  files: SourceFiles,
): Value {
  const { content } = declared;
  const at = headerOf(declared);
  const attribute = (key: string) => content.attributes.get(key);
  const scope: Scope = { file: declared.file, names: noNames, budget, files };
  const read = (key: string): Value | undefined => {
    const found = attribute(key);
    return found && bounded(budget, at, `var.${name}`, () => evaluate(found.value, { ...scope, file: found.file }));
  };
  const isTrue = (key: string): boolean => {
    const value = read(key);
    return value?.type === 'bool' && value.value;
  };
  const nullable = read('nullable');
  const taken = given?.type === 'null' && nullable?.type === 'bool' && !nullable.value ? undefined : given;
  const value = taken ?? read('default');
  if (!value)
    return unknown(
      { code: 'no-value', subject: `var.${name}`, settledBy: `a default, a .tfvars file, or ${byPlan}` },
      at,
    );
  const type = typeOf(attribute('type')?.value);
  const converted = bounded(budget, value.at, `var.${name}`, () =>
    convert(value, type, { budget, fallback: (expression) => evaluate(expression, scope) }),
  );
  return isTrue('sensitive') || isTrue('ephemeral') ? withMarks(converted, { secret: true }) : converted;
}
