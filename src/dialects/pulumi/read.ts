import type { ObjectValue, Value } from '../../model/value.ts';
import { program, type DialectContext, type DialectOutput, type Resource, type Unresolved } from '../dialect.ts';
import { reason, text, valueOf, type Instance, whyUnknown } from '../programs/items.ts';
import { otherRuntimes } from '../programs/projects.ts';
import { readPrograms } from '../programs/run.ts';
import { azureTerm, isQuietInAzure } from './azure-native.ts';
import { isComponent } from './crosswalk.ts';
import { pulumiLibrary, short } from './library.ts';
import { isBridged, terraformType } from './types.ts';
import { inTerraformWords } from './words.ts';
import { isYamlProject, yamlProgram } from './yaml.ts';

/** Reads Pulumi's programs, and lists those in languages that aren't read. */
export function read(paths: readonly string[], context: DialectContext): DialectOutput {
  const isProject = (path: string): boolean => /\.ya?ml$/.test(path);
  const programs = readPrograms(
    paths.filter((path) => !isProject(path)),
    context,
    { dialect: 'pulumi', library: pulumiLibrary, resources },
  );
  const projects = paths.filter(isProject);
  const inYaml = projects.filter((path) => isYamlProject(context.text(path) ?? ''));
  const others = otherRuntimes(
    projects.filter((path) => !inYaml.includes(path)),
    context,
    /^\s*(?:runtime\s*:\s*(?!nodejs)["']?([a-z]+)|name\s*:\s*(?!nodejs\b)(python|go|dotnet|java|yaml)\s*$)/m,
    'Pulumi',
  );
  const unresolved: Unresolved[] = [...programs.unresolved, ...others];
  const resourcesOfYaml = inYaml.flatMap((path) => {
    const own: Resource[] = [];
    const owner = program('pulumi', path, own);
    for (const made of resources(yamlProgram(path, context), (what) => void unresolved.push(what)))
      own.push({ ...made, dialect: 'pulumi', model: undefined, program: owner });
    return own;
  });
  return { ...programs, resources: [...programs.resources, ...resourcesOfYaml], unresolved };
}

type Made = Omit<Resource, 'program' | 'dialect' | 'model'>;

function resources(instances: readonly Instance[], tell: (what: Unresolved) => void): readonly Made[] {
  return instances.flatMap((instance) => resourceOf(instance, tell) ?? []);
}

function resourceOf(instance: Instance, tell: (what: Unresolved) => void): Made | undefined {
  const { library, address } = instance;
  if (!library || address === undefined || library.path.at(-1) === 'Provider') return undefined;
  const stated = bodyOf(instance);
  const common = { name: address, at: instance.at, block: instance.block, calls: instance.calls, role: instance.role };
  if (library.package === '@pulumi/kubernetes') {
    if (/^(?:yaml|helm|kustomize)$/.test(library.path[0] ?? '')) {
      tell({
        name: `kubernetes.${library.path.join('.')}`,
        at: instance.at,
        reason: reason(
          'not-rendered',
          packed(stated),
          'a scan of the manifests that it makes, kept in this repository',
        ),
      });
      return undefined;
    }
    const manifest = manifestOf(instance, stated);
    if (manifest)
      return {
        ...common,
        type: 'kubernetes_manifest',
        body: { ...stated, entries: new Map([['manifest', manifest]]) },
      };
  } else if (isComponent(instance)) return undefined;
  else if (isBridged(library.package)) {
    const type = terraformType(library.package, library.path);
    return type === undefined ? undefined : { ...common, type, body: inTerraformWords(stated) as ObjectValue };
  }
  if (library.package === '@pulumi/azure-native') {
    const made = azureTerm(library.path, inTerraformWords(stated) as ObjectValue);
    if (made) return { ...common, ...made };
    if (isQuietInAzure(library.path)) return undefined;
  }
  if (!quiet.has(library.package))
    tell({
      name: `${short(library.package)}.${library.path.join('.')}`,
      at: instance.at,
      reason: reason('not-rendered', library.package, 'the resources that it makes, stated in the program itself'),
    });
  return undefined;
}

/** Packages that make nothing that a rule looks at. */
const quiet: ReadonlySet<string> = new Set([
  '@pulumi/pulumi',
  '@pulumi/random',
  '@pulumi/tls',
  '@pulumi/command',
  '@pulumi/null',
  '@pulumi/time',
  '@pulumi/local',
]);

function bodyOf({ args: [, stated], at }: Instance): ObjectValue {
  const value = valueOf(stated);
  if (value?.type === 'object') return value;
  const why = stated && stated.type !== 'undefined' && { reason: whyUnknown(stated) };
  return { type: 'object', entries: new Map(), complete: !why, at, via: [], ...why };
}

/** What a chart or a file is called, where the program says it. */
const packed = ({ entries }: ObjectValue): string => {
  const key = ['chart', 'file', 'files', 'directory', 'path'].find((name) => entries.has(name));
  const named = key === undefined ? undefined : entries.get(key);
  return named?.type === 'string' ? named.value : 'manifests of another kind';
};

/** Groups whose name in a manifest is longer than here. */
const domains: { readonly [group: string]: string } = {
  core: '',
  rbac: 'rbac.authorization.k8s.io/',
  networking: 'networking.k8s.io/',
  storage: 'storage.k8s.io/',
  scheduling: 'scheduling.k8s.io/',
  admissionregistration: 'admissionregistration.k8s.io/',
  apiextensions: 'apiextensions.k8s.io/',
};

/** Kubernetes' classes are called by group, version and kind, and take what a manifest has. */
function manifestOf({ library, at }: Instance, stated: ObjectValue): Value | undefined {
  const [group = '', version = '', kind] = library?.path ?? [];
  const own = group === 'apiextensions' && version === 'CustomResource';
  if (own) return stated;
  if (kind === undefined || !/^v\d/.test(version)) return undefined;
  const entries = new Map(stated.entries);
  entries.set('apiVersion', text(`${domains[group] ?? `${group}/`}${version}`, at));
  entries.set('kind', text(kind.replace(/Patch$/, ''), at));
  return { ...stated, entries };
}
