import { fail, on, pass, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'policies-are-filled-in',
  title: 'Policies have no places left to fill in',
  severity: 'medium',
  criteria: {
    'CC5.3': 'A text without open places is one that was finished before it was put in force.',
    'CC2.2': 'Staff can follow what is written out, and not what a template leaves open.',
  },
  do: 'Fill in each place, or remove the sentence.',
  shows: 'document',
  on: on('policy-document'),
  check: ({ name, traits: { placeholders } }) => {
    const [first, ...rest] = placeholders;
    if (!first) return pass();
    const texts = [...new Set(placeholders.map(({ text }) => text))];
    const more = texts.length > 3 ? ` and ${texts.length - 3} more` : '';
    const count = placeholders.length === 1 ? 'a place' : `${placeholders.length} places`;
    return fail(`${name} has ${count} left to fill in: ${texts.slice(0, 3).join(', ')}${more}.`, first.at, {
      label: 'left to fill in',
      related: rest.slice(0, 20).map(({ text, at }) => ({ name: text, at })),
    });
  },
});
