import type { Actor, CriterionGaps } from './gaps.ts';
import { markdown as escaped, visible } from './escape.ts';
import { hang } from './layout.ts';
import { count, stateWords } from './words.ts';

const actorWords: { readonly [A in Actor]: string } = {
  repository: 'in the repository',
  document: 'in a document',
  outside: 'outside',
};
const shown = 3;
const closing =
  'This lists what was not found. A criterion that is not listed is not thereby met: that is for a CPA firm to say.';

const placesOf = (places: readonly string[]): string => {
  const unique = [...new Set(places)];
  const more = unique.length - shown;
  return unique.slice(0, shown).join(', ') + (more > 0 ? ` and ${more} more` : '');
};

function totals(gaps: readonly CriterionGaps[]): string {
  const all = gaps.flatMap(({ missing }) => missing);
  const by = (Object.keys(actorWords) as Actor[])
    .map((who) => [all.filter((one) => one.who === who).length, who] as const)
    .filter(([n]) => n > 0)
    .map(([n, who]) => `${n} ${actorWords[who]}`);
  return gaps.length === 0
    ? 'nothing is missing that could be seen here'
    : `${count(gaps.length, 'criterion', 'criteria')} with something missing: ${by.join(', ')}`;
}

export function gapsText(gaps: readonly CriterionGaps[], scope: string, width: number): string {
  const lines = [`What is missing, for ${scope}`, ''];
  for (const { criterion, title, state, missing } of gaps) {
    lines.push(...hang(`${criterion}  `, `${title} (${stateWords[state]})`, width));
    for (const one of missing) {
      lines.push(...hang(`  ${one.who.padEnd(10)}  `, visible(one.what), width));
      lines.push(...hang('              do  ', visible(one.do), width));
      if (one.places.length > 0) lines.push(...hang('              at  ', visible(placesOf(one.places)), width));
    }
    lines.push('');
  }
  lines.push(totals(gaps), ...hang('', closing, width), '');
  return lines.join('\n');
}

export function gapsMarkdown(gaps: readonly CriterionGaps[], scope: string): string {
  const lines = ['# What is missing', '', `For ${scope}: ${totals(gaps)}.`];
  for (const { criterion, title, state, missing } of gaps) {
    lines.push('', `## ${criterion} ${escaped(title)}`, '', `State: ${stateWords[state]}.`, '');
    for (const one of missing) {
      const where = one.places.length > 0 ? ` (${escaped(placesOf(one.places))})` : '';
      lines.push(`- [ ] **${one.who}** ${escaped(one.what)}${where} ${escaped(one.do)}`);
    }
  }
  lines.push('', closing, '');
  return lines.join('\n');
}
