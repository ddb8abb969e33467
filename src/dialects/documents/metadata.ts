import type { FilePlace } from '../../model/place.ts';
import { entriesOf, itemsOf, textOf, child } from '../../parse/look.ts';
import type { MarkdownTree, Piece, Table } from '../../parse/markdown/tree.ts';
import { headingBefore } from '../../parse/markdown/under.ts';
import type { Node } from '../../parse/tree.ts';
import type { Beside } from './index-files.ts';
import { saidInSentences } from './sentences.ts';

/** What documents say of themselves. */
export const fields = [
  'title',
  'owner',
  'approver',
  'author',
  'version',
  'approved',
  'effective',
  'lastReviewed',
  'nextReview',
  'cadence',
  'status',
] as const;
export type Field = (typeof fields)[number];

export interface Stated {
  text: string;
  at: FilePlace;
}

/** A row of a version table, of a `reviews:` list or of `majorRevisions:`. */
interface Revision {
  date?: Stated;
  version?: Stated;
  approver?: Stated;
  author?: Stated;
}

export interface Metadata {
  /** The first that says something: front matter, then the text. */
  stated: { readonly [F in Field]?: Stated };
  revisions: readonly Revision[];
  /** Ids of criteria as they are written in front matter, whether they exist or not. */
  criteria: readonly Stated[];
}

// Keys in lower case without anything but letters, as they are met in real policies.
const keysOf: { readonly [F in Field]: RegExp } = {
  title: /^(?:title|name|(?:document|policy)(?:title|name))$/,
  owner:
    /^(?:(?:policy|document|doc|procedure|plan|process)?owners?|ownedby|responsibleparty|responsible|responsibleperson|maintainer|maintainedby)$/,
  approver: /^(?:(?:policy)?approvers?|approve(?:d|r)?by|approvingauthority|authori[sz]edby|signedoffby|approval)$/,
  author: /^(?:authors?|preparedby|writtenby|createdby)$/,
  version: /^(?:(?:document|policy|current)?version(?:number|no)?|revision|rev|revisionnumber)$/,
  approved: /^(?:approved|approvaldate|approvedon|approvedat|dateapproved|dateofapproval)$/,
  effective: /^(?:effective|effectivedate|effectiveon|effectivefrom|dateeffective|inforcesince)$/,
  // When the text was last gone over: that is what a date of revision shows at the least.
  lastReviewed:
    /^(?:(?:date)?last(?:review|reviewed|update|updated|revised|revision|modified)(?:date|on)?|reviewed(?:on)?|review(?:ed)?date|datereviewed|dateofreview|updated|updatedon|revisiondate|reviseddate|daterevised|lastmod)$/,
  nextReview: /^(?:next(?:scheduled)?(?:review|revision)(?:date|due)?|review(?:by|due|duedate)|dateofnextreview)$/,
  cadence: /^(?:cadence|frequency|review(?:cadence|frequency|cycle|interval|period|schedule))$/,
  status: /^(?:status|state|documentstatus|policystatus)$/,
};

const plainOf = (key: string): string => key.toLowerCase().replace(/[^a-z]/g, '');

const fieldOf = (key: string): Field | undefined => {
  const plain = plainOf(key);
  return fields.find((field) => keysOf[field].test(plain));
};

/** `review_interval_months: 12` */
const inUnits = /^review(?:cadence|frequency|cycle|interval|period|every)?(?:in)?(day|week|month|year)s$/;

const withUnit = (text: string | undefined, unit: string): string | undefined =>
  text !== undefined && /^\d+$/.test(text) ? `${text} ${unit}s` : text;

// Said, but saying nothing.
const nothing =
  /^(?:|-+|–|—|n\/?a|none|tbd|tbc|todo|tba|\?+|_+|to be (?:determined|confirmed|defined|decided)|\[[^\]]*\]|<[^>]*>|\{\{.*\}\}|yyyy-mm-dd|mm\/dd\/yyyy|dd\/mm\/yyyy)$/i;

const answered: ReadonlySet<Field> = new Set(['approver', 'approved', 'effective', 'lastReviewed', 'nextReview']);
const isAnswer = /^(?:yes|no|true|false)$/;

/**
 * Reads what a document says of itself: in front matter, tables, `Key: value` lines, sentences and version tables, and what is said
 * of it in files beside it.
 */
export function metadataOf(tree: MarkdownTree, file: string, beside: readonly Beside[] = []): Metadata {
  const stated: { [F in Field]?: Stated } = {};
  const say = (field: Field | undefined, text: string | undefined, at: FilePlace) => {
    // `approved: yes` states no day and nobody.
    if (
      field &&
      text !== undefined &&
      !nothing.test(text.trim()) &&
      !(answered.has(field) && isAnswer.test(text.trim()))
    )
      stated[field] ??= {
        text: field === 'version' ? text.trim().replace(/^(v?\d[\w.-]*)\s*[,;(].*$/i, '$1') : text.trim(),
        at,
      };
  };
  const place = ({ span }: { span: FilePlace['span'] }): FilePlace => ({ file, span });
  const root = tree.frontMatter?.root;
  sayKeys(root, say, place);
  for (const table of tree.tables) {
    if (isHistory(table)) continue;
    for (const [key, value] of pairsOf(table)) say(fieldOf(key.text), value.text, place(value));
  }
  for (const { key, value } of controlLines(tree)) say(fieldOf(key), value.text, place(value));
  for (const { field, text, span } of saidInSentences(tree, stated.title?.text)) say(field, text, { file, span });
  for (const { node, file: index } of beside) sayKeys(node, say, ({ span }) => ({ file: index, span }));
  return {
    stated,
    revisions: [
      ...listed(root, file),
      ...tree.tables.filter(isHistory).flatMap((table) => rowsOf(table, file)),
      ...beside.flatMap(({ node, file: index }) => listed(node, index)),
    ],
    criteria: [...criteriaIn(root, file), ...beside.flatMap(({ node, file: index }) => criteriaIn(node, index))],
  };
}

const about = /^(?:meta(?:data)?|document|policy|document[_-]?(?:control|info)|control|params|review|approval)$/i;

/** The keys of front matter, and those of a mapping in it that is about the document: `review: { last: …, frequency: annual }`. */
function sayKeys(
  root: Node | undefined,
  say: (field: Field | undefined, text: string | undefined, at: FilePlace) => void,
  place: (node: Node) => FilePlace,
): void {
  const sayOne = (key: string, value: Node, ofReview: boolean) => {
    const plain = plainOf(key);
    const unit = inUnits.exec(plain)?.[1];
    if (unit !== undefined) return say('cadence', withUnit(textOf(value), unit), place(value));
    const field = !ofReview
      ? undefined
      : /^(?:last|date|on)$/.test(plain)
        ? 'lastReviewed'
        : /^(?:next|due|by)$/.test(plain)
          ? 'nextReview'
          : undefined;
    say(field ?? fieldOf(key), textIn(value), place(value));
  };
  for (const { key, value } of entriesOf(root)) sayOne(key.text, value, false);
  for (const { key, value } of entriesOf(root))
    if (about.test(key.text))
      for (const inner of entriesOf(value)) sayOne(inner.key.text, inner.value, plainOf(key.text) === 'review');
}

/** A scalar, the names of a list, or the name in a mapping. */
function textIn(node: Node): string | undefined {
  if (node.type === 'mapping') return textOf(child(node, 'role') ?? child(node, 'name') ?? child(node, 'title'));
  if (node.type === 'sequence') {
    const texts = node.items.flatMap((item) => textIn(item) ?? []);
    return texts.length > 0 ? texts.join(', ') : undefined;
  }
  return textOf(node);
}

// Lines further down may be about other things than the document: an owner of an asset, a version of a tool.
const control =
  /\b(?:document (?:control|information|details|properties|history)|metadata|policy (?:details|information|owner)|ownership|review|approvals?|revision|version|history|administration)\b/i;
const upperLines = 40;

// A key that is about nothing but the document, with a role or a name and no duty behind it.
const ofDocument = /^(?:policy|document) (?:owner|approver)$/i;
const aRole = /^\p{Lu}[^\s.;]*(?: [^\s.;]+){0,5}$/u;

function controlLines(tree: MarkdownTree) {
  const begin = tree.frontMatter?.span.endLine ?? 0;
  const top = tree.headings.filter(({ level }) => level > 1)[1]?.span.startLine ?? Infinity;
  return tree.definitions.filter(({ key, value: { span, text } }) => {
    const line = span.startLine;
    if (ofDocument.test(key.trim()) && aRole.test(text.trim())) return true;
    if (line - begin <= upperLines && line < top) return true;
    const heading = tree.headings[headingBefore(tree.headings, line)];
    return heading !== undefined && control.test(heading.text);
  });
}

const columns = {
  date: /date|\bwhen\b|\bon$/i,
  version: /^(?:version|ver\.?|v|rev\.?|revision)\b/i,
  approver: /approv|authori[sz]ed|signed/i,
  author: /author|prepared|changed by|revised by|updated by|modified by|^by$/i,
  change: /change|description|comment|summary|notes?|details|reason/i,
};

/** A table that says when a document was changed, by whom and how. */
export const isHistory = ({ header }: Table): boolean => {
  const has = (column: RegExp) => header.some(({ text }) => column.test(text));
  const said = [columns.version, columns.author, columns.approver, columns.change].filter(has).length;
  return has(columns.date) && said > 0 && (said > 1 || has(columns.change) || has(columns.version));
};

function rowsOf({ header, rows }: Table, file: string): Revision[] {
  const index = (column: RegExp) => header.findIndex(({ text }) => column.test(text));
  const approver = index(columns.approver);
  const date = header.findIndex(({ text }) => columns.date.test(text) && !/next/i.test(text));
  const at = {
    date,
    version: index(columns.version),
    approver: approver === date ? -1 : approver,
    author: index(columns.author),
  };
  return rows.map((row) => ({
    ...cell('date', row[at.date], file),
    ...cell('version', row[at.version], file),
    ...cell('approver', row[at.approver], file),
    ...cell('author', row[at.author], file),
  }));
}

const cell = (name: keyof Revision, piece: Piece | undefined, file: string): Revision =>
  piece && !nothing.test(piece.text) ? { [name]: { text: piece.text, at: { file, span: piece.span } } } : {};

/** Rows of key and value, or one row of values under a row of keys. */
function pairsOf({ header, rows }: Table): [Piece, Piece][] {
  const known = header.filter(({ text }) => fieldOf(text)).length;
  // Four columns of a key and its value twice, and no row of keys.
  const paired = header.every(({ text }, i) => (fieldOf(text) !== undefined) === (i % 2 === 0));
  if (known >= 2 && rows.length > 0 && !paired)
    return header.flatMap((key, i): [Piece, Piece][] => (rows[0]![i] ? [[key, rows[0]![i]]] : []));
  const lines = header.length > 0 ? [header, ...rows] : rows;
  if (lines.filter((row) => row[0] && fieldOf(row[0].text)).length < 2) return [];
  return lines.flatMap((row) =>
    row.flatMap((key, i): [Piece, Piece][] => (i % 2 === 0 && row[i + 1] ? [[key, row[i + 1]!]] : [])),
  );
}

/** `reviews: [{ date, by }]` and `majorRevisions: [{ date, comment }]`. */
function listed(root: Node | undefined, file: string): Revision[] {
  return ['reviews', 'majorRevisions', 'revisions', 'history', 'changelog'].flatMap((name) =>
    itemsOf(child(root, name)).map((item): Revision => {
      const date = child(item, 'date') ?? (item.type === 'scalar' ? item : undefined);
      const by = child(item, 'by') ?? child(item, 'reviewer') ?? child(item, 'approved_by') ?? child(item, 'approver');
      const version = child(item, 'version');
      return {
        ...node('date', date, file),
        ...node('version', version, file),
        ...(name === 'reviews' ? node('approver', by, file) : node('author', by, file)),
      };
    }),
  );
}

const node = (name: keyof Revision, from: Node | undefined, file: string): Revision => {
  const text = textOf(from);
  return from && text !== undefined && !nothing.test(text) ? { [name]: { text, at: { file, span: from.span } } } : {};
};

const criteriaKeys =
  /^(?:satisfies|criteria|tsc|soc2?|soc2criteria|trustservicescriteria|trustcriteria|controls|controlmapping)$/;
// Other frameworks stand beside under their own names.
const soc2 = /^(?:tsc.*|soc.?2?|trust.*|criteria|aicpa)$/i;

/** Ids under the keys for them, also a framework's name further in: `satisfies: { TSC: [CC6.1] }`. */
function criteriaIn(root: Node | undefined, file: string): Stated[] {
  return entriesOf(root)
    .filter(({ key }) => criteriaKeys.test(key.text.toLowerCase().replace(/[^a-z0-9]/g, '')))
    .flatMap(({ value }) =>
      value.type === 'mapping'
        ? value.entries.filter(({ key }) => soc2.test(key.text)).flatMap((entry) => idsIn(entry.value, file))
        : idsIn(value, file),
    );
}

const idsIn = (list: Node, file: string): Stated[] =>
  itemsOf(list).flatMap((item) => {
    const text = textOf(item) ?? textOf(child(item, 'id'));
    const ids = text?.match(/(?<![\w.-])[A-Z]{1,2}\d{1,2}\.\d{1,2}(?![\w.])/g) ?? [];
    return ids.map((id) => ({ text: id, at: { file, span: item.span } }));
  });
