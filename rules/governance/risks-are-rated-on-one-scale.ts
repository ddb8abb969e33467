import type { Field } from '../../src/criteria/register-fields.ts';
import { notApplicable } from '../../src/model/fact.ts';
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
  check: ({ at, traits: { recorded, written: entries } }) => {
    if (recorded !== 'risk-register') return notApplicable('it is not a register of risks');
    if (entries.length === 0) return notApplicable('it has no entries');
    const fields = rated.filter((field) => entries.some(({ cells }) => cells[field]));
    if (fields.length === 0) return fail('The register of risks rates none of them.', at, { label: 'no ratings' });
    return fields.map((field) => judge(field, entries));
  },
});

function judge(field: Field, entries: readonly RecordEntry[]): Outcome {
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
  const unrated = entries.find(({ cells: { [field]: cell } }) => !cell);
  if (unrated && field !== 'rating')
    return fail(`"${unrated.name}" has no ${field}, which the others have.`, unrated.at, {
      item: field,
      label: 'not rated',
    });
  return pass(cells[0]!.at, field);
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
