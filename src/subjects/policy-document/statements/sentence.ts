import type { PolicyDocument } from '../../../dialects/documents/model.ts';
import type { Statement, Topic } from '../../../model/kinds/policy-document.ts';

/** One sentence with what stands around it, in lower case. */
export interface Sentence {
  text: string;
  /** The same as it is written: `US` is a country and `us` is not. */
  written: string;
  /** The headings it stands under, nearest last. */
  under: string;
  document: PolicyDocument;
}

/** A figure as it is found: what it comes to, and its words. Without a value the sentence states several. */
export interface Figure extends Pick<Statement, 'of' | 'bound' | 'places'> {
  value: number | undefined;
  words: string;
}

export interface Reader {
  topic: Topic;
  /** Whether only what is said of our own systems counts: what customers may do and what a law asks for is no promise. */
  ours?: true;
  /** Words of which the sentence or its headings have one; parts of words will do. Most sentences are passed over by them. */
  words?: readonly string[];
  /** Whether it has to have a number or a period. */
  figure?: true;
  read(sentence: Sentence): Figure | undefined;
}

const some = '(?:\\d|an? |one|two|three|four|five|six|seven|ten|twelve|thirty|sixty|ninety)';

// A sentence that leaves a way out commits to nothing that could be held against anything.
const waysOut = new RegExp(
  [
    /\bwhere(?:ver)? (?:it is |technically |reasonably )?(?:possible|feasible|supported|practical|practicable|appropriate|applicable|available)\b/,
    /\b(?:if|when|as far as) (?:possible|feasible|supported|appropriate|practical)\b/,
    /\b(?<!(?:or|and) )as (?:needed|necessary|appropriate|possible)\b/,
    /\b(?:to the extent|should|ought to|recommend(?:s|ed)?|preferabl[ye]|ideally|typically|usually|generally|in general|normally|mostly|in most cases|in principle|by default|aims?|aiming|strives?|intends?|plans? to|planned to|best effort|reasonable efforts?|unless|except|such as|for example|for instance|e\.g(?=\.)|varies|vary|might|in the future|long[- ]term goal)\b/,
    /\b(?:we target|(?:goal|target) is to|as a (?:goal|target)|depend(?:s|ing)? (?:up)?on)\b/,
    /(?<!\bno(?:t|ne|body| one)?\b[^;]{0,60})\bmay (?:be (?:kept|retained|stored|rotated|encrypted|required|used)|keep|retain|vary|differ)\b/,
    new RegExp(`\\b(?:approximately|about|around|roughly|between|circa) ${some}`),
  ]
    .map(({ source }) => source)
    .join('|'),
);
// A highest figure is a way out where a lowest one is meant.
const limits = /\b(?:up to|no more than|not more than|at most)\b/;

/** Whether a sentence leaves a way out. */
export const isHedged = (text: string, { bound }: Figure): boolean =>
  waysOut.test(text) || (bound !== 'most' && limits.test(text));

const others =
  '(?:customers?|clients?|tenants?|subscribers?|vendors?|suppliers?|(?:cloud |service |hosting |payment )?providers?|third[- ]part(?:y|ies)|sub-?processors?|partners?|aws|amazon|azure|microsoft|google(?: cloud)?|stripe)';
// "AWS keeps", "each vendor must": who does it, and the word that says so. What is done with vendors is another thing.
const byOthers = new RegExp(
  `^(?:our |the |each |every |all |some |any )*${others} (?:(?:is|are) (?:able|free|responsible|required|expected|allowed|asked)|([a-z'’]+)(?! (?:not )?be\\b))\\b`,
);
const theyDo = new Set(
  "may can cannot can't can’t must should shall will has have keep keeps retain retains store stores require requires rotate rotates encrypt encrypts offer offers provide provides support supports guarantee guarantees promise promises choose chooses configure configures make makes take takes run runs send sends hold holds".split(
    ' ',
  ),
);

const notOurs = [
  // Others decide it.
  /\b(?:customers?|clients?|tenants?|users|subscribers) (?:may|can|could|are able to|are free to) (?:also |then |each )?(?:configure|choose|set|select|change|extend|shorten|decide|enable|opt|request|ask)\b/,
  /\b(?:configurable|customi[sz]able|can be (?:configured|set|changed|chosen)) (?:by|per)\b/,
  new RegExp(`\\b(?:held|kept|stored|run|operated|managed) by (?:our |a |the )*${others}\\b`),
  // A law or a standard asks for it: whether it is done is not said. What is done as a law asks is ours.
  /^[^,.;:]{0,40}?\b(?<!\b(?:as|where|if|when|what|because|than|since) )(?:gdpr|hipaa|ccpa|sox|pci(?:[- ]dss)?|iso(?:\/iec)? ?27\d+|nist|cis|fedramp|dora|nis ?2|(?:the |a |some |data protection |privacy |tax )(?:laws?|regulations?|acts?|directives?)|article \d+)\b[^.;]{0,40}\b(?:requires?|demands?|asks?|mandates?|prescribes?|says?|states?|obliges?|recommends?|allows?|calls? for)\b/,
  // What a word means is explained, and nothing is promised by it.
  /^(?:an?|any) [^.;:]{1,60} means\b/,
  // It was so.
  /\b(?:we|they|it|which|that) used to\b/,
  /\b(?:was|were|had been) (?:\w+ )?(?:kept|retained|stored|rotated|encrypted|required|replicated|made|taken|backed|set|enabled|hosted|sent|allowed|approved|reviewed|assessed|tested|held|trained|notified|informed|possible|blocked|fixed|patched|resolved|remediated|published|found|routed|logged|recorded|\d+)\b/,
  /^(?:previously|formerly|historically|in the past|originally|initially)\b/,
  /\b(?:until|before|prior to|up to|in|since) (?:the end of )?(?:(?:january|february|march|april|may|june|july|august|september|october|november|december) )?(?:19|20)\d\d\b/,
  // It is only an example, a question, or what somebody else said.
  /^(?:for example|for instance|example|e\.g\.|as an example|suppose|imagine|consider|note that (?:other|many)|many companies|some companies|other companies|competitors)\b|\?$/,
  /^["“”‘'][^"“”]*["“”’']\W*$/,
];

/** Whether it says what we do ourselves, now. */
export const isOurs = (text: string): boolean =>
  !isByOthers(byOthers.exec(text)) && !notOurs.some((pattern) => pattern.test(text));

const isByOthers = (found: RegExpExecArray | null): boolean =>
  found !== null && (found[1] === undefined || theyDo.has(found[1]));
