import type { FilePlace } from '../../model/place.ts';
import type { Role } from '../../model/subject.ts';
import type { Value } from '../../model/value.ts';
import {
  program,
  type DialectContext,
  type Program,
  type Resource,
  type Unresolved,
  type VersionRange,
} from '../dialect.ts';
import { bodyOf } from './body.ts';
import { bounded, newBudget, type Budget } from './budget.ts';
import {
  aliasOf,
  blockOf,
  contentOf,
  headerOf,
  referenceText,
  type Configuration,
  type Declared,
} from './configuration.ts';
import { evaluate } from './evaluate.ts';
import { inFolder, type Folders } from './folders.ts';
import { downloadedModules } from './manifest.ts';
import { moduleOf, type Module, type Root } from './module.ts';
import { configurationOf } from './provider-labels.ts';
import { lockedVersions, rangeOf, requirementsOf, type Requirement } from './provider-versions.ts';
import { sourceFiles, type SourceFiles } from './source-files.ts';
import { noNames } from './variables.ts';

/** A root, evaluated. */
export interface EvaluatedRoot {
  program: Program;
  resources: Resource[];
  /** The folders whose configuration has an instance in it. */
  folders: ReadonlySet<string>;
  /** Where the root calls the module that a resource is in. */
  callAt(address: string): FilePlace | undefined;
}

/** All resources of a root and of the modules it calls. */
export function programOf(
  folder: string,
  folders: Folders,
  context: DialectContext,
  unresolved: (what: Unresolved) => void,
): EvaluatedRoot {
  const configuration = folders.configuration(folder)!;
  const budget = newBudget();
  const files = sourceFiles(context.files, folder);
  const root: Root = {
    folder,
    budget,
    files,
    configuration: folders.configuration,
    downloaded: downloadedModules(folder, context),
    unresolved,
    modules: 0,
    folders: new Set(),
  };
  const resources: Resource[] = [];
  const whole = program('terraform', folder, resources);
  const locked = lockedVersions(folders.lock(folder), inFolder(folder, '.terraform.lock.hcl'));
  const top = moduleOf(root, configuration, {
    prefix: '',
    calls: [],
    parent: undefined,
    values: givenValues(folder, folders, context, budget, files),
  });
  const common = { role: context.roleOf(inFolder(folder, 'main.tf')), program: whole };
  for (const [name, declared] of configuration.variables)
    resources.push(declaration('variable', `var.${name}`, declared, top, common));
  for (const declared of backendsOf(configuration)) {
    const type = `backend.${declared.block.labels[0]?.text ?? 'cloud'}`;
    resources.push(declaration(type, `terraform.${type}`, declared, top, common));
  }
  addModule(top, resources, common, locked);
  const callAt = (address: string): FilePlace | undefined => {
    const call = configuration.modules.get(/^module\.([\w-]+)/.exec(address)?.[1] ?? '');
    return call && headerOf(call);
  };
  return { program: whole, resources, callAt, folders: root.folders };
}

type Common = { role: Role; program: Program };

const declaration = (type: string, name: string, declared: Declared, module: Module, common: Common): Resource => ({
  ...common,
  dialect: 'terraform',
  type,
  name,
  body: bodyOf(declared.content, { ...module.scope, file: declared.file }, { at: headerOf(declared), subject: name }),
  model: undefined,
  at: headerOf(declared),
  block: blockOf(declared),
  calls: module.calls,
});

/** Where the state is kept: https://developer.hashicorp.com/terraform/language/backend */
const backendsOf = ({ terraform }: Configuration): Declared[] =>
  terraform.flatMap(({ content }) =>
    content.blocks
      .filter(({ type }) => type === 'backend' || type === 'cloud')
      .map((block) => ({ file: block.file, block, content: contentOf(block.body, block.file) })),
  );

/** What a module declares, and then what the modules that it calls declare. */
function addModule(module: Module, into: Resource[], common: Common, locked: ReadonlyMap<string, VersionRange>): void {
  const { configuration, prefix, calls } = module;
  const versionOf = providerVersions(module, locked);
  for (const declared of configuration.providers) {
    const name = declared.block.labels[0]?.text;
    if (name === undefined) continue;
    into.push({
      ...declaration(`provider.${name}`, addressOf(declared, prefix), declared, module, common),
      provider: versionOf(name),
    });
  }
  for (const [address, declared] of configuration.resources) {
    const type = declared.mode === 'data' ? `data.${declared.type}` : declared.type;
    const configured = configurationOf(module, declared);
    const provider = {
      ...versionOf(providerOf(declared, declared.type)),
      ...(configured && { configuration: addressOf(configured.declared, configured.module.prefix) }),
    };
    const place = { at: headerOf(declared), block: blockOf(declared) };
    for (const { name, body } of module.instances(address))
      into.push({ ...common, ...place, dialect: 'terraform', type, name, body, model: undefined, calls, provider });
  }
  for (const child of module.children()) addModule(child, into, common, locked);
}

/** `provider.aws`, `module.a.provider.aws.eu`. */
function addressOf({ block, content }: Declared, prefix: string): string {
  const alias = aliasOf(content);
  return `${prefix}provider.${block.labels[0]?.text}${alias === undefined ? '' : `.${alias}`}`;
}

/** The local name of a resource's provider: by its `provider` argument, else by the first word of its type. */
function providerOf({ content }: Declared, type: string): string {
  const written = content.attributes.get('provider')?.value;
  const named = written && referenceText(written)?.split('.')[0];
  return named ?? type.split('_')[0]!;
}

/** The version of a provider in a module: exact from the lock file, else what all modules above ask for together. */
function providerVersions(module: Module, locked: ReadonlyMap<string, VersionRange>) {
  const known = new Map<string, NonNullable<Resource['provider']>>();
  const asked: Map<string, Requirement>[] = [];
  for (let above: Module | undefined = module; above; above = above.parent)
    asked.push(requirementsOf(above.configuration));
  return (name: string): NonNullable<Resource['provider']> => {
    let provider = known.get(name);
    if (!provider) {
      const requirements = asked.flatMap((one) => one.get(name) ?? []);
      const source = requirements.find((one) => one.source !== undefined)?.source ?? `hashicorp/${name}`;
      const version = locked.get(source.split('/').slice(-2).join('/').toLowerCase()) ?? rangeOf(requirements);
      known.set(name, (provider = { name, ...(version && { version }) }));
    }
    return provider;
  };
}

/** The values of a root's variables, from its values files and those that the run names; the last one counts. */
function givenValues(
  folder: string,
  folders: Folders,
  { varFiles }: DialectContext,
  budget: Budget,
  files: SourceFiles,
): Map<string, () => Value> {
  const values = new Map<string, () => Value>();
  const chosen = varFiles.filter(({ root }) => !root || root.replace(/\/$/, '') === folder).map(({ file }) => file);
  for (const file of [...folders.automaticValues(folder), ...chosen])
    for (const { name, value } of folders.values(file)?.attributes ?? []) {
      const at: FilePlace = { file, span: value.span };
      values.set(name, () =>
        bounded(budget, at, `var.${name}`, () => evaluate(value, { file, names: noNames, budget, files })),
      );
    }
  return values;
}
