/** A number as Terraform writes it in text: no exponent, no trailing zeros. */
export function textOfNumber(value: number): string {
  if (Number.isInteger(value)) return Math.abs(value) < 1e21 ? String(value) : BigInt(value).toString();
  const short = String(value);
  if (!short.includes('e')) return short;
  return value.toFixed(Math.min(100, 20 - Math.floor(Math.log10(Math.abs(value))))).replace(/0+$/, '');
}

/** Terraform counts with 512 bits; rounding to 15 digits hides what doubles add (0.1 + 0.2). */
export const rounded = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(15)));

/** The number a text stands for, as `tonumber` reads it; undefined where it is none. */
export function numberOfText(text: string): number | undefined {
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text)) return undefined;
  return Number(text);
}
