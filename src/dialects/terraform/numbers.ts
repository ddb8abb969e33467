/** A number as Terraform writes it in text: all digits, no exponent. */
export function textOfNumber(value: number): string {
  const short = String(value);
  const [, sign = '', whole = '', , fraction = '', power = ''] = /^(-?)(\d+)(\.(\d+))?e([+-]\d+)$/.exec(short) ?? [];
  if (power === '') return short;
  const point = whole.length + Number(power);
  const digits = whole + fraction;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return (
    sign + (digits.length > point ? `${digits.slice(0, point)}.${digits.slice(point)}` : digits.padEnd(point, '0'))
  );
}

/** Terraform counts with 512 bits; rounding to 15 digits hides what doubles add (0.1 + 0.2). */
export const rounded = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(15)));

/** The number a text stands for, as `tonumber` reads it; undefined where it is none. */
export function numberOfText(text: string): number | undefined {
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text)) return undefined;
  return Number(text);
}

/** The boolean a text stands for, as `tobool` reads it. */
export const truthOfText = (text: string): boolean | undefined =>
  text === 'true' || text === '1' ? true : text === 'false' || text === '0' ? false : undefined;
