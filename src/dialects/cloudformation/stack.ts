import type { UnknownReason } from '../../model/fact.ts';
import type { FilePlace, Place } from '../../model/place.ts';
import type { Role } from '../../model/subject.ts';
import type { ObjectValue, Value } from '../../model/value.ts';
import { child, entryOf, textOf } from '../../parse/look.ts';
import type { Program, Resource, Unresolved } from '../dialect.ts';
import { snake } from './body.ts';
import { evaluate } from './evaluate.ts';
import { truth } from './functions.ts';
import { expandLoop, isLoop, type Copy } from './loops.ts';
import { parameterValue } from './parameters.ts';
import { withGlobals, type Interface } from './sam.ts';
import type { Scope } from './scope.ts';
import { blockOf, languageExtensions, sam, type Section, type Template } from './template.ts';
import { inWords } from './words.ts';
import { asText, object, reason, unknown } from './values.ts';

/** What a stack is made in: where its resources go, and how the templates it nests are found. */
export interface Surroundings {
  program: Program;
  add(resource: Resource): void;
  /** The template at a path beside this one; undefined where it isn't in the tree. */
  template(path: string, from: string): Template | undefined;
  unresolved(what: Unresolved): void;
  role: Role;
}

const deepestNesting = 10;
const budget = 400_000;

/**
 * The resources of a template with the values it is given, and of the templates that it nests. Gives its outputs, for the one
 * that nests it.
 */
export function stackOf(
  template: Template,
  given: ReadonlyMap<string, Value>,
  surroundings: Surroundings,
  nesting: readonly { name: string; at: FilePlace }[] = [],
): (output: string) => Value | undefined {
  const { file } = template;
  const prefix = nesting.map(({ name }) => `${name}/`).join('');
  const nested = new Map<string, (output: string) => Value | undefined>();
  const scope = scopeOf(template, given, prefix, nested);
  for (const { name, at } of template.transforms)
    if (name !== sam && name !== languageExtensions)
      surroundings.unresolved({ name, at, reason: reason('not-rendered', `macro ${name}`, 'the template it makes') });
  const sections = template.resources.flatMap((section): Copy[] =>
    isLoop(section.key.text) ? expandLoop(section, scope, evaluate).entries : [{ ...section, scope }],
  );
  for (const section of sections) {
    const resource = declared(section, template);
    const present =
      resource.condition === undefined ? undefined : section.scope.condition(resource.condition, resource.at);
    if (present?.type === 'bool' && !present.value) continue;
    if (isModule(resource.type)) {
      const why = reason('not-rendered', `module ${resource.type}`, 'the template that it is unfolded into');
      surroundings.unresolved({ name: section.key.text, at: resource.at, reason: why });
      continue;
    }
    const properties = resource.properties && evaluate(resource.properties, section.scope);
    if (resource.type === 'AWS::CloudFormation::Stack' || resource.type === 'AWS::Serverless::Application') {
      nest(section, properties);
      continue;
    }
    const stated = properties?.type === 'object' ? properties : unstated(properties, { file, span: section.key.span });
    const full = withGlobals(stated, resource.type, evaluateGlobals(template, scope), interfaceAt);
    const block: FilePlace = { file, span: blockOf(section) };
    const stating = { name: resource.name(prefix), shown: section.key.text, at: resource.at, block };
    for (const made of inWords(resource.type, full, stating))
      surroundings.add({
        ...made,
        dialect: 'cloudformation',
        model: undefined,
        calls: nesting.map(({ at }) => at).reverse(),
        role: surroundings.role,
        program: surroundings.program,
      });
  }
  return (name) => {
    const output = template.outputs.get(name);
    const value = output && child(output.value, 'Value');
    return value && evaluate(value, scope);
  };

  /** What an interface of this template states, by its address. */
  function interfaceAt(address: string): Interface | undefined {
    for (const section of sections) {
      const { type, name, condition, properties } = declared(section, template);
      if (name(prefix) !== address || !/^AWS::Serverless::(?:Http)?Api$/.test(type)) continue;
      const stated = properties && evaluate(properties, section.scope);
      const own = stated?.type === 'object' ? stated : unstated(stated, { file, span: section.key.span });
      return condition === undefined ? { type, stated: own } : undefined;
    }
    return undefined;
  }

  function nest(section: Section, properties: Value | undefined): void {
    const at: FilePlace = { file, span: section.key.span };
    const body = properties?.type === 'object' ? properties.entries : new Map<string, Value>();
    const location = body.get('TemplateURL') ?? body.get('Location');
    // The CDK says beside it which of the files in its folder it is.
    const path = assetOf(section.value) ?? (location && asText(location));
    const inner =
      path === undefined || nesting.length >= deepestNesting ? undefined : surroundings.template(path, file);
    if (!inner) {
      surroundings.unresolved({
        name: section.key.text,
        at,
        reason: reason(
          'remote-module',
          path ?? `the template of ${section.key.text}`,
          'a scan of the template that it nests, kept in this repository',
        ),
      });
      return;
    }
    const parameters = body.get('Parameters');
    const values = parameters?.type === 'object' ? parameters.entries : new Map<string, Value>();
    nested.set(section.key.text, stackOf(inner, values, surroundings, [...nesting, { name: section.key.text, at }]));
  }
}

/** A module of the registry, or one that a tool unfolds: `!Rain::Module ../bucket.yml`. */
const isModule = (type: string): boolean => type.endsWith('::MODULE') || /\.(?:ya?ml|json|template)$/.test(type);

function unstated(properties: Value | undefined, at: Place): ObjectValue {
  const why: UnknownReason | undefined = properties?.type === 'unknown' ? properties.reason : undefined;
  return object(new Map<string, Value>(), properties?.at ?? at, why);
}

interface Declared {
  type: string;
  at: FilePlace;
  condition: string | undefined;
  properties: Section['value'] | undefined;
  name(prefix: string): string;
}

function declared({ key, value }: Section, template: Template): Declared {
  const type = textOf(child(value, 'Type')) ?? '';
  const path = textOf(child(value, 'Metadata', 'aws:cdk:path'));
  // Programs of the CDK name a construct by its path, and its children "Resource" and "Default" say nothing.
  const construct = path === undefined ? '' : `${path.replace(/(?:\/(?:Resource|Default))+$/, '')} `;
  return {
    type,
    at: { file: template.file, span: key.span },
    condition: textOf(child(value, 'Condition')),
    properties: entryOf(value, 'Properties')?.value,
    name: (prefix) => `${construct}${prefix}${type}.${key.text}`,
  };
}

/** https://docs.aws.amazon.com/cdk/v2/guide/assets.html: where the CDK keeps what a resource is made from. */
export const assetOf = (resource: Section['value']): string | undefined =>
  textOf(child(resource, 'Metadata', 'aws:asset:path'));

/** Naming the attachment of a secret to its database names the secret: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-secrettargetattachment.html */
const attachedSecret = ({ value }: Section) =>
  textOf(child(value, 'Type')) === 'AWS::SecretsManager::SecretTargetAttachment'
    ? child(value, 'Properties', 'SecretId')
    : undefined;

function evaluateGlobals(template: Template, scope: Scope): ObjectValue | undefined {
  const value = template.globals && evaluate(template.globals, scope);
  return value?.type === 'object' ? value : undefined;
}

function scopeOf(
  template: Template,
  given: ReadonlyMap<string, Value>,
  prefix: string,
  nested: ReadonlyMap<string, (output: string) => Value | undefined>,
): Scope {
  const { file } = template;
  const parameters = new Map<string, Value>();
  const conditions = new Map<string, Value>();
  const open = new Set<string>();
  const byId = new Map(template.resources.map((section) => [section.key.text, section]));
  const isSam = template.transforms.some(({ name }) => name === sam);
  const scope: Scope = {
    template,
    loop: new Map(),
    budget: { left: budget },
    parameter: (name) => {
      const section = template.parameters.get(name);
      if (!section) return undefined;
      let value = parameters.get(name);
      if (!value) parameters.set(name, (value = parameterValue(file, section, given.get(name))));
      return value;
    },
    condition: (name, at) => {
      const there = conditions.get(name);
      if (there) return there;
      const section = template.conditions.get(name);
      if (!section) return unknown(reason('does-not-exist', `condition ${name}`, 'a condition of this name'), at);
      if (open.has(name))
        return unknown(reason('cycle', `condition ${name}`, 'a condition that does not ask itself'), at);
      open.add(name);
      const value = truth(section.value, scope, (node) => evaluate(node, scope));
      open.delete(name);
      conditions.set(name, value);
      return value;
    },
    resource: (logicalId, attribute, at) => {
      const output = attribute?.startsWith('Outputs.') ? nested.get(logicalId)?.(attribute.slice(8)) : undefined;
      if (output) return output;
      const section = byId.get(logicalId);
      const shown = attribute ? `${logicalId}.${attribute}` : logicalId;
      // Both are names of the same secret.
      const attached = section && attribute === undefined && attachedSecret(section);
      if (attached) return evaluate(attached, scope);
      const why = reason('known-after-apply', shown, 'the stack, when it is made');
      if (section)
        return unknown(why, at, {
          references: [
            {
              address: declared(section, template).name(prefix),
              path: [attribute === undefined ? 'id' : snake(attribute)],
            },
          ],
        });
      // SAM makes resources of its own, named after those that ask for them; loops name theirs by item.
      const made =
        isSam && (logicalId.startsWith('Serverless') || [...byId.keys()].some((id) => logicalId.startsWith(id)));
      const looped = [...byId.keys()].some(isLoop);
      return made || looped ? unknown(why, at) : undefined;
    },
  };
  return scope;
}
