import type { PolicyDocument } from '../../dialects/documents/model.ts';
import { known, unknownFact, type Fact } from '../../model/fact.ts';
import type { Statement } from '../../model/kinds/policy-document.ts';
import type { FilePlace } from '../../model/place.ts';
import type { Piece } from '../../parse/markdown/tree.ts';
import { headingBefore } from '../../parse/markdown/under.ts';
import { withDigits } from './cadence.ts';
import { access } from './statements/access.ts';
import { changes } from './statements/changes.ts';
import { continuity } from './statements/continuity.ts';
import { cryptography } from './statements/cryptography.ts';
import { keeping } from './statements/keeping.ts';
import { monitoring } from './statements/monitoring.ts';
import { others } from './statements/others.ts';
import { residency } from './statements/places.ts';
import { isHedged, isOurs, type Figure, type Sentence } from './statements/sentence.ts';

const readers = [
  ...cryptography,
  ...changes,
  ...access,
  ...keeping,
  ...continuity,
  ...monitoring,
  ...residency,
  ...others,
];

/** All that a document commits to and that can be held against something. */
export function statementsIn(document: PolicyDocument): readonly Statement[] {
  let found = read.get(document);
  if (!found) read.set(document, (found = readStatements(document)));
  return found;
}

const read = new WeakMap<PolicyDocument, readonly Statement[]>();

function readStatements(document: PolicyDocument): Statement[] {
  const { tree } = document;
  return [...sentencesOf(document), ...rowsOf(document)].flatMap((said) => {
    const text = withDigits(said.text.replace(toFillIn, ' … ').toLowerCase().replace(/\s+/g, ' '));
    const last = headingBefore(tree.headings, said.at.startLine);
    const under = tree.headings
      .slice(Math.max(0, last - 1), last + 1)
      .map((heading) => heading.text.toLowerCase())
      .join(' / ');
    return promisesNothing.test(under) ? [] : statementsOf({ text, written: said.text, under, document }, said);
  });
}

// An example in a place that is left to fill in is nobody's figure.
const toFillIn = /\[[^\][\n]{0,100}\b(?:e\.g\.|for example)[^\][\n]{0,100}\]|\{\{[^{}\n]{0,80}\}\}/gi;

const promisesNothing =
  /(?:^|\/ )(?:examples?|references?|background|glossary|definitions?|version history|revision history)$/;

const figures =
  /\d|year|annual|month|quarter|week|da(?:y|il)|night|hour|one|two|three|four|five|six|seven|eight|nine|ten\b|eleven|twelve|teen\b|twenty|thirty|forty|fifty|hundred/;

const statementsOf = (sentence: Sentence, { text: original, at }: Said): Statement[] => {
  const { document, text } = sentence;
  const all = `${text} / ${sentence.under}`;
  const hasFigure = figures.test(text);
  return readers.flatMap(({ topic, ours: only, words: needed, figure: counts, read }): Statement[] => {
    if ((counts && !hasFigure) || (needed && !needed.some((word) => all.includes(word)))) return [];
    const figure = read(sentence);
    if (!figure || (only && !isOurs(text))) return [];
    const { words, of, bound, places } = figure;
    const place = narrowed(document.path, at, words, document.lines);
    return [
      {
        topic,
        figure: words,
        ...(of && { of }),
        ...(bound && { bound }),
        ...(places && { places }),
        quote: original.length > 160 ? `${original.slice(0, 157)}…` : original,
        document: `"${document.title}"`,
        at: place,
        value: valueOf(text, figure, place),
      },
    ];
  });
};

function valueOf(text: string, figure: Figure, place: FilePlace): Fact<number> {
  const open = (settledBy: string) =>
    unknownFact({ code: 'not-evaluated', subject: `"${figure.words}"`, settledBy }, place);
  if (isHedged(text, figure)) return open('a sentence that says it without a way out');
  return figure.value === undefined ? open('a sentence that states one figure') : known(figure.value, place);
}

interface Said {
  text: string;
  at: Piece['span'];
}

/** Sentences of paragraphs and list items; a number with a dot ends none. Cells are read in their rows. */
function sentencesOf({ tree }: PolicyDocument): Said[] {
  const inRows = new Set(
    tree.tables.flatMap(({ header, rows }) => (header.length > 0 ? rows.flat().map(positionOf) : [])),
  );
  return tree.blocks.flatMap((block) =>
    inRows.has(positionOf(block))
      ? []
      : block.text
          .slice(0, 20_000)
          .split(/(?<=[.;!?])\s+(?=[\p{Lu}\d("“'])/u)
          .map((sentence) => ({ text: sentence.trim(), at: block.span })),
  );
}

const positionOf = ({ text, span }: Piece): string => `${span.startLine} ${text}`;

/** Rows of tables, each cell read as `row: heading cell`: a figure in a table stands under its column, beside its row. */
const rowsOf = ({ tree }: PolicyDocument): Said[] =>
  tree.tables.flatMap(({ header, rows }) =>
    header.length === 0
      ? []
      : rows.flatMap((row) =>
          row.flatMap((cell, i) => {
            if (!header[i] || cell.text === '') return [];
            const label = i > 0 && row[0] && row[0].text !== '' ? `${row[0].text}: ` : '';
            // What follows the first sentence is no longer what the column is headed.
            const [first = '', ...further] = cell.text.split(/(?<=[.!?])\s+(?=\p{Lu})/u);
            return [`${header[i].text} ${first}`, ...further].map((said) => ({ text: label + said, at: cell.span }));
          }),
        ),
  );

/** The words themselves, where they stand in one line of it; else the whole. */
function narrowed(file: string, span: Piece['span'], words: string, lines: readonly string[]): FilePlace {
  for (let line = span.startLine; line <= span.endLine; line++) {
    const at = (lines[line - 1] ?? '').toLowerCase().indexOf(words.toLowerCase());
    if (at >= 0 && words.length < 60)
      return { file, span: { startLine: line, startColumn: at + 1, endLine: line, endColumn: at + words.length + 1 } };
  }
  return { file, span };
}
