import type { PolicyDocument } from '../../dialects/documents/model.ts';
import type { RatingScale } from '../../model/kinds/policy-document.ts';

const about = /\b(?:likelihood|probability|impact|risks? (?:is|are) (?:rated|scored))\b/i;
const range =
  /\b(?:(?:from|scale of|between|scored|rated)\s+)?(\d{1,2})\s*(?:\([^)]{1,30}\)\s*)?(?:to|through|and|-|–)\s*(\d{1,3})\b(?!\s*(?:days?|weeks?|months?|years?|hours?|minutes|%|percent|people))/i;
const points = /\b(three|four|five|ten|[3-9]|10)[- ](?:point|level) scale\b/i;
const counted: { readonly [word: string]: number } = { three: 3, four: 4, five: 5, ten: 10 };

// Words of one scale stand beside each other: "low, medium, high and critical".
const word =
  '(?:very |extremely )?(?:low|medium|moderate|high|critical|severe|minor|major|negligible|rare|unlikely|possible|likely|certain)';
const words = new RegExp(`\\b${word}(?:(?:,| or| and|,? /)\\s*(?:or |and )?${word})+\\b`, 'i');

/** The scale by which the policy on risks has likelihood and impact rated, in the first sentence that says so. */
export function ratingScale({ policy, tree, path }: PolicyDocument): RatingScale | undefined {
  if (policy !== 'risk') return undefined;
  for (const { text, span } of tree.blocks)
    for (const sentence of text.split(/(?<=[.;:])\s+/)) {
      if (!about.test(sentence)) continue;
      const at = { file: path, span };
      const [, from, to] = range.exec(sentence) ?? [];
      if (from !== undefined && Number(from) < Number(to) && Number(from) <= 1)
        return { from: Number(from), to: Number(to), quote: sentence, at };
      const size = points.exec(sentence)?.[1]?.toLowerCase();
      if (size !== undefined) return { from: 1, to: counted[size] ?? Number(size), quote: sentence, at };
      const named = words.exec(sentence)?.[0];
      if (named !== undefined)
        return { words: named.toLowerCase().match(new RegExp(word, 'g')) ?? [], quote: sentence, at };
    }
  return undefined;
}
