import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'apps-name-the-sites-they-trust',
  title: 'Hosted applications name the sites whose pages may read their answers',
  severity: 'low',
  criteria: {
    'CC6.6': 'A page of a stranger that a user happens to open can’t read the application with that user’s browser.',
  },
  do: 'List the origins that belong to the system in allowed_origins, in place of "*".',
  equivalents: { checkov: ['CKV_AZURE_57'] },
  on: on('hosted-app'),
  check: ({ name, traits: { everySiteTrusted } }) =>
    expect(everySiteTrusted, (all) => !all, `${name} lets the pages of every site read its answers.`, {
      label: 'every origin',
    }),
});
