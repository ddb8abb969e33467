import { createHash } from 'node:crypto';
import { criteria, type CriterionId } from '../../criteria/catalogue.ts';
import { markdown, visible, visibleJson } from '../escape.ts';

/** The newest version that has validators: https://github.com/usnistgov/OSCAL/releases. */
const oscalVersion = '1.2.1';

/** What names of our own stand in. */
export const ours = 'https://github.com/soc2-lint/soc2-lint/ns/oscal';

/** The day on which the words of the catalog and of the component were last changed: there is no clock in an output. */
export const wordsOf = '2026-11-25';

/** Where a state without a commit has no day either: OSCAL has no way to leave it out. */
const noDay = '1970-01-01';

export const timeOf = (day: string | null): string => `${day ?? noDay}T00:00:00Z`;

/** Uuids of a document: of version 5 (RFC 9562), from what the document holds and the name of the part in it. */
export class Uuids {
  readonly #seed: string;
  readonly #seen = new Map<string, number>();

  constructor(content: unknown) {
    this.#seed = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  }

  /** Of parts with the same name each has its own. */
  of(...name: readonly string[]): string {
    const key = JSON.stringify(name);
    const nth = this.#seen.get(key) ?? 0;
    this.#seen.set(key, nth + 1);
    return uuid(JSON.stringify([this.#seed, ...name, nth]));
  }
}

/** The namespace for addresses of RFC 9562, in which `ours` names the one below. */
const addresses = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex');
const namespace = version5(addresses, ours);

const uuid = (name: string): string =>
  version5(namespace, name)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');

function version5(within: Buffer, name: string): Buffer {
  const bytes = createHash('sha1').update(within).update(name).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes;
}

export interface Property {
  name: string;
  ns: string;
  value: string;
  class?: string;
  remarks?: string;
}

/** A property of ours; none where there is no value: an empty one is not valid. */
export function property(name: string, value: string | null | undefined, more: { class?: string } = {}): Property[] {
  const text = visible(value ?? '').trim();
  return text === '' ? [] : [{ name, ns: ours, value: text, ...more }];
}

/** Text in a place where OSCAL reads Markdown. */
export const prose = (text: string): string => markdown(text.trim());

/** `cc6.1`: the ids of controls. */
export const controlId = (id: CriterionId): string => id.toLowerCase();

/** What one rule looks for, for one criterion: a part of the control in our catalog. */
export const objectiveId = (id: CriterionId, rule: string): string =>
  `${controlId(id)}_obj.${rule.replace(/[^\p{L}\p{N}._-]/gu, '-')}`;

export const metadata = (title: string, version: string, day: string | null, remarks: string) => ({
  title: prose(title),
  'last-modified': timeOf(day),
  version,
  'oscal-version': oscalVersion,
  roles: [{ id: 'tool', title: 'The tool that wrote this document' }],
  remarks: prose(remarks),
});

/** Every list in OSCAL has at least one entry: an empty one is left out. */
export const some = <N extends string, T>(name: N, list: readonly T[]): { [K in N]?: readonly T[] } =>
  list.length > 0 ? ({ [name]: list } as { [K in N]: readonly T[] }) : {};

export const document = (root: string, content: object): string =>
  `${visibleJson(JSON.stringify({ [root]: content }, null, 1))}\n`;

/** OSCAL has no empty selection: none is all but all. */
export const selectionOf = (ids: readonly CriterionId[]) =>
  ids.length > 0
    ? { 'include-controls': ids.map(selected) }
    : {
        description: prose('None: nothing was found that any rule judges.'),
        'include-all': {},
        'exclude-controls': criteria.map(({ id }) => selected(id)),
      };

const selected = (id: CriterionId) => ({ 'control-id': controlId(id) });
