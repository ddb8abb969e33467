import { liesIn } from '../../../model/geography.ts';
import { cities, countryOfCity, regionNamed, regionNames } from '../../regions.ts';
import type { Reader } from './sentence.ts';

const places: readonly [RegExp, string][] = [
  [/\b(?:EU|European Union)\b/, 'EU'],
  [/\b(?:EEA|European Economic Area)\b/, 'EEA'],
  [/\bEurope\b/, 'Europe'],
  [/\b(?:US|U\.S\.|USA|U\.S\.A\.|United States(?: of America)?)(?![\w-])/, 'US'],
  [/\b(?:UK|U\.K\.|United Kingdom|Great Britain)(?![\w-])/, 'GB'],
  [/\bNorth America\b/, 'North America'],
  [/\b(?:Asia-Pacific|APAC)\b/, 'Asia-Pacific'],
  ...Object.entries({
    Germany: 'DE',
    France: 'FR',
    Ireland: 'IE',
    Netherlands: 'NL',
    Sweden: 'SE',
    Finland: 'FI',
    Belgium: 'BE',
    Poland: 'PL',
    Italy: 'IT',
    Spain: 'ES',
    Austria: 'AT',
    Denmark: 'DK',
    Norway: 'NO',
    Switzerland: 'CH',
    Canada: 'CA',
    Australia: 'AU',
    India: 'IN',
    Japan: 'JP',
    Singapore: 'SG',
    Brazil: 'BR',
    Israel: 'IL',
    'South Africa': 'ZA',
    'New Zealand': 'NZ',
    'South Korea': 'KR',
  }).map(([name, code]): [RegExp, string] => [new RegExp(`\\b${name}\\b`), code]),
  ...[...cities]
    .filter((city) => city.length > 3)
    .map((city): [RegExp, string] => [
      new RegExp(
        `\\b${city
          .split('-')
          .map((word) => word[0]!.toUpperCase() + word.slice(1))
          .join('[ -]')}\\b`,
      ),
      city,
    ]),
];
const regions = new RegExp(
  `(?<![\\w-])(?:${[...regionNames].sort((a, b) => b.length - a.length).join('|')})(?![\\w-])`,
  'gi',
);
// Azure's regions as people write them: "West Europe".
const azure =
  /\b(?:West|North) Europe\b|\b(?:East|West|Central|North Central|South Central) US(?: [23])?\b|\b(?:UK|Germany|France|Sweden|Switzerland|Norway|Poland|Italy|Spain|Canada|Australia|Japan) (?:South|West|North|East|Central|West Central)\b/g;

// Most sentences name no place at all.
const anyPlace = new RegExp(places.map(([pattern]) => pattern.source).join('|'));

const holdsData =
  /\b(?:data|information|records?|back-?ups?|content|databases?|buckets?|files|workloads?|infrastructure|systems?|services?|servers?|environments?|platform|storage|pii|documents|resources|application)\b/;
const standsThere =
  /\b(?:stor(?:ed|es?|age)|kept|keep|host(?:ed|s)?|resid\w+|remains?|stays?|stay|held|process(?:ed|es|ing)?|located|location|maintained|runs?|running|lives?|leaves?|leave|deployed|transferred|moved|copied|replicated|regions?|exported|confined|restricted|limited)\b/;
const beyond = /\b(?:leaves?|leave|outside|beyond|elsewhere|other than|other (?:regions?|countr(?:y|ies)))\b/;
const negated = /\b(?:not|never|no|none|nothing|neither|without|cannot)\b|n['’]t\b/;
// Whose data it is, or where people and courts are, says nothing of where all data is.
const otherwise =
  /\b(?:(?:eu|european|us|american|german|uk|british|canadian|australian|swiss) (?:data|customers?|clients?|users?|residents?|citizens?|persons?|individuals|data subjects?|tenants?|employees|entit\w+|law|privacy|representative)|(?:customers?|clients?|users?|tenants?|residents?|data subjects?|individuals|people|employees|staff|offices?|personnel) (?:who\b|that\b|(?:are |is )?(?:located |based |living )?(?:in|from)\b)|courts?|headquarters?|headquartered|offices|incorporated|registered|jurisdiction|applicable law|governed|dollars|(?:support|engineering) team|penetration|adequacy|standard contractual|certif\w+|for (?:customers?|clients?|users?|tenants?)|edge|cdn|dns|each region|regional|competent|travel\w*)\b/;

export const residency: readonly Reader[] = [
  {
    topic: 'data-region',
    ours: true,
    read: ({ text, written }) => {
      if (!anyPlace.test(written) && written.search(regions) < 0) return undefined;
      if (!holdsData.test(text) || !standsThere.test(text) || otherwise.test(text)) return undefined;
      const named = placesIn(written);
      if (named.codes.length === 0) return undefined;
      // "Never outside the EU" is in it; "not in the US" says nothing of where; "also outside the EU" leaves it open.
      if (negated.test(text) !== beyond.test(text)) return undefined;
      if (/\b(?:may|can) (?:also )?be\b/.test(text) && !negated.test(text)) return undefined;
      const backups = /\b(?:back-?ups?|snapshots?|copies|replicas?)\b/.test(text);
      const others = backups && /\b(?:data|systems|databases) and\b|\bincluding\b/.test(text);
      const owned =
        /\b(customer|client|personal|user|confidential|production|health|payment)s?['’]?s? (?:data|information|content|records)\b/.exec(
          text,
        );
      return {
        value: 1,
        words: named.words,
        places: named.codes,
        of:
          backups && !others
            ? 'backups'
            : owned && !/\ball (?:other |our )?(?:data|systems|services)\b/.test(text)
              ? owned[0]
              : '',
      };
    },
  },
];

/** The places that a sentence names, without those that only say where another one of them is: "the EU (Frankfurt)". */
function placesIn(written: string): { codes: string[]; words: string } {
  const exact = [...written.matchAll(regions), ...written.matchAll(azure)].flatMap(([words]) => {
    const region = regionNamed(words);
    return region ? [{ code: region.within[0]!, words, within: region.within }] : [];
  });
  const rest = written.replace(regions, ' ').replace(azure, ' ');
  const named = places.flatMap(([pattern, code]) => {
    const match = pattern.exec(rest);
    const country = match && countryOfCity(code);
    return match ? [{ code, words: match[0], within: country ? [country] : [code] }] : [];
  });
  const all = [...exact, ...named];
  const isWider = (code: string) =>
    all.some((other) => other.code !== code && other.within.some((one) => one === code || liesIn(one, code)));
  const kept = all.filter(({ code }) => !isWider(code));
  return { codes: kept.map(({ code }) => code), words: kept[0]?.words ?? '' };
}
