import type { UnknownReason } from '../../../model/fact.ts';
import type { FilePlace } from '../../../model/place.ts';
import { textOf, type Piece, type Text } from './data.ts';

/** What stands in a text for what isn't known: a number between two characters of the private use area. */
export interface Stand {
  reason: UnknownReason;
  via: readonly FilePlace[];
  lines: boolean;
}
export type Stands = Stand[];

export const standIn = /\uE000(\d+)\uE001/g;
export const hasStandIn = (text: string): boolean => text.includes('\uE000');

/** The text of pieces; the stand-ins are added to the list. */
export function joined(pieces: readonly Piece[], stands: Stands): string {
  return pieces.map((piece) => textOfPiece(piece, stands)).join('');
}

export function textOfPiece({ text, unknown, via, lines }: Piece, stands: Stands): string {
  if (!unknown) return text.replaceAll(/[\uE000\uE001]/g, '\uFFFD');
  stands.push({ reason: unknown, via, lines: lines ?? false });
  return `\uE000${stands.length - 1}\uE001`;
}

/** The way back, for a text that was read from one with stand-ins. */
export function parted(text: string, stands: Stands, via: readonly FilePlace[]): Text {
  const pieces: Piece[] = [];
  let last = 0;
  for (const match of text.matchAll(standIn)) {
    const stand = stands[Number(match[1])];
    if (match.index > last) pieces.push({ text: text.slice(last, match.index), via });
    if (stand) pieces.push({ text: '', via: stand.via, unknown: stand.reason });
    last = match.index + match[0].length;
  }
  if (last < text.length) pieces.push({ text: text.slice(last), via });
  return textOf(pieces);
}
