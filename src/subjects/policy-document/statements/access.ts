import { number, numberOf } from '../cadence.ts';
import { cadence } from './period.ts';
import type { Reader } from './sentence.ts';

const secondFactor =
  /\b(?:mfa|2fa|multi-?factor(?: authentication)?|two-?factor(?: authentication)?|(?:a )?second factor|(?:two|2)-?step verification)\b/;
const isDemanded =
  /\b(?:requir\w+|must|mandatory|enforc\w+|shall|has to|have to|obligatory|needs?|compulsory|is (?:used|enabled|on|active)|uses?|protected (?:by|with))\b/;
const everyone =
  /\b(?:all|every|each|any|everyone|everybody|whoever)\b[^.;]{0,40}\b(?:users?|employees?|staff|accounts?|personnel|members?|people|access|logins?|log-ins?|sign-?ins?|workforce|contractors?|systems?|applications?|tools?)\b|\b(?:everyone|everybody|company-?wide|organi[sz]ation-?wide)\b/;
// What only some people or systems have to do can't be held against an organization as a whole.
const onlySome =
  /\b(?:privileged|admin\w*|root|vpn|remote(?:ly)?|production|aws|azure|console|cloud|payroll|e-?mail|service accounts?|critical|sensitive|confidential|selected|some|key systems|bank\w*|personal data|phi|cardholder|elevated|password manager|sso|physical|off-?site|external)\b/;
const codeHosting =
  /\b(?:github|gitlab|bitbucket|source code|code (?:hosting|repositor\w+)|repositor\w+|version control)\b/;
const ofCustomers =
  /\b(?:customers?|end[- ]users?|clients?|consumers?|subscribers?|tenants?|users of (?:our|the) (?:product|application|service|platform|app))\b/;

const characters = new RegExp(
  `\\b(?<![.])${number}[ -](?:or more )?(?:characters?|chars|symbols long|letters long)\\b`,
  'g',
);

export const access: readonly Reader[] = [
  {
    topic: 'access-review',
    words: ['review'],
    figure: true,
    ours: true,
    read: ({ text, under }) => {
      if (
        !/\breview\w*\b/.test(text) ||
        /\b(?:logs?|polic(?:y|ies)|reports?|physical|badges?|privileged?|admin\w*|root)\b/.test(text)
      )
        return undefined;
      return /\b(?:(?:all|user|system) access|access (?:rights|reviews?|levels?)|reviews? (?:all )?access|access\b[^.;]{0,60}\bis reviewed|accounts and permission\w*|permissions?|entitlements?|user accounts)\b/.test(
        text,
      ) || /\b(?:access review|review of access)/.test(under)
        ? cadence(text)
        : undefined;
    },
  },
  {
    topic: 'password-length',
    words: ['password', 'passphrase'],
    figure: true,
    ours: true,
    read: ({ text, under }) => {
      if (
        !(/\bpass(?:word|phrase)s?\b/.test(text) || (/\bpasswords?\b/.test(under) && /\blength\b/.test(text))) ||
        /\b(?:admin\w*|privileged|service|root|system accounts?|wi-?fi|pins?|user ?names?|first \w+ characters|consecutive|repeated|identical|previous|master|vaults?|modif\w+|differ\w*)\b/.test(
          text,
        ) ||
        // What a system has to take is no least length.
        /\b(?:allow|accept|support|permit)\w* (?:the use of )?(?:long(?:er)? )?pass(?:words?|phrases?) (?:of|with|up to|at least|as long as|longer)\b/.test(
          text,
        )
      )
        return undefined;
      if (neverShort.test(text) === false && /\b(?:maximum|at most|no more than|not more than|up to)\b/.test(text))
        return undefined;
      const found = [...text.matchAll(characters)];
      const [match] = found;
      if (!match) {
        const bare =
          /\b(?:minimum )?(?:password )?length\b(?: is| of|:)? (?:at least )?(\d{1,3})\b(?! ?(?:days|bits|times))/.exec(
            text,
          );
        return bare ? { value: Number(bare[1]), words: bare[0] } : undefined;
      }
      const counts = new Set(found.map(([, count]) => numberOf(count!)));
      return { value: counts.size === 1 ? numberOf(match[1]!) : undefined, words: match[0] };
    },
  },
  {
    topic: 'second-factor',
    words: ['mfa', '2fa', 'factor', 'step verification'],
    ours: true,
    read: ({ text }) => {
      const factor = secondFactor.exec(text);
      if (
        !factor ||
        !(isDemanded.test(text) || negationsThatDemand(text) !== text) ||
        /\b(?:not|never|optional|n['’]t|without|waived|lost|reset|enrol\w*|codes|tokens?|supports?|offers?|reviewed|recovery|trained|exempt\w*|failed|fails)\b|n['’]t\b/.test(
          negationsThatDemand(text),
        )
      )
        return undefined;
      if (ofCustomers.test(text))
        return /\b(?:may|can|choose|on request)\b/.test(text)
          ? undefined
          : { value: 1, words: factor[0], of: 'customers' };
      if (onlySome.test(text)) return undefined;
      if (codeHosting.test(text)) return { value: 1, words: factor[0], of: 'code' };
      return everyone.test(text) ||
        /^(?:mfa|2fa|multi-?factor authentication|two-?factor authentication|a second factor)(?: \([a-z0-9]+\))? (?:is|must be|shall be) (?:mandatory|required|enforced|obligatory|compulsory)(?: everywhere| at all times| company-?wide)?\W*$/.test(
          text,
        )
        ? { value: 1, words: factor[0], of: '' }
        : undefined;
    },
  },
];

const neverShort = /\b(?:at least|minimum|no fewer|no less|not be shorter|or longer|or more)\b/;

/** "No one signs in without a second factor" demands one. */
const negationsThatDemand = (text: string): string =>
  /\b(?:nobody|no one|no (?:user|employee|account|access|person))\b[^.;]{0,60}\bwithout\b|\b(?:can(?:not| not)|can['’]t|may not|must not|is not|are not)\b[^.;]{0,60}\bwithout\b/.test(
    text,
  )
    ? text.replace(/\b(?:not|without|can['’]t)\b/g, '')
    : text;
