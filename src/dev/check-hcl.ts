// Compares the HCL parser with HashiCorp's own: npm run check:hcl, with the folder that holds labels and repositories.
import { getExpressionAst, parse } from '@cdktn/hcl2json';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Body, Expression } from '../parse/hcl/ast.ts';
import { parseHcl } from '../parse/hcl/parse.ts';
import type { Parsed } from '../parse/parsed.ts';
import {
  jsonOfBody,
  ordered,
  shapeOf,
  shapeOfOracle,
  sliceOf,
  type Json,
  type Slice,
  type OracleNode,
} from './hcl-outline.ts';

const [shared = '../shared'] = process.argv.slice(2);

interface Text {
  name: string;
  text: string;
}

function texts(): Text[] {
  const found: Text[] = [];
  for (const folder of ['labels', 'repositories'])
    for (const file of readdirSync(join(shared, folder)).filter((name) => name.endsWith('.jsonl')))
      for (const line of readFileSync(join(shared, folder, file), 'utf8')
        .split('\n')
        .filter(Boolean)) {
        const entry = JSON.parse(line) as {
          case?: string;
          files?: Record<string, string>;
          path?: string;
          text?: string;
        };
        const all =
          entry.files ?? (entry.path !== undefined && entry.text !== undefined ? { [entry.path]: entry.text } : {});
        for (const [path, text] of Object.entries(all))
          if (path.endsWith('.tf')) found.push({ name: `${entry.case ?? file}: ${path}`, text });
      }
  return found;
}

const counts = { files: 0, values: 0, blocks: 0, comments: 0, both: 0, one: 0 };
const explained = new Map<string, number>();
const unexplained: string[] = [];

/** Differences that are the oracle's own, and why. */
function explanation(text: string): string | undefined {
  // Go's strings are normalised to NFC; the text as it is written says more about what was meant.
  if (text !== text.normalize('NFC')) return 'text that is not in Unicode normal form C';
  return undefined;
}

function differs(text: string, message: string): void {
  const why = explanation(text);
  if (why) explained.set(why, (explained.get(why) ?? 0) + 1);
  else unexplained.push(message);
}

async function oracle(name: string, text: string): Promise<{ json: Json } | { refused: string }> {
  try {
    return { json: (await parse(name, text)) as Json };
  } catch (error) {
    return { refused: (error as Error).message.split('\n')[0]!.slice(0, 200) };
  }
}

async function compare({ name, text }: Text): Promise<void> {
  counts.files++;
  const ours = parseHcl(text);
  const theirs = await oracle(name, text);
  const [problem] = ours.problems;
  if ('refused' in theirs) {
    if (problem) {
      counts.both++;
      console.log(`both refuse ${name}:${problem.span.startLine}: ${problem.message}`);
    } else {
      counts.one++;
      differs(text, `${name}: only HashiCorp's parser refuses: ${theirs.refused}`);
    }
    return;
  }
  if (problem) {
    counts.one++;
    return differs(text, `${name}:${problem.span.startLine}: only our parser refuses: ${problem.message}`);
  }
  const slice = sliceOf(text);
  const json = ordered(jsonOfBody(ours.tree, slice));
  if (!isDeepStrictEqual(json, ordered(theirs.json)))
    differs(text, `${name}: ${firstDifference(json, ordered(theirs.json), '')}`);
  checkComments(name, text, ours);
  await compareValues(name, ours.tree, text);
}

/** Every value, cut out by its span, has to read as the same tree for both parsers; so has every text within it. */
async function compareValues(name: string, body: Body, text: string): Promise<void> {
  const slice = sliceOf(text);
  for (const { name: attribute, nameSpan, value, span } of body.attributes) {
    counts.values++;
    const written = slice(value);
    const where = `${name}:${nameSpan.startLine}: ${attribute}`;
    if (slice({ span: nameSpan }) !== attribute || !slice({ span }).endsWith(written))
      unexplained.push(`${where}: its span gives ${JSON.stringify(slice({ span }))}`);
    // A heredoc ends with its line.
    const node = (await getExpressionAst('value.tf', `${written}\n`)) as OracleNode | null;
    const theirs = node && shapeOfOracle(node);
    if (!isDeepStrictEqual(theirs, shapeOf(value)))
      differs(written, `${where}: ${firstDifference(shapeOf(value), theirs ?? 'nothing', '')}`);
    for (const inner of textsIn(value, slice)) {
      const read = await oracle('text.tf', `text = ${slice(inner)}\n`);
      const alone = parseHcl(`text = ${slice(inner)}\n`);
      const json = jsonOfBody(alone.tree, sliceOf(`text = ${slice(inner)}\n`));
      if (!('json' in read) || !isDeepStrictEqual(read.json, json))
        differs(written, `${where}: a text in it: ${JSON.stringify(read)}, not ${JSON.stringify(json)}`);
    }
  }
  for (const block of body.blocks) {
    counts.blocks++;
    const header = slice({ span: block.header });
    if (!header.startsWith(block.type) || !slice(block).startsWith(header) || !slice(block).endsWith('}'))
      unexplained.push(`${name}:${block.span.startLine}: the span of ${block.type} gives ${JSON.stringify(header)}`);
    for (const label of block.labels)
      if (slice(label).replace(/^"|"$/g, '') !== label.text)
        unexplained.push(`${name}:${block.span.startLine}: the label ${label.text} has another span`);
    await compareValues(name, block.body, text);
  }
}

/** Texts inside of other expressions, whose content the tree of the oracle doesn't show. */
function* textsIn(tree: unknown, slice: Slice): Iterable<Expression> {
  if (Array.isArray(tree)) for (const item of tree) yield* textsIn(item, slice);
  else if (typeof tree === 'object' && tree !== null) {
    const node = tree as Expression;
    if (node.type === 'template') yield node;
    else if (node.type === 'literal' && /^(?:<<|"[^]*[\\$%])/.test(slice(node))) yield node;
    for (const [name, part] of Object.entries(tree))
      if (name !== 'span' && name !== 'nameSpan') yield* textsIn(part, slice);
  }
}

/** What is left of a text without its comments has to mean the same, and hold no comment any more. */
function checkComments(name: string, text: string, { tree, comments }: Parsed<Body>): void {
  counts.comments += comments.length;
  const slice = sliceOf(text);
  let rest = text;
  for (const comment of [...comments].reverse()) {
    const written = slice(comment);
    const at = offsetOf(text, comment.span.startLine, comment.span.startColumn);
    if (!/^(#|\/\/|\/\*)/.test(written) || rest.slice(at, at + written.length) !== written)
      unexplained.push(`${name}:${comment.span.startLine}: no comment stands there: ${JSON.stringify(written)}`);
    rest = rest.slice(0, at) + written.replace(/[^\r\n]/g, ' ') + rest.slice(at + written.length);
  }
  const without = parseHcl(rest);
  const values = (body: Body): Json => [
    ...body.attributes.map(({ name: key, value }): Json => [key, shapeOf(value)]),
    ...body.blocks.map((block): Json => [block.type, ...block.labels.map((label) => label.text), values(block.body)]),
  ];
  if (without.comments.length > 0 || !isDeepStrictEqual(values(tree), values(without.tree)))
    unexplained.push(`${name}: reads differently without its comments`);
}

function offsetOf(text: string, line: number, column: number): number {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (let i = 1; i < line; i++) at = text.indexOf('\n', at) + 1;
  return at + column - 1;
}

function firstDifference(ours: Json, theirs: Json, path: string): string {
  if (typeof ours === 'object' && typeof theirs === 'object' && ours && theirs) {
    const keys = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])];
    for (const key of keys) {
      const [a, b] = [(ours as Record<string, Json>)[key], (theirs as Record<string, Json>)[key]];
      if (!isDeepStrictEqual(a, b))
        return a === undefined || b === undefined
          ? `${path}/${key} has one side only`
          : firstDifference(a, b, `${path}/${key}`);
    }
  }
  return `${path}: ${JSON.stringify(ours)}, but by HashiCorp's parser ${JSON.stringify(theirs)}`.slice(0, 600);
}

const all = texts();
for (const text of all) await compare(text);
for (const message of unexplained) console.log(message);

const characters = all.reduce((sum, { text }) => sum + text.length, 0);
const started = performance.now();
for (const { text } of all) parseHcl(text);
const seconds = (performance.now() - started) / 1000;
console.log(
  `${counts.files} files, ${counts.values} values and ${counts.blocks} blocks compared, ${counts.comments} comments; ` +
    `${counts.both} files refused by both parsers, ${counts.one} by one only; ` +
    `${[...explained.values()].reduce((a, b) => a + b, 0)} differences explained, ${unexplained.length} not`,
);
for (const [why, count] of explained) console.log(`  ${count}: ${why}`);
console.log(
  `${(characters / 1e6).toFixed(1)} MB in ${seconds.toFixed(2)} s: ${(characters / 1e6 / seconds).toFixed(0)} MB/s`,
);
process.exitCode = unexplained.length > 0 ? 1 : 0;
// The oracle's own process goes on waiting.
process.exit();
