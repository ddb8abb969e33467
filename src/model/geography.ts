/** Where something stands: its name, and every place that it lies in, the narrowest first, in the words of `places`. */
export interface Region {
  name: string;
  within: readonly string[];
}

// https://european-union.europa.eu/principles-countries-history/eu-countries_en and https://www.efta.int/eea: facts of the map.
const eu = 'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(' ');
const eea = [...eu, 'IS', 'LI', 'NO'];
const europe = [...eea, 'GB', 'CH'];
const asiaPacific = 'AU HK ID IN JP KR MY NZ SG TH TW'.split(' ');
const areas: readonly [string, readonly string[]][] = [
  ['EU', eu],
  ['EEA', eea],
  ['Europe', europe],
  ['North America', ['CA', 'MX', 'US']],
  ['Asia-Pacific', asiaPacific],
];

/** The areas that a country lies in, the narrowest first. */
export const areasOf = (country: string): string[] =>
  areas.flatMap(([area, countries]) => (countries.includes(country) ? [area] : []));

/** Whether a place lies in another one by these names alone: `DE` in `EU`. */
export const liesIn = (place: string, other: string): boolean =>
  areasOf(place).includes(other) || areas.some(([area, countries]) => area === place && countriesIn(other, countries));

const countriesIn = (area: string, countries: readonly string[]): boolean => {
  const wider = areas.find(([name]) => name === area)?.[1];
  return wider !== undefined && wider.length > countries.length && countries.every((one) => wider.includes(one));
};
