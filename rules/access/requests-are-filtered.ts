import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'requests-are-filtered',
  title: 'A web application firewall stands before what the internet may ask',
  severity: 'low',
  criteria: {
    'CC6.6': 'Requests that look like an attack are refused at the boundary.',
    'CC6.8': 'Known ways to bring code into an application are stopped before it sees them.',
  },
  do: 'Attach a web ACL or a firewall policy to the load balancer, distribution or gateway.',
  equivalents: {
    checkov: [
      'CKV2_AWS_29',
      'CKV2_AWS_28',
      'CKV_AWS_68',
      'CKV_AZURE_120',
      'CKV_AZURE_121',
      'CKV_AZURE_122',
      'CKV_AZURE_123',
    ],
    trivy: ['AVD-AWS-0011'],
    kics: [
      'a186e82c-1078-4a7b-85d8-579561fde884',
      '0afa6ab8-a047-48cf-be07-93a2f8c34cf7',
      '1419b4c6-6d5c-4534-9cf6-6a5266085333',
      '2e48d91c-50e4-45c8-9312-27b625868a72',
      '835a4f2f-df43-437d-9943-545ccfc55961',
    ],
  },
  on: on('traffic-entry'),
  check: ({ name, traits: { filtered } }) =>
    expect(filtered, (on) => on, `${name} takes requests that no firewall has looked at.`),
});
