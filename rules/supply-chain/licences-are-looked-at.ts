import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'licences-are-looked-at',
  title: 'Licences of new dependencies are held against a list',
  severity: 'info',
  criteria: {
    'CC9.2': 'What is taken from others is taken under terms that the organization has agreed to.',
  },
  do: 'Name the licences in allow-licenses or deny-licenses.',
  on: on('dependency-review'),
  check: ({ name, traits: { looksAtLicences } }) =>
    expect(looksAtLicences, (is) => is, `${name} holds licences against no list.`, { label: 'any licence' }),
});
