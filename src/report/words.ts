import { categories, type Category } from '../criteria/catalogue.ts';
import type { CoverageRow, CoverageState, Report } from '../model/report.ts';
import type { UnknownReason } from '../model/fact.ts';

/** `1 file`, `2 files`, `2 entries`. */
export const count = (n: number, one: string, many = `${one}s`): string => `${thousands(n)} ${n === 1 ? one : many}`;

/** `12,480`: the same in every locale. */
export const thousands = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',');

export const stateWords: { readonly [S in CoverageState]: string } = {
  gap: 'gap',
  undetermined: 'undetermined',
  accepted: 'accepted',
  evidence: 'evidence',
  'supporting-evidence': 'supporting evidence',
  'nothing-to-judge': 'nothing to judge here',
  'outside-repository': 'outside a repository',
  'out-of-scope': 'out of scope',
};

/** States in the order a reader needs them: what asks for work first. */
const stateOrder: readonly CoverageState[] = [
  'gap',
  'undetermined',
  'accepted',
  'evidence',
  'supporting-evidence',
  'nothing-to-judge',
  'outside-repository',
  'out-of-scope',
];

/** `gap, worst high`, `evidence`. */
export const stateOf = ({ state, worst }: CoverageRow): string =>
  state === 'gap' && worst ? `${stateWords.gap}, worst ${worst}` : stateWords[state];

/** What a state alone would hide: `2 in the baseline`, `1 file unread`; empty where it hides nothing. */
export function notesOf({ state, counts: { fail }, unread }: CoverageRow): string {
  const { accepted, inherited, baseline } = fail;
  return [
    baseline > 0 && `${baseline} in the baseline`,
    inherited > 0 && `${inherited} waived by another tool's comment`,
    accepted > 0 && state !== 'accepted' && `${accepted} accepted`,
    unread > 0 && `${count(unread, 'file')} unread`,
  ]
    .filter((part) => part !== false)
    .join(', ');
}

export const allFailures = ({ counts: { fail } }: CoverageRow): number =>
  fail.open + fail.accepted + fail.inherited + fail.baseline;

/** `17 with evidence, 9 with nothing to judge here, 1 outside a repository`. */
export function tally(rows: readonly CoverageRow[]): string {
  const parts = stateOrder.flatMap((state) => {
    const n = rows.filter((row) => row.state === state).length;
    if (n === 0) return [];
    const bare =
      state === 'outside-repository' || state === 'out-of-scope' || state === 'undetermined' || state === 'accepted';
    return [
      bare ? `${n} ${stateWords[state]}` : state === 'gap' ? `${n} with a gap` : `${n} with ${stateWords[state]}`,
    ];
  });
  return parts.join(', ');
}

export const categoryTitles: { readonly [C in Category]: string } = {
  security: 'Security',
  availability: 'Availability',
  'processing-integrity': 'Processing integrity',
  confidentiality: 'Confidentiality',
  privacy: 'Privacy',
};

/** The rows that the run was about: all, or those of the criteria that it was limited to. */
export const rowsOf = ({ coverage, scope }: Report): readonly CoverageRow[] =>
  scope.criteria ? coverage.filter((row) => scope.criteria!.includes(row.criterion)) : coverage;

/** The coverage by category, in the catalogue's order; categories without a row are left out. */
export const byCategory = (rows: readonly CoverageRow[]): { title: string; rows: readonly CoverageRow[] }[] =>
  categories
    .map((category) => ({ title: categoryTitles[category], rows: rows.filter((row) => row.category === category) }))
    .filter((group) => group.rows.length > 0);

/** `all five categories (nobody has chosen yet)`, `security, privacy`. */
export function scopeOf({ scope }: Report): string {
  const limited = [...(scope.criteria ?? []), ...(scope.rules ?? [])];
  const all = scope.categories.length === categories.length;
  const names = all
    ? 'all five categories'
    : scope.categories.map((category) => categoryTitles[category].toLowerCase()).join(', ');
  const chosen = scope.chosen ? names : `${names} (nobody has chosen yet)`;
  return limited.length > 0 ? `${chosen}; only ${limited.join(', ')}` : chosen;
}

/** `3f2c1ab with uncommitted changes, as of 2026-11-22`. */
export function readAt({ repository: { commit, dirty }, asOf }: Report): string {
  const tree = commit ? commit.slice(0, 7) + (dirty ? ' with uncommitted changes' : '') : 'no commit';
  return `${tree}, ${asOf ? `as of ${asOf}` : 'as of no date'}`;
}

/** `Settle it with a plan (terraform show -json).` without the full stop, in the middle of a sentence. */
export const settle = (reason: UnknownReason): string => `settle it with ${reason.settledBy}`;
