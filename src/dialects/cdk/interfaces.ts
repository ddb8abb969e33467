import type { FilePlace } from '../../model/place.ts';
import { fields, nothing, text, type Instance, type Item, type Symbolic } from '../programs/items.ts';
import type { Maker } from '../programs/library.ts';
import { given, nameOf } from './groups.ts';

/** The resource at `/` of an interface, under which the others hang; a proxy has its methods by itself. */
export function rootOf(api: Instance, maker: Maker): void {
  const at = api.at;
  const symbol = (name: string): Symbolic => ({ ...api.library!, path: ['apigateway', name] });
  const root = maker.make(
    symbol('Resource'),
    [api, text('Default', at), fields([['restApi', api]], at)],
    at,
    api.block,
  );
  api.fields.set('root', root);
  const proxy = given(api, 'proxy');
  if (nameOf(api.library!) === 'apigateway.LambdaRestApi' && !(proxy?.type === 'bool' && !proxy.value)) {
    const all = maker.make(
      symbol('Resource'),
      [root, text('{proxy+}', at), fields([['restApi', api]], at)],
      at,
      api.block,
    );
    for (const resource of [root, all]) methodOf(resource, text('ANY', at), undefined, at, maker);
  }
}

export function methodOf(
  resource: Instance,
  verb: Item | undefined,
  options: Item | undefined,
  at: FilePlace,
  maker: Maker,
): Instance {
  const more: readonly (readonly [string, Item])[] = [
    ['httpMethod', verb ?? nothing(at)],
    ['restApi', given(resource, 'restApi') ?? nothing(at)],
  ];
  const props = fields([...(options?.type === 'object' ? options.entries : []), ...more], at);
  if (options?.type === 'unknown') props.reason = options.reason;
  const library: Symbolic = { ...resource.library!, path: ['apigateway', 'Method'] };
  return maker.make(library, [resource, verb ?? text('ANY', at), props], at, at);
}
