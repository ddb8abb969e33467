import type { Call, Expression } from '../../../parse/hcl/ast.ts';
import type { FilePlace } from '../../../model/place.ts';
import type { Value } from '../../../model/value.ts';
import { limits, Stop, valueOfStop } from '../budget.ts';
import { firstUnknown, hasFailed } from '../deep.ts';
import type { Names, Scope } from '../scope.ts';
import { bind, placeIn } from '../scope.ts';
import { rendered, type Evaluate } from '../template.ts';
import { headLines, parseTemplate } from '../template-text.ts';
import { bool, byPlan, failed, isFailed, isSet, isTyped, through, typed, unknown } from '../values.ts';
import { collectionFunctions } from './collection.ts';
import { conversionFunctions } from './conversion.ts';
import { dateFunctions } from './date.ts';
import { text, whenKnown, type CallSite, type FunctionDefinition } from './definition.ts';
import { encodingFunctions } from './encoding.ts';
import { fileFunctions, inTree } from './files.ts';
import { hashFunctions } from './hash.ts';
import { networkFunctions } from './network.ts';
import { numericFunctions } from './numeric.ts';
import { stringFunctions } from './string.ts';

const functions: ReadonlyMap<string, FunctionDefinition> = new Map(
  [
    numericFunctions,
    stringFunctions,
    collectionFunctions,
    encodingFunctions,
    fileFunctions,
    dateFunctions,
    hashFunctions,
    networkFunctions,
    conversionFunctions,
  ].flatMap((family) => Object.entries(family)),
);

/** The functions that take expressions, or templates, rather than values. */
const special: Record<
  string,
  (args: readonly Expression[], scope: Scope, site: CallSite, evaluate: Evaluate) => Value
> = {
  can: (args, scope, site, evaluate) => {
    const value = attempt(args[0]!, scope, evaluate);
    if (hasFailed(value, scope.budget)) return bool(false, site.at);
    const open = value.type === 'unknown' ? firstUnknown(value, scope.budget) : undefined;
    return open ? unknown(open.reason, site.at) : bool(true, site.at);
  },
  try: (args, scope, site, evaluate) => {
    for (const arg of args) {
      const value = attempt(arg, scope, evaluate);
      if (!hasFailed(value, scope.budget)) return value;
    }
    return failed('wrong-type', 'try()', 'an argument that can be worked out', site.at);
  },
  templatestring: ([source, variables], scope, site, evaluate) => {
    const given = evaluate(source!, scope);
    return whenKnown([given], site, ([content]) =>
      renderTemplate(
        text(content),
        'file' in given.at ? given.at : placeIn(scope, source!.span),
        evaluate(variables!, scope),
        scope,
        site,
        evaluate,
      ),
    );
  },
  templatefile: ([path, variables], scope, site, evaluate) => {
    const given = evaluate(path!, scope);
    return whenKnown([given], site, ([name]) => {
      const file = inTree(text(name), site);
      const content = scope.files.text(file);
      if (content === undefined)
        throw new Stop('does-not-exist', `the file ${text(name)} in the repository, as text in UTF-8`);
      return through(renderFile(content, file, evaluate(variables!, scope), scope, site, evaluate), site.at);
    });
  },
};
const specialArguments: Record<string, [number, number]> = {
  can: [1, 1],
  try: [1, Infinity],
  templatestring: [2, 2],
  templatefile: [2, 2],
};

/** Calls a function by name. What Terraform would report as an error is a failed value, which `try` catches. */
export function callFunction(call: Call, scope: Scope, evaluate: Evaluate): Value {
  const at = placeIn(scope, call.span);
  const name = call.name.replace(/^core::/, '');
  const site: CallSite = { name, at, budget: scope.budget, files: scope.files };
  const { depth } = scope.budget;
  try {
    const takesExpressions = Object.hasOwn(special, name) ? special[name] : undefined;
    if (takesExpressions) {
      const [least, most] = specialArguments[name]!;
      checkCount(call.arguments.length, least, most);
      return takesExpressions(call.arguments, scope, site, evaluate);
    }
    const definition = functions.get(name);
    if (!definition) return unknown({ code: 'not-evaluated', subject: `${call.name}()`, settledBy: byPlan }, at);
    const args = argumentsOf(call, scope, evaluate);
    if ('type' in args) return args;
    const broken = args.find(isFailed);
    if (broken) return { ...broken, at };
    checkCount(args.length, definition.minimum, definition.maximum);
    return checkSize(typedResult(name, args, definition.run(args, site)));
  } catch (cause) {
    if (cause instanceof Stop && cause.code === 'too-large' && scope.budget.steps < 0) throw cause;
    scope.budget.depth = depth;
    return valueOfStop(cause, at, `${name}()`);
  }
}

function checkSize(result: Value): Value {
  if (result.type === 'string' && result.value.length > limits.textLength)
    throw new Stop('too-large', 'a text longer than the limit');
  return result;
}

/** Functions that give lists or maps whatever they are given. */
const givesCollection: ReadonlySet<string> = new Set([
  'chunklist',
  'cidrsubnets',
  'compact',
  'csvdecode',
  'distinct',
  'formatlist',
  'matchkeys',
  'range',
  'regexall',
  'setproduct',
  'sort',
  'split',
  'transpose',
]);
/** Functions that give a list or a map only of such: of a tuple or an object they give one again. */
const keepsType: ReadonlySet<string> = new Set(['concat', 'keys', 'merge', 'reverse', 'slice', 'values', 'zipmap']);

const typedResult = (name: string, args: readonly Value[], result: Value): Value =>
  givesCollection.has(name) ||
  (keepsType.has(name) && args.every((arg) => isTyped(arg) || isSet(arg) || arg.type === 'number'))
    ? typed(result)
    : result;

function checkCount(count: number, least: number, most: number): void {
  if (count < least || count > most)
    throw new Stop('wrong-type', `${least === most ? least : `at least ${least}`} arguments`);
}

/** The arguments; with `...` the last one is a list of the rest. An unknown list of arguments is an unknown result. */
function argumentsOf(call: Call, scope: Scope, evaluate: Evaluate): Value[] | Value {
  const args = call.arguments.map((arg) => evaluate(arg, scope));
  if (!call.expandFinal) return args;
  const last = args.pop();
  if (last?.type === 'unknown') return mayStayKnown(call.name) ? [...args, last] : last;
  if (last?.type !== 'list') throw new Stop('wrong-type', 'a list before ...');
  const open: Value[] = last.complete || !last.reason ? [] : [unknown(last.reason, last.at)];
  return [...args, ...last.items, ...open];
}

/** These say of an unknown argument that there may be more, and keep the rest. */
const mayStayKnown = (name: string): boolean => name === 'merge' || name === 'concat';

/** An argument of `try` or `can`: a failure inside is an answer, only a spent budget goes on. */
function attempt(expression: Expression, scope: Scope, evaluate: Evaluate): Value {
  const depth = scope.budget.depth;
  try {
    return evaluate(expression, scope);
  } catch (cause) {
    if (!(cause instanceof Stop) || cause.code === 'too-large') throw cause;
    scope.budget.depth = depth;
    return valueOfStop(cause, placeIn(scope, expression.span), 'an argument');
  }
}

const noNames: Names = {
  resolve: (root, _steps, at) => ({
    value: failed('does-not-exist', root, `a template variable ${root}`, at),
    used: 0,
  }),
};

/** A template from a file: its places are in that file. */
export function renderFile(
  content: string,
  file: string,
  variables: Value,
  scope: Scope,
  site: CallSite,
  evaluate: Evaluate,
): Value {
  const parts = parseTemplate(content);
  if (!parts) throw new Stop('wrong-type', `a template that can be read in ${file}`);
  const lines = content.split('\n');
  const whole = {
    file,
    span: { startLine: 1, startColumn: 1, endLine: lines.length, endColumn: lines.at(-1)!.length + 1 },
  };
  return rendered(parts, templateScope({ ...scope, file, headLines }, variables, site), whole, evaluate);
}

function renderTemplate(
  content: string,
  at: FilePlace,
  variables: Value,
  scope: Scope,
  site: CallSite,
  evaluate: Evaluate,
): Value {
  const parts = parseTemplate(content);
  if (!parts) throw new Stop('wrong-type', 'a template that can be read');
  return { ...rendered(parts, templateScope({ ...scope, file: at.file }, variables, site), at, evaluate), at };
}

function templateScope(scope: Scope, variables: Value, site: CallSite): Scope {
  const { bound: _bound, ...rest } = scope;
  if (variables.type === 'unknown') return { ...rest, names: { resolve: () => ({ value: variables, used: 0 }) } };
  if (variables.type !== 'object') throw new Stop('wrong-type', `an object as the second argument of ${site.name}()`);
  let inner: Scope = { ...rest, names: noNames };
  for (const [name, value] of variables.entries) inner = bind(inner, name, value);
  return inner;
}
