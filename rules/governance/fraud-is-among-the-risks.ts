import { notApplicable } from '../../src/model/fact.ts';
import { fail, on, pass, rule } from '../../src/rule/rule.ts';

const fraud =
  /\b(?:fraud\w*|(?:theft|stealing) (?:by|of) (?:\w+ )?(?:money|funds|cash|payments?|assets|employees?|staff|insiders?|contractors?)|embezzl\w*|brib\w*|corruption|collusion|insiders?|misappropriat\w*|falsif\w*|misuse|sabotage|management override)\b/i;

export default rule({
  id: 'fraud-is-among-the-risks',
  title: 'The register of risks thinks of fraud',
  severity: 'low',
  criteria: {
    'CC3.3': 'Somebody asked how the company could be cheated, from inside or outside, and wrote the risk down.',
  },
  do: 'Ask who could gain from cheating, by which access, and add the risk with an owner and an answer, even where it is small.',
  shows: 'document',
  on: on('record'),
  check: ({ at, traits: { recorded, written: entries } }) => {
    if (recorded !== 'risk-register') return notApplicable('it is not a register of risks');
    if (entries.length === 0) return notApplicable('it has no entries');
    const found = entries.find(({ cells }) => Object.values(cells).some(({ text }) => fraud.test(text)));
    if (found) return pass(found.at);
    return fail(`None of the ${entries.length} risks is about fraud.`, at, { label: 'no risk of fraud' });
  },
});
