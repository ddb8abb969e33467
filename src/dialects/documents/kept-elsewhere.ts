import type { KeptElsewhereId } from '../../criteria/kept-elsewhere.ts';
import { wordsOf } from './identify.ts';

// A breach is a disclosure too: it is looked for first.
const names: readonly (readonly [KeptElsewhereId, RegExp])[] = [
  [
    'oversight-body',
    /\b(?:board|audit committee|risk committee|security committee|advisory board|oversight committee|steering committee|oversight)\b.*\bcharter\b|\bcharter\b.*\b(?:board|committee)\b/,
  ],
  [
    'breach-log',
    /\b(?:breach(?:es)?|unauthori[sz]ed disclosures?)\b.*\b(?:log|register|records?)\b|\b(?:log|register|records?) of (?:breaches|unauthori[sz]ed disclosures)\b/,
  ],
  [
    'disclosure-account',
    /\baccount(?:ing)? of (?:personal )?(?:data|information|disclosures)\b|\bdisclosure accounting\b/,
  ],
  [
    'disclosure-log',
    /\b(?:data )?disclosures?\b.*\b(?:log|register|records?)\b|\b(?:log|register|records?) of (?:authori[sz]ed )?disclosures\b/,
  ],
];

/** Which record that is kept elsewhere a title or a file's name speaks of. */
export function describesRecord(...said: readonly (string | undefined)[]): KeptElsewhereId | undefined {
  const texts = said.flatMap((text) => (text === undefined ? [] : wordsOf(text).join(' ')));
  return names.find(([, words]) => texts.some((text) => words.test(text)))?.[0];
}
