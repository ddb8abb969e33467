import { cadence, days, period } from './period.ts';
import type { Reader } from './sentence.ts';

const tells = /\b(?:notif\w+|inform(?:ed|s|ing)?|told|tells?|communicat\w+|report(?:ed|s|ing)?)\b/;
const customers = /\b(?:customers?|clients?|(?:affected|concerned) (?:people|persons|individuals|users|parties))\b/;
const authorities =
  /\b(?:regulators?|authorit(?:y|ies)|ico|dpa|cnil|ftc|hhs|attorneys? general|(?:information|privacy|data protection) commission(?:er)?s?|federal trade commission|government agenc(?:y|ies))\b/;
/** A sentence that says how often something is looked at again. */
const looksAgain = /\b(?:review\w*|re-?assess\w*|assess\w*|evaluat\w*|updat\w*|monitor\w*)\b/;

const isNotice = (policy: string | undefined, text: string): boolean =>
  tells.test(text) && (policy === 'incident-response' || /\b(?:breach\w*|incidents?)\b/.test(text));

/** What is held against records, and against other documents. */
export const others: readonly Reader[] = [
  {
    topic: 'customer-notice',
    words: ['notif', 'inform', 'told', 'tell', 'communicat', 'report'],
    figure: true,
    ours: true,
    read: ({ text, document: { policy } }) =>
      isNotice(policy, text) && customers.test(text) ? period(text) : undefined,
  },
  {
    topic: 'authority-notice',
    words: ['notif', 'inform', 'told', 'tell', 'communicat', 'report'],
    figure: true,
    ours: true,
    read: ({ text, document: { policy } }) =>
      isNotice(policy, text) && authorities.test(text) && !customers.test(text) ? period(text) : undefined,
  },
  {
    topic: 'request-deadline',
    words: ['request'],
    figure: true,
    ours: true,
    read: ({ text, document: { policy } }) =>
      policy === 'privacy' &&
      /\brequests?\b/.test(text) &&
      /\b(?:respon\w+|answer\w*|repl(?:y|ied)|handled|complet\w+|fulfil\w*|act(?:ed)? on|within)\b/.test(text)
        ? days(text)
        : undefined,
  },
  {
    topic: 'risk-review',
    words: ['risk'],
    figure: true,
    ours: true,
    read: ({ text, document: { policy } }) =>
      policy === 'risk' &&
      /\brisks?\b/.test(text) &&
      (looksAgain.test(text) || /\brisk assessments?\b/.test(text)) &&
      !/\b(?:vendors?|suppliers?|third[- ]part(?:y|ies)|polic(?:y|ies))\b/.test(text)
        ? cadence(text)
        : undefined,
  },
  {
    topic: 'vendor-review',
    words: ['vendor', 'supplier', 'processor', 'part', 'provider'],
    figure: true,
    ours: true,
    read: ({ text, document: { policy } }) =>
      policy === 'vendors' &&
      /\b(?:vendors?|suppliers?|sub-?processors?|third[- ]part(?:y|ies)|providers?)\b/.test(text) &&
      looksAgain.test(text) &&
      !/\bpolic(?:y|ies)\b/.test(text)
        ? cadence(text)
        : undefined,
  },
  {
    topic: 'training',
    words: ['train'],
    figure: true,
    ours: true,
    read: ({ text }) =>
      /\b(?:training|trained)\b/.test(text) && /\b(?:security|awareness|privacy)\b/.test(text)
        ? cadence(text)
        : undefined,
  },
];
