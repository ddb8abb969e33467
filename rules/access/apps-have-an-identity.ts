import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'apps-have-an-identity',
  title: 'Hosted applications have an identity of their own',
  severity: 'low',
  criteria: {
    'CC6.1': 'The application shows the other services who it is, without a password that has to be kept somewhere.',
    'CC6.3': 'What the application may do is granted to it by name and can be taken away alone.',
  },
  do: 'Give the application an identity block, and grant that identity what it needs instead of handing it keys.',
  equivalents: { checkov: ['CKV_AZURE_16', 'CKV_AZURE_71'] },
  on: on('hosted-app'),
  check: ({ name, traits: { hasIdentity } }) =>
    expect(hasIdentity, (has) => has, `${name} has no identity of its own at the cloud.`),
});
