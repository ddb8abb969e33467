import type { Field } from '../../src/criteria/register-fields.ts';
import { notApplicable } from '../../src/model/fact.ts';
import type { Subject } from '../../src/model/subject.ts';
import type { RecordEntry } from '../../src/model/kinds/record.ts';
import { fail, on, pass, rule, type Outcome } from '../../src/rule/rule.ts';

const rated: readonly Field[] = ['likelihood', 'impact', 'rating'];
const scales: readonly { name: string; has: RegExp }[] = [
  { name: 'numbers', has: /^\d{1,3}(?:\.\d+)?(?: ?\/ ?\d+)?$/ },
  {
    name: 'words',
    has: /^(?:very |extremely )?(?:low|medium|moderate|high|critical|severe|minor|major|negligible|insignificant|catastrophic|rare|unlikely|possible|likely|certain|almost certain|frequent)$/,
  },
];

export default rule({
  id: 'risks-are-rated-on-one-scale',
  title: 'Risks are rated, and all of them on the same scale',
  severity: 'low',
  criteria: {
    'CC3.2': 'Ratings on one scale can be compared, so that the larger risks are the ones that are worked on first.',
  },
  do: 'Rate every risk by how likely and how bad it is, with the words or numbers that the risk policy defines.',
  shows: 'document',
  on: on('record'),
  needs: ['policy-document'],
  check: ({ at, traits: { recorded, written: entries } }, { find }) => {
    if (recorded !== 'risk-register') return notApplicable('it is not a register of risks');
    if (entries.length === 0) return notApplicable('it has no entries');
    const fields = rated.filter((field) => entries.some(({ cells }) => cells[field]));
    if (fields.length === 0) return fail('The register rates none of its risks.', at, { label: 'no ratings' });
    const [set] = find('policy-document', scaleOfPolicy);
    return fields.map((field) => judge(field, entries, set));
  },
});

const scaleOfPolicy = ({ name, traits: { ratedBy } }: Subject<'policy-document'>) =>
  ratedBy ? [{ ...ratedBy, document: name }] : [];
type Set = ReturnType<typeof scaleOfPolicy>[number];

function judge(field: Field, entries: readonly RecordEntry[], set: Set | undefined): Outcome {
  const cells = entries.flatMap(({ cells: { [field]: cell } }) => cell ?? []);
  const read = cells.map((cell) => ({ cell, scale: scaleOf(cell.text) }));
  const [usual] = scales
    .map(({ name }) => ({ name, count: read.filter(({ scale }) => scale === name).length }))
    .sort((a, b) => b.count - a.count);
  const odd = read.find(({ scale }) => scale !== undefined && scale !== usual!.name);
  if (odd)
    return fail(
      `The ${field} "${odd.cell.text}" is on another scale than the others, which are ${usual!.name}.`,
      odd.cell.at,
      {
        item: field,
        label: 'another scale',
      },
    );
  // What both come to is a number of its own.
  const off = set && field !== 'rating' ? cells.find(({ text }) => isOff(text, set)) : undefined;
  if (set && off)
    return fail(`The ${field} "${off.text}" is off the scale of ${set.document}: "${set.quote}"`, off.at, {
      item: field,
      label: 'off the scale',
      related: [{ name: set.document, at: set.at }],
    });
  const unrated = entries.find(({ cells: { [field]: cell } }) => !cell);
  if (unrated && field !== 'rating')
    return fail(`"${unrated.name}" has no ${field}, which the others have.`, unrated.at, {
      item: field,
      label: 'not rated',
    });
  return pass(cells[0]!.at, field);
}

/** Numbers are held against numbers, words against words; another scale altogether is told above, or defined elsewhere. */
function isOff(text: string, { from, to, words }: Set): boolean {
  const plain = text
    .toLowerCase()
    .replace(/\s*\(.*\)$/, '')
    .trim();
  if (words) return scaleOf(text) === 'words' && !words.includes(plain);
  const number = /^\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : undefined;
  return number !== undefined && from !== undefined && to !== undefined && (number < from || number > to);
}

const scaleOf = (text: string): string | undefined =>
  scales.find(({ has }) =>
    has.test(
      text
        .toLowerCase()
        .replace(/\s*\(.*\)$/, '')
        .trim(),
    ),
  )?.name;
