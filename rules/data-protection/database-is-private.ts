import { isKnown, notApplicable } from '../../src/model/fact.ts';
import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'database-is-private',
  title: 'Databases are not on the internet',
  severity: 'high',
  criteria: {
    'CC6.1': 'Only systems inside of the network can try to sign in, whatever happens to a password.',
    'CC6.6': 'The border of the network stands in front of the data, not behind it.',
    'C1.1': 'Confidential records can’t be asked for from outside.',
  },
  do: 'Take the public address away (publicly_accessible, public_network_access_enabled or ipv4_enabled = false), or name the networks that may connect.',
  aspects: {
    address: {
      checkov: [
        'CKV_AWS_17',
        'CKV_AWS_87',
        'CKV_AWS_89',
        'CKV_AWS_137',
        'CKV_AZURE_53',
        'CKV_AZURE_68',
        'CKV_AZURE_89',
        'CKV_AZURE_101',
        'CKV_AZURE_113',
        'CKV_GCP_60',
      ],
      trivy: ['AVD-AWS-0180', 'AVD-AZU-0022'],
      kics: [
        '35113e6f-2c6b-414d-beec-7a9482d3b2d1',
        'af173fde-95ea-4584-b904-bb3923ac4bda',
        '030d3b18-1821-45b4-9e08-50efbe7becbb',
        'ade36cf4-329f-4830-a83d-9db72c800507',
      ],
    },
    networks: {
      checkov: ['CKV_AZURE_11', 'CKV_AZURE_99', 'CKV_GCP_11'],
      trivy: ['AVD-AZU-0029', 'AVD-GCP-0017'],
      kics: [
        'b187edca-b81e-4fdc-aff4-aab57db45edb',
        'c2a3efb6-8a58-481c-82f2-bfddf34bb4b7',
        'd7ba74da-2da0-4d4b-83c8-2fd72a3f6c28',
      ],
    },
    cloud: { checkov: ['CKV2_AZURE_34'] },
  },
  on: on('database'),
  check: ({ name, traits: { publiclyReachable, openNetwork, openToWholeCloud } }) => ({
    // Where a firewall of its own admits nobody but those it names, the address alone is a smaller matter.
    address:
      isKnown(openNetwork, false) && !isKnown(publiclyReachable, false)
        ? notApplicable('its own firewall doesn’t let everyone in, and the address is judged by itself')
        : expect(publiclyReachable, (on) => !on, `${name} has an address that the internet reaches.`, {
            label: 'a public address',
          }),
    networks: expect(openNetwork, (on) => !on, `${name} has a firewall that lets every network in.`, {
      label: 'open to every network',
    }),
    cloud: expect(openToWholeCloud, (on) => !on, `${name} lets in every address of its cloud, other customers’ too.`, {
      label: 'open to the whole cloud',
      do: 'Name the addresses or networks of your own services, or connect them privately.',
    }),
  }),
});
