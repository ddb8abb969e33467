import type { ObjectValue, Value } from '../../model/value.ts';
import { bodyOf } from './body.ts';
import { aliasOf, headerOf, referenceText, type Declared } from './configuration.ts';
import { collectionFunctions } from './functions/collection.ts';
import type { Module } from './module.ts';
import { nothing } from './values.ts';

/** Where a provider block states what it adds to the labels of its resources, and how they are called with them. */
interface Labels {
  provider: readonly string[];
  own: string;
  all: string;
}

const kinds: Readonly<Record<string, Labels>> = {
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/resource-tagging
  aws: { provider: ['default_tags', 'tags'], own: 'tags', all: 'tags_all' },
  // https://registry.terraform.io/providers/hashicorp/google/latest/docs/guides/provider_reference#default_labels
  google: { provider: ['default_labels'], own: 'labels', all: 'effective_labels' },
  'google-beta': { provider: ['default_labels'], own: 'labels', all: 'effective_labels' },
};

/** The attribute in which a resource has the labels of its provider and its own; undefined where its provider adds none. */
export function labelsOf(module: Module, declared: Declared & { type: string }) {
  const configured = configurationOf(module, declared);
  const type = configured?.declared.block.labels[0]?.text ?? '';
  const labels = Object.hasOwn(kinds, type) ? kinds[type] : undefined;
  const [first] = labels?.provider ?? [];
  const states =
    configured &&
    first !== undefined &&
    (configured.declared.content.attributes.has(first) ||
      configured.declared.content.blocks.some((block) => block.type === first || block.labels[0]?.text === first));
  if (!labels || !states) return undefined;
  return {
    name: labels.all,
    of: (body: ObjectValue): Value => {
      const { declared: block, module: owner } = configured;
      const provider = bodyOf(block.content, { ...owner.scope, file: block.file }, providerOptions(block));
      const given = labels.provider.reduce<Value | undefined>(inside, provider) ?? nothing(headerOf(block));
      const { budget, files } = owner.scope;
      return collectionFunctions['merge']!.run([given, body.entries.get(labels.own) ?? nothing(body.at)], {
        name: 'merge',
        at: body.at,
        budget,
        files,
      });
    },
  };
}

const providerOptions = (block: Declared) => ({ at: headerOf(block), subject: 'provider' });

/** A member; of a list of blocks, that of the one block. */
function inside(value: Value | undefined, name: string): Value | undefined {
  const one = value?.type === 'list' ? value.items[0] : value;
  return one?.type === 'object' ? one.entries.get(name) : one;
}

/** The provider block that configures a resource, and the module that has it. */
export function configurationOf(
  module: Module,
  { content, type }: Declared & { type: string },
): { declared: Declared; module: Module } | undefined {
  const written = content.attributes.get('provider')?.value;
  const [name = '', alias] = (written && referenceText(written)?.split('.')) ?? [type.split('_')[0]!];
  return providerIn(module, name, alias);
}

/**
 * The provider block that a name stands for in a module: one of its own, one that its call hands over, or the default one of
 * the modules above: https://developer.hashicorp.com/terraform/language/modules/develop/providers
 */
function providerIn(
  module: Module,
  name: string,
  alias: string | undefined,
): { declared: Declared; module: Module } | undefined {
  const own = module.configuration.providers.find(
    ({ block, content }) => block.labels[0]?.text === name && aliasOf(content) === alias,
  );
  if (own) return { declared: own, module };
  if (!module.parent || !module.call) return undefined;
  const handed = module.call.declared.content.attributes.get('providers')?.value;
  const wanted = alias === undefined ? name : `${name}.${alias}`;
  const entry =
    handed?.type === 'object' ? handed.entries.find(({ key }) => referenceText(key) === wanted)?.value : undefined;
  const [above, aboveAlias] = (entry && referenceText(entry)?.split('.')) ?? [name];
  if (!entry && alias !== undefined) return undefined;
  return providerIn(module.parent, above!, aboveAlias);
}
