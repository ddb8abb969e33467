import type { Instance, Item, Symbolic } from '../programs/items.ts';

/** `s3.Bucket`: what something of the library is called. */
export const nameOf = ({ path }: Pick<Symbolic, 'path'>): string => path.join('.');

/** What is written for a property of a construct. */
export const given = (instance: Instance, name: string): Item | undefined => {
  const props = instance.args[2];
  return props?.type === 'object' ? props.entries.get(name) : undefined;
};

/** The security groups that something is given, where the program says which. */
export function givenGroups({ args: [, , props] }: Instance): readonly Item[] {
  if (props?.type !== 'object') return [];
  const several = props.entries.get('securityGroups');
  const one = props.entries.get('securityGroup');
  if (several?.type === 'list') return several.items;
  return [several, one].filter((item) => item !== undefined && item.type !== 'undefined') as Item[];
}

/** Whether a group is one that the program makes. */
export const isGroup = (item: Item): item is Instance =>
  item.type === 'instance' && !!item.library && nameOf(item.library) === 'ec2.SecurityGroup';

/** What tells a group, or what has one, whom to let in or out. */
export const ruleMethods = [
  'addIngressRule',
  'addEgressRule',
  'allowFrom',
  'allowTo',
  'allowInternally',
  'allowFromAnyIpv4',
  'allowFromAnyIpv6',
  'allowToAnyIpv4',
  'allowToAnyIpv6',
  'allowDefaultPortFrom',
  'allowDefaultPortFromAnyIpv4',
  'allowDefaultPortFromAnyIpv6',
] as const;
