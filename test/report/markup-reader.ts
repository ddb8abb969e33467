import { expect } from 'vitest';

export interface Element {
  name: string;
  attributes: { readonly [name: string]: string };
  children: Element[];
  /** Children and text, as they follow each other. */
  nodes: (Element | string)[];
}

const voidElements = new Set(['meta', 'br', 'use', 'path', 'circle', 'rect']);
const entities: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const decoded = (text: string) => text.replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);

/**
 * Reads what our reporters write, and refuses anything else: every tag closed in its order, every attribute quoted,
 * every special character an entity. `style` is text.
 */
export function readMarkup(text: string, dialect: 'html' | 'xml'): Element {
  const root: Element = { name: '', attributes: {}, children: [], nodes: [] };
  const open: Element[] = [root];
  const token = /<(\/?)([A-Za-z][\w-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|<!doctype html>|<\?xml[^>]*\?>|<|([^<]+)/g;
  for (const match of text.matchAll(token)) {
    const [whole, closing, name, attributes, selfClosing, words] = match;
    const parent = open.at(-1)!;
    if (words !== undefined) {
      if (parent.name !== 'style' && /[&>]/.test(words.replace(/&(?:amp|lt|gt|quot|#39);/g, '')))
        throw new Error(`not escaped: ${words}`);
      parent.nodes.push(decoded(words));
    } else if (name === undefined) expect(whole).toMatch(/^<[!?]/);
    else if (closing) expect(open.pop()!.name).toBe(name);
    else {
      const element = { name, attributes: attributesOf(attributes!), children: [], nodes: [] };
      parent.children.push(element);
      parent.nodes.push(element);
      if (!selfClosing && !(dialect === 'html' && voidElements.has(name))) open.push(element);
    }
  }
  expect(open.map((element) => element.name)).toEqual(['']);
  return root;
}

function attributesOf(text: string): Element['attributes'] {
  const pairs = [...text.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name, value]) => [name!, decoded(value!)] as const);
  expect(new Set(pairs.map(([name]) => name)).size).toBe(pairs.length);
  return Object.fromEntries(pairs);
}

/** Every element below, in the order of the text. */
export function* elementsIn(element: Element): Generator<Element> {
  for (const child of element.children) {
    yield child;
    yield* elementsIn(child);
  }
}

const blocks = new Set([
  'td',
  'th',
  'li',
  'dt',
  'dd',
  'p',
  'div',
  'br',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'ul',
  'dl',
  'pre',
]);

/** All text below, in order; what stands in a block of its own is apart. */
export const textOf = ({ nodes }: Element): string =>
  nodes
    .map((node) => (typeof node === 'string' ? node : blocks.has(node.name) ? ` ${textOf(node)} ` : textOf(node)))
    .join('');
