import type { Span } from '../../model/place.ts';
import type { MarkdownTree } from '../../parse/markdown/tree.ts';
import { headingBefore } from '../../parse/markdown/under.ts';
import { namesItself } from './identify.ts';
import type { Field } from './metadata.ts';

interface Said {
  field: Field;
  text: string;
  span: Span;
}

const day =
  '(?:\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|(?:\\w+day,? )?\\d{1,2}(?:st|nd|rd|th)?(?: of)? [A-Z][a-z]+,? \\d{4}|[A-Z][a-z]+ \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|[A-Z][a-z]+ \\d{4})';
// A role or a name, as it is written: with a capital, up to the end of the clause.
const somebody =
  "((?:[A-Z][\\w’'&/-]*|of|and|the|for)(?: (?:[A-Z][\\w’'&/-]*|of|and|for|the(?= [A-Z])|\\([A-Z]+\\))){0,6})";

/** How documents say it without a key, near the top: the words before, and what stands in the group. */
const dated: readonly (readonly [Field, RegExp])[] = [
  [
    'lastReviewed',
    new RegExp(`\\b(?:last (?:updated?|reviewed?|revised|modified)|updated|revised)(?: on)?:? (${day})`, 'i'),
  ],
  ['nextReview', new RegExp(`\\bnext review(?: date| due| on| by)*:? (${day})`, 'i')],
  ['effective', new RegExp(`\\beffective(?: date| as of| from| on| since)*:? (${day})`, 'i')],
  ['approved', new RegExp(`\\bapproved on:? (${day})`, 'i')],
];
// With a colon it is a key, and read as one.
const version = /(?:^|[|·•(])\s*version v?(\d+(?:\.\d+){0,2})\b/i;

/** How a sentence anywhere names who answers for the document. */
const named: readonly (readonly [Field, RegExp])[] = [
  [
    'owner',
    new RegExp(
      `\\b[Tt]his (?:[\\w/&-]+ ){0,4}(?:[Pp]olicy|[Dd]ocument|[Pp]lan|[Ss]tandard|[Pp]rocedure|[Cc]ode) is (?:owned|maintained) by (?:the )?${somebody}`,
    ),
  ],
  [
    'owner',
    new RegExp(
      `${somebody} (?:owns|is the owner of|is responsible for maintaining|maintains) this (?:policy|document|plan|standard|procedure|code)\\b`,
    ),
  ],
  [
    'owner',
    new RegExp(
      `\\b[Tt]he (?:(?:policy|document) owner|owner of this (?:policy|document|plan|standard|procedure)) is (?:the )?${somebody}`,
    ),
  ],
  [
    'approver',
    new RegExp(
      `\\b[Tt]his (?:policy|document|plan|standard|procedure|code) (?:is|was|has been) (?:(?:owned|maintained|reviewed|issued) (?:by [^.]{1,60} )?and )?(?:\\w+ )?approved by (?:the )?${somebody}`,
    ),
  ],
];

/** "The Security team is responsible for reviewing and updating the Password requirements on an annual basis." */
const keeper = new RegExp(
  `(${somebody}(?: (?:team|department|office|committee|group))?) (?:is|are) responsible for (?:[^.;]{0,80} and )?(?:reviewing|maintaining|updating)(?:,? and (?:reviewing|maintaining|updating))? (this|the (?:[\\w/&-]+ ){1,5}?)(?: ?(?:policy|process|plan|standard|procedure|requirements)\\b)([^.;]*)`,
);
const aCadence = /\b(?:annual(?:ly)?|year(?:ly)?|quarter(?:ly)?|months?|monthly)\b/i;
// "High risks: monthly" is no cadence of the document.
const ofTheText =
  /^(?:at least |once |every |each |(?:semi-?|bi-?)?annual|yearly|quarterly|monthly|reviewed|policy review|(?:this|the) (?:policy|document|plan|standard|procedure)\b)/i;
const severalKeys = /: .*: /;
const underCadence = /^(?:[\d.]+ )?(?:(?:policy|document) )?review (?:cadence|frequency|cycle|schedule|interval)\b/i;

/** How a document says it of its review, wherever the sentence stands. */
const reviewed: readonly RegExp[] = [
  new RegExp(
    `^(?:(?:this|the) (?:policy|document|plan|standard|procedure|code) (?:was|is|has been) )?last (?:reviewed|updated|revised)(?: and (?:approved|updated|revised))?(?: by [^.]{1,60}?)?(?: on|:)? (${day})(?=\\W|$)`,
    'i',
  ),
  new RegExp(`^(?:last )?reviewed(?: and approved)? by [^.]{1,60}? on (${day})(?=\\W|$)`, 'i'),
];

const upperLines = 40;

/** What a document says of itself in words rather than by keys: "Last updated January 5, 2026", "This policy is owned by …". */
export function saidInSentences(tree: MarkdownTree, titleStated?: string): Said[] {
  const heading = tree.headings.find(({ level }) => level === 1);
  const title = titleStated ?? heading?.text ?? '';
  const begin = tree.frontMatter?.span.endLine ?? 0;
  const top = tree.headings.filter(({ level }) => level > 1)[1]?.span.startLine ?? Infinity;
  const said: Said[] = [];
  const isUnderCadence = ({ startLine }: Span): boolean =>
    underCadence.test(tree.headings[headingBefore(tree.headings, startLine)]?.text ?? '');
  for (const { key, value } of tree.definitions)
    if (/^(?:policy|document) review$/i.test(key.trim()) && aCadence.test(value.text) && isUnderCadence(value.span))
      said.push({ field: 'cadence', text: value.text, span: value.span });
  for (const { text, span } of tree.blocks) {
    if (span.startLine - begin <= upperLines && span.startLine < top && text.length < 300) {
      for (const [field, pattern] of dated) {
        const found = pattern.exec(text)?.[1];
        if (found !== undefined) said.push({ field, text: found, span });
      }
      const number = text.length < 120 ? version.exec(text)?.[1] : undefined;
      if (number !== undefined) said.push({ field: 'version', text: number, span });
    }
    for (const sentence of text.split(/(?<=[.;])\s+|\n/)) {
      const found = reviewed.map((pattern) => pattern.exec(sentence.trim())?.[1]).find((one) => one !== undefined);
      if (found !== undefined) said.push({ field: 'lastReviewed', text: found, span });
    }
    if (text.length < 2000) said.push(...keeperIn(text, title, span));
    if (text.length <= 80 && isUnderCadence(span) && !severalKeys.test(text)) said.push(...shortly(text, span));
    if (text.length < 2000)
      for (const [field, pattern] of named) {
        const found = pattern.exec(text)?.[1]?.replace(/^(?:the|and|of|for) /i, '');
        if (found !== undefined && /^[A-Z]/.test(found) && !/^(?:This|The|It|They|We)$/.test(found))
          said.push({ field, text: found.replace(/ (?:and|of|for|the)$/, ''), span });
      }
  }
  // In a table of roles and what they do, the one who "owns this policy".
  for (const { rows } of tree.tables)
    for (const [role, duty] of rows)
      if (
        role &&
        duty &&
        (/\bowns?\b[^.]{0,40}\bthis (?:policy|document|plan|standard|procedure|code)\b/i.test(duty.text) ||
          namesItself(
            /\bowns? (?:the )?([^.;,]{3,60}?) (?:policy|plan|program(?:me)?|standard|procedure)\b/i.exec(
              duty.text,
            )?.[1] ?? '',
            title,
          ))
      )
        said.push({ field: 'owner', text: role.text, span: role.span });
  const ofTitle = heading && /\bv(?:ersion )?(\d+(?:\.\d+)*)\)?\s*$/i.exec(heading.text)?.[1];
  if (heading && ofTitle !== undefined) said.push({ field: 'version', text: ofTitle, span: heading.span });
  return said;
}

function keeperIn(text: string, title: string, span: Span): Said[] {
  const [, who = '', , what = '', rest = ''] = keeper.exec(text) ?? [];
  if (who === '' || (what.trim() !== 'this' && !namesItself(what.replace(/^the /, ''), title))) return [];
  const owner = who.replace(/^(?:[Tt]he |\S+[’']s )/, '');
  return [
    { field: 'owner', text: owner, span },
    ...(aCadence.test(rest) ? [{ field: 'cadence' as const, text: rest, span }] : []),
  ];
}

/** Right under a heading on the cadence of review: "Quarterly; Owner: Head of IT". */
function shortly(text: string, span: Span): Said[] {
  const [first = '', ...others] = text.split(/\s*[;|·]\s*/);
  const owner = others.map((part) => /^owner: (\p{Lu}.*?)\.?$/iu.exec(part)?.[1]).find((one) => one !== undefined);
  return [
    ...(aCadence.test(first) && ofTheText.test(first) ? [{ field: 'cadence' as const, text: first, span }] : []),
    ...(owner === undefined ? [] : [{ field: 'owner' as const, text: owner, span }]),
  ];
}
