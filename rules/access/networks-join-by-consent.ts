import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'networks-join-by-consent',
  title: 'Networks of others are joined by consent only',
  severity: 'medium',
  criteria: {
    'CC6.6': 'Nobody outside of the account reaches its networks before someone has agreed to it.',
    'CC8.1': 'A new way between networks is an approved change and not a side effect.',
  },
  do: 'Leave auto_accept_shared_attachments at "disable", and accept attachments one by one.',
  equivalents: { checkov: ['CKV_AWS_331'] },
  on: on('network-hub'),
  check: ({ name, traits: { joinsUnasked } }) =>
    expect(joinsUnasked, (on) => !on, `${name} joins networks of other accounts by itself.`),
});
