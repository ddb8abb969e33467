import type { FilePlace } from '../../model/place.ts';
import { joined, number, text, type Instance, type Item } from '../programs/items.ts';
import { given, givenGroups, isGroup, nameOf } from './groups.ts';

/** What a balancer sends to is told so, and the groups of both let it through. */
export function attach(listener: Instance, props: Item | undefined, at: FilePlace): void {
  const stated = props?.type === 'object' ? props.entries : new Map<string, Item>();
  const targets = stated.get('targets');
  const balancer = given(listener, 'loadBalancer');
  for (const target of targets?.type === 'list' ? targets.items : []) {
    if (target.type !== 'instance') continue;
    target.told.push({ method: 'attachToApplicationTargetGroup', args: [listener], at });
    const port = stated.get('port');
    if (balancer?.type !== 'instance' || !port || target.address === undefined) continue;
    const words = text('Load balancer to target', at);
    tellGroups(balancer, { method: 'allowTo', args: [target, port, words], at });
    tellGroups(target, { method: 'allowFrom', args: [balancer, port, words], at });
  }
}

/** A rule is told to the groups that something is given, where the program makes them, else to itself. */
export function tellGroups(instance: Instance, told: Instance['told'][number]): void {
  const groups = givenGroups(instance).filter(isGroup);
  for (const group of groups.length > 0 ? groups : [instance]) group.told.push(told);
}

/** Listeners of the first generation let everybody in too, unless they say whom. */
export function openClassic(balancer: Instance, listeners: Item | undefined): void {
  for (const listener of listeners?.type === 'list' ? listeners.items : []) {
    const port = listener.type === 'object' ? listener.entries.get('externalPort') : undefined;
    if (!port || (listener.type === 'object' && listener.entries.has('allowConnectionsFrom'))) continue;
    const words = joined([text('Default rule allow on ', balancer.at), port], balancer.at);
    tellGroups(balancer, { method: 'allowFromAnyIpv4', args: [port, words], at: balancer.at });
  }
}

/** Listeners let everybody in unless they are told not to: https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_elasticloadbalancingv2.BaseApplicationListenerProps.html */
export function opened(balancer: Instance, props: Item | undefined, at: FilePlace): void {
  if (!nameOf(balancer.library!).endsWith('.ApplicationLoadBalancer')) return;
  const stated = (name: string): Item | undefined => (props?.type === 'object' ? props.entries.get(name) : undefined);
  const open = stated('open');
  if (open?.type === 'bool' && !open.value) return;
  const protocol = stated('protocol');
  const secure = protocol?.type === 'symbol' ? protocol.path.at(-1) === 'HTTPS' : stated('certificates') !== undefined;
  const port = stated('port') ?? number(secure ? 443 : 80, at);
  const words = joined([text('Allow from anyone on port ', at), port], at);
  tellGroups(balancer, { method: 'allowFromAnyIpv4', args: [port, words], at });
}
