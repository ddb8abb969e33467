import type { FilePlace } from '../../model/place.ts';
import { snake } from '../cloudformation/body.ts';
import {
  fields,
  joined,
  notEvaluated,
  reason,
  referenceTo,
  text,
  through,
  unknown,
  withReferences,
  type Instance,
  type Item,
  type Symbolic,
} from '../programs/items.ts';
import type { Library, Maker } from '../programs/library.ts';
import { asJsonText, fromJson } from '../programs/methods.ts';
import { azureConstant } from './azure-native.ts';
import { expand } from './crosswalk.ts';
import { policyOf, trustOf } from './policy-document.ts';

const core = '@pulumi/pulumi';

/** Pulumi's own package and its providers: https://www.pulumi.com/docs/reference/pkg/nodejs/pulumi/pulumi/ */
export const pulumiLibrary = (): Library => ({
  owns: (specifier) => specifier.startsWith('@pulumi/'),
  symbol: (specifier, at) => {
    const [scope = '', name = '', ...path] = specifier.split('/');
    const inner = name === 'kubernetes' ? path : path.slice(0, 1);
    return { type: 'symbol', package: `${scope}/${name}`, path: inner.filter((part) => part !== 'index'), at };
  },
  read,
  call,
  made,
  member,
  method,
});

function read({ package: name, path }: Symbolic, at: FilePlace): Item | undefined {
  const [module, group, key] = path;
  if (name === core) return undefined;
  if (module === 'config' && group !== undefined && group !== 'Config')
    return unknown(reason('data-source', `${short(name)}.config.${group}`, 'the configuration of the stack'), at);
  if (name === '@pulumi/azure-native') return azureConstant(path, at);
  if (name === '@pulumi/aws' && module === 's3' && group === 'CannedAcl' && key !== undefined)
    return text(key.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase(), at);
  if (name === '@pulumi/aws' && module === 'iam' && /^ManagedPolic(?:y|ies)$/.test(group ?? '') && key !== undefined)
    return managedPolicy(key, at);
  if (name === '@pulumi/aws' && module === 'iam' && group === 'Principals' && key !== undefined)
    return service(key, at);
  if (name === '@pulumi/aws' && module === 'lambda' && group === 'Runtime' && key !== undefined)
    return runtime(key, at);
  return undefined;
}

/** Some policies of AWS have a path in their ARN, which their name here doesn't show. Their last part is the name. */
const managedPolicy = (name: string, at: FilePlace): Item =>
  /^(?:AdministratorAccess|PowerUserAccess|ReadOnlyAccess|IAMFullAccess|AmazonS3FullAccess|SecurityAudit)$/.test(name)
    ? text(`arn:aws:iam::aws:policy/${name}`, at)
    : unknown(reason('not-evaluated', `the ARN of ${name}`, 'the ARN, written out'), at, {
        prefix: 'arn:aws:iam::aws:policy/',
        suffix: `/${name}`,
      });

/** Each of these constants is a service of AWS: https://www.pulumi.com/registry/packages/aws/api-docs/iam/ */
const service = (name: string, at: FilePlace): Item => {
  const why = reason('not-evaluated', `the name of ${name}`, 'the service, written out');
  return fields([['Service', unknown(why, at, { suffix: '.amazonaws.com' })]], at);
};

/**
 * `NodeJS20dX` is `nodejs20.x`, `Python3d9` is `python3.9`, `CustomAL2023` is `provided.al2023`:
 * https://www.pulumi.com/registry/packages/aws/api-docs/lambda/function/#runtime
 */
function runtime(name: string, at: FilePlace): Item | undefined {
  const [, language = '', version = '', system = ''] =
    /^(NodeJS|Python|Java|DotnetCore|Dotnet|Ruby|Go|Custom)([\dd]*[xX]?)(AL\d+)?$/.exec(name) ?? [];
  if (language === '') return undefined;
  const spelled = language === 'Custom' ? 'provided' : language.toLowerCase();
  const on = system === '' ? '' : `.${system.toLowerCase()}`;
  return text(`${spelled}${version.toLowerCase().replaceAll('d', '.')}${on}`, at);
}

function call(symbol: Symbolic, args: readonly Item[], at: FilePlace): Item | undefined {
  const name = symbol.path.join('.');
  const [first] = args;
  if (symbol.package === core) {
    switch (name) {
      case 'output':
      case 'unsecret':
      case 'all':
        return args.length > 1 ? undefined : first;
      case 'secret':
        return first && 'via' in first ? { ...first, secret: true } : first;
      case 'concat':
        return joined(args, at);
      case 'jsonStringify':
        return first && asJsonText(first, at);
      case 'jsonParse':
        return first?.type === 'string' ? fromJson(first.value, at) : first;
      case 'getStack':
      case 'getProject':
      case 'getOrganization':
      case 'runtime.isDryRun':
        return unknown(reason('data-source', `pulumi.${name}()`, 'the stack that it is run for'), at);
      default:
        return undefined;
    }
  }
  const asked = symbol.path.at(-1) ?? '';
  const shown = `${short(symbol.package)}.${name}()`;
  if (asked === 'assumeRolePolicyForPrincipal') return trustOf(first, at);
  if (/^getPolicyDocument(?:Output)?$/.test(asked)) return fields([['json', policyOf(first, at)]], at);
  return /^get(?:[A-Z]|$)/.test(asked)
    ? unknown(reason('data-source', shown, 'what the account holds'), at)
    : notEvaluated(shown, at);
}

/** `@pulumi/aws` is `aws`. */
export const short = (name: string): string => name.slice(name.indexOf('/') + 1);

const isCore = ({ library }: Instance, ...classes: readonly string[]): boolean =>
  library?.package === core && classes.includes(library.path.at(-1) ?? '');

/** Something is named by its type and its name in the program, inside of the component that makes it. */
function made(instance: Instance, maker: Maker): void {
  const { library, args } = instance;
  if (!library) return;
  const component = isCore(instance, 'ComponentResource');
  const given = component ? args[1] : args[0];
  if (isCore(instance, 'Config', 'StackReference')) {
    instance.name = library.path.at(-1)!;
    return;
  }
  const type = component
    ? (instance.class?.name ?? 'component')
    : `${short(library.package)}.${library.path.join('.')}`;
  instance.name = maker.unique(`${insideOf(instance)}${type}.${shown(given)}`);
  if (component) return;
  instance.address = instance.name;
  expand(instance, maker);
}

function insideOf({ parent }: Instance): string {
  for (let owner = parent; owner; owner = owner.parent) if (isCore(owner, 'ComponentResource')) return `${owner.name}/`;
  return '';
}

/** The name of a resource, as far as it is known. */
function shown(name: Item | undefined): string {
  if (name?.type === 'string') return name.value;
  if (name?.type !== 'unknown') return '…';
  return name.prefix || name.suffix ? `${name.prefix ?? ''}…${name.suffix ?? ''}` : `{${name.reason.subject ?? '…'}}`;
}

/** What was written is what it has; the rest is known when it is there. */
function member(instance: Instance, name: string, at: FilePlace): Item | undefined {
  if (instance.address === undefined) return undefined;
  const args = instance.args[1];
  const written = args?.type === 'object' ? args.entries.get(name) : undefined;
  const reference = { address: instance.address, path: [snake(name)] };
  if (written?.type === 'string' || written?.type === 'number' || written?.type === 'bool')
    return withReferences(through(written, at), [reference]);
  return written?.type === 'object' || written?.type === 'list' ? written : referenceTo(instance, snake(name), at);
}

function method(instance: Instance, name: string, args: readonly Item[], at: FilePlace): Item | undefined {
  const [key] = args;
  const asked = key?.type === 'string' ? key.value : '…';
  if (isCore(instance, 'Config') && /^(?:get|require)/.test(name)) {
    const [space] = instance.args;
    const full = space?.type === 'string' ? `${space.value}:${asked}` : asked;
    return unknown(reason('no-value', `config ${full}`, 'a value that the program itself states'), at, {
      ...(name.includes('Secret') && { secret: true as const }),
    });
  }
  if (isCore(instance, 'StackReference'))
    return unknown(reason('data-source', `output ${asked} of another stack`, 'the stack that has it'), at);
  if (isCore(instance, 'ComponentResource')) return fields([], at);
  return undefined;
}
