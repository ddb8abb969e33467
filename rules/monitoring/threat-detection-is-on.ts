import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'threat-detection-is-on',
  title: 'Threat detection that is declared is switched on',
  severity: 'medium',
  criteria: {
    'CC6.8': 'Software that doesn’t belong there is noticed by what it does.',
    'CC7.1': 'A service that is kept up to date looks for signs that a weakness is being used.',
    'CC7.2': 'Signs of an attack are found while it lasts and not months later.',
  },
  do: 'Switch it on: enable = true for a detector, tier = "Standard" for a plan, auto_enable_organization_members for an organization, no disabled_alerts for a database server.',
  aspects: {
    watching: {
      checkov: [
        'CKV_AWS_238',
        'CKV_AZURE_19',
        'CKV_AZURE_55',
        'CKV_AZURE_61',
        'CKV_AZURE_69',
        'CKV_AZURE_84',
        'CKV_AZURE_87',
      ],
      trivy: ['AVD-AZU-0045'],
      kics: ['704dadd3-54fc-48ac-b6a0-02f170011473', '819d50fd-1cdf-45c3-9936-be408aaad93e'],
    },
    'new-accounts': { checkov: ['CKV2_AWS_3'] },
    'every-sign': { checkov: ['CKV_AZURE_25'], trivy: ['AVD-AZU-0028'] },
  },
  on: on('threat-detection'),
  check: ({ name, traits: { watching, watchesNewAccounts, leavesSignsOut } }) => ({
    watching: expect(watching, (on) => on, `${name} is switched off.`),
    'new-accounts': expect(watchesNewAccounts, (on) => on, `${name} leaves accounts out that join the organization.`),
    'every-sign': expect(leavesSignsOut, (out) => !out, `${name} leaves signs of attack out of what it looks for.`),
  }),
});
