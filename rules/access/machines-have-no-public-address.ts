import { expect, having, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'machines-have-no-public-address',
  title: 'Machines have no address of the internet',
  severity: 'low',
  criteria: {
    'CC6.1': 'What has no address outside can’t be asked for a login from outside.',
    'CC6.6': 'Traffic from outside passes a load balancer or a gateway, where it can be looked at.',
  },
  do: 'Leave the public address out, and put a load balancer, a NAT gateway or a bastion in between.',
  equivalents: {
    checkov: ['CKV_AWS_389', 'CKV_AWS_333', 'CKV_AWS_88', 'CKV_AZURE_119', 'CKV_GCP_40'],
    trivy: ['AVD-AWS-0009', 'AVD-GCP-0031'],
    kics: ['5a2486aa-facf-477d-a5c1-b010789459ce'],
  },
  on: having('hasPublicAddress'),
  check: ({ name, traits: { hasPublicAddress } }) =>
    expect(hasPublicAddress, (has) => !has, `${name} is given an address of the internet.`),
});
