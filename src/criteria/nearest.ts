import { criteria, isCriterionId, type CriterionId } from './catalogue.ts';

/** The real ids that one which does not exist most likely stands for: of the same series where there is such a series. */
export function nearestCriteria(text: string): readonly CriterionId[] {
  const match = /^([A-Z]{1,2})(\d+)\.(\d+)$/.exec(text);
  if (!match || isCriterionId(text)) return [];
  const [, letters = '', series = '', number = ''] = match;
  // `PP` is a slip that is met for both: the ids of processing integrity and of privacy.
  if (letters === 'PP') return [`PI${series}.${number}`, `P${series}.${number}`].filter(isCriterionId);
  const own = criteria.map(({ id }) => id).filter((id) => id.replace(/\d.*$/, '') === letters);
  const same = own.filter((id) => id.startsWith(`${letters}${series}.`));
  // Of another series, the one that comes next to it.
  const [best] =
    same.length > 0
      ? [...same].sort((a, b) => distance(a, Number(number)) - distance(b, Number(number)))
      : [...own].sort((a, b) => apart(a, Number(series)) - apart(b, Number(series)));
  return best ? [best] : [];
}

const apart = (id: string, series: number): number => Math.abs(Number(/\d+/.exec(id)![0]) - series);

const distance = (id: string, number: number): number => Math.abs(Number(id.split('.')[1]) - number);
