import { expect, on, rule } from '../../src/rule/rule.ts';
import { isKnown, notApplicable } from '../../src/model/fact.ts';

export default rule({
  id: 'databases-are-reached-privately',
  title: 'Databases need no public address',
  // A firewall that names who may come stands in front of the data all the same.
  severity: 'low',
  criteria: {
    'CC6.1': 'One wrong rule in the firewall of a database doesn’t put its login before everyone.',
    'CC6.6': 'Traffic to the data stays inside of the border instead of crossing it and being filtered on arrival.',
  },
  do: 'Connect privately (a private endpoint, a private network), and take the public address away: public_network_access_enabled or ipv4_enabled = false.',
  equivalents: {
    checkov: ['CKV_AZURE_53', 'CKV_AZURE_68', 'CKV_AZURE_89', 'CKV_AZURE_101', 'CKV_AZURE_113', 'CKV_GCP_60'],
    trivy: ['AVD-AZU-0022'],
    kics: ['ade36cf4-329f-4830-a83d-9db72c800507'],
  },
  on: on('database'),
  check: ({ name, traits: { publiclyReachable, openNetwork } }) =>
    isKnown(openNetwork, false)
      ? expect(
          publiclyReachable,
          (on) => !on,
          `${name} has a public address, with only the rules of its own firewall before it.`,
          { label: 'a public address' },
        )
      : notApplicable('it has no closed firewall of its own: the address is judged with what is open'),
});
