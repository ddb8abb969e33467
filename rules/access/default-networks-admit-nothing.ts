import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'default-networks-admit-nothing',
  title: 'What lands in a default network or group is not let through',
  severity: 'medium',
  criteria: {
    'CC6.1':
      'A machine that nobody assigned to a group reaches nothing and is reached by nothing until someone decides.',
    'CC6.6': 'No way through the boundary exists that nobody has written down.',
  },
  do: 'Leave the default security group without rules, and create projects with auto_create_network = false.',
  equivalents: {
    checkov: ['CKV_GCP_27'],
    trivy: ['AVD-AWS-0173', 'AVD-GCP-0010'],
    kics: ['46883ce1-dc3e-4b17-9195-c6a601624c73', '59571246-3f62-4965-a96f-c7d97e269351'],
  },
  on: on('default-network'),
  check: ({ name, traits: { admitsByDefault } }) =>
    expect(admitsByDefault, (open) => !open, `${name} lets traffic through for whatever lands in it by default.`),
});
