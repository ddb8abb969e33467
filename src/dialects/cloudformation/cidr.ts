/**
 * IPv4 blocks of a size, cut from the beginning of another one:
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-cidr.html
 * `bits` is how many bits of an address each block leaves free. Undefined where they don't fit.
 */
export function cidrBlocks(block: string, count: number, bits: number): string[] | undefined {
  const [, address = '', length = ''] = /^(\d+\.\d+\.\d+\.\d+)\/(\d+)$/.exec(block) ?? [];
  const bytes = address.split('.').map(Number);
  const whole = Number(length);
  const fits =
    bytes.length === 4 &&
    bytes.every((byte) => byte <= 255) &&
    whole <= 32 &&
    Number.isInteger(count) &&
    count >= 1 &&
    count <= 256 &&
    Number.isInteger(bits) &&
    bits >= 1 &&
    bits <= 32 - whole &&
    count <= 2 ** (32 - whole - bits);
  if (!fits) return undefined;
  const start = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
  const base = start - (start % 2 ** (32 - whole));
  return Array.from({ length: count }, (_, i) => {
    const at = base + i * 2 ** bits;
    return `${[24, 16, 8, 0].map((shift) => Math.floor(at / 2 ** shift) % 256).join('.')}/${32 - bits}`;
  });
}
