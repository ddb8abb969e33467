import { plain, text, whole, wrong, type FunctionDefinition } from './definition.ts';

/** An address block: its first address as a number, its prefix length, and how many bits an address has. */
interface Block {
  address: bigint;
  length: number;
  bits: 32 | 128;
}

/** https://developer.hashicorp.com/terraform/language/functions#ip-network-functions */
export const networkFunctions: Record<string, FunctionDefinition> = {
  cidrcontains: plain(2, 2, ([outer, inner]) => {
    const block = cidr(text(outer));
    const other = text(inner).includes('/') ? cidr(text(inner)) : address(text(inner));
    if (block.bits !== other.bits) throw wrong('two addresses of the same IP version');
    return other.length >= block.length && network(other.address, block) === block.address;
  }),
  cidrhost: plain(2, 2, ([prefix, number]) => {
    const block = cidr(text(prefix));
    const free = 1n << BigInt(block.bits - block.length);
    const host = BigInt(whole(number));
    if (host >= free || host < -free) throw wrong(`a host number that fits into ${block.bits - block.length} bits`);
    return written(block.address + (host < 0n ? free + host : host), block.bits);
  }),
  cidrnetmask: plain(1, 1, ([prefix]) => {
    const block = cidr(text(prefix));
    if (block.bits !== 32) throw wrong('an IPv4 prefix');
    return written(((1n << BigInt(block.length)) - 1n) << BigInt(32 - block.length), 32);
  }),
  cidrsubnet: plain(3, 3, ([prefix, added, number]) => {
    const block = cidr(text(prefix));
    const length = block.length + whole(added);
    const index = BigInt(whole(number));
    if (whole(added) < 0 || length > block.bits) throw wrong(`a prefix of at most ${block.bits} bits`);
    if (index < 0n || index >= 1n << BigInt(whole(added)))
      throw wrong(`a network number that fits into ${whole(added)} bits`);
    return shown({ ...block, address: block.address + (index << BigInt(block.bits - length)), length });
  }),
  cidrsubnets: plain(1, Number.POSITIVE_INFINITY, ([prefix, ...added]) =>
    subnets(cidr(text(prefix)), added.map(whole)),
  ),
};

/** Consecutive networks, each aligned to its own size. */
function subnets(block: Block, added: readonly number[]): string[] {
  const end = block.address + (1n << BigInt(block.bits - block.length));
  let next = block.address;
  return added.map((bits) => {
    const length = block.length + bits;
    if (bits < 1 || length > block.bits) throw wrong(`a prefix of at most ${block.bits} bits`);
    const size = 1n << BigInt(block.bits - length);
    const start = ((next + size - 1n) / size) * size;
    next = start + size;
    if (next > end) throw wrong('as much room as these networks take');
    return shown({ ...block, address: start, length });
  });
}

const network = (value: bigint, { bits, length }: Block): bigint =>
  (value >> BigInt(bits - length)) << BigInt(bits - length);
const shown = (block: Block): string => `${written(block.address, block.bits)}/${block.length}`;

function cidr(value: string): Block {
  const [, ip, prefix] = /^([^/]+)\/(\d{1,3})$/.exec(value) ?? [];
  if (ip === undefined || prefix === undefined) throw wrong('an address block such as 10.0.0.0/8');
  const { address: number, bits } = address(ip);
  const block: Block = { address: number, length: Number(prefix), bits };
  if (block.length > bits) throw wrong(`a prefix of at most ${bits} bits`);
  return { ...block, address: network(number, block) };
}

function address(value: string): Block {
  if (value.includes(':')) return { address: ipv6(value), length: 128, bits: 128 };
  const parts = value.split('.');
  if (parts.length !== 4 || parts.some((part) => !/^\d{1,3}$/.test(part) || Number(part) > 255))
    throw wrong('an IP address');
  return { address: parts.reduce((sum, part) => (sum << 8n) + BigInt(part), 0n), length: 32, bits: 32 };
}

function ipv6(value: string): bigint {
  const embedded = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(value);
  const plainText = embedded
    ? `${embedded[1]}${[16n, 0n].map((shift) => ((address(embedded[2]!).address >> shift) & 0xffffn).toString(16)).join(':')}`
    : value;
  const halves = plainText.split('::');
  const groups = halves.map((half) => (half === '' ? [] : half.split(':')));
  const count = groups.reduce((sum, group) => sum + group.length, 0);
  if (halves.length > 2 || (halves.length === 1 ? count !== 8 : count > 7)) throw wrong('an IP address');
  const all =
    halves.length === 1 ? groups[0]! : [...groups[0]!, ...new Array<string>(8 - count).fill('0'), ...groups[1]!];
  if (all.some((group) => !/^[0-9a-fA-F]{1,4}$/.test(group))) throw wrong('an IP address');
  return all.reduce((sum, group) => (sum << 16n) + BigInt(`0x${group}`), 0n);
}

/** In the shortest form: https://datatracker.ietf.org/doc/html/rfc5952 */
function written(value: bigint, bits: 32 | 128): string {
  if (bits === 32) return [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 255n).join('.');
  const groups = Array.from({ length: 8 }, (_, i) => ((value >> BigInt(112 - 16 * i)) & 0xffffn).toString(16));
  let best = { start: 0, length: 1 };
  for (let start = 0; start < 8; start++) {
    let end = start;
    while (end < 8 && groups[end] === '0') end++;
    if (end - start > best.length) best = { start, length: end - start };
  }
  if (best.length < 2) return groups.join(':');
  return `${groups.slice(0, best.start).join(':')}::${groups.slice(best.start + best.length).join(':')}`;
}
