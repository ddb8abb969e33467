import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'requests-are-logged',
  title: 'Requests are recorded where they enter and where objects and secrets are kept',
  severity: 'low',
  criteria: {
    'CC7.2': 'Probing, floods and misuse show in the record of requests.',
    'CC7.3': 'After an incident the record says what was asked for, from where and when.',
  },
  do: 'Switch access logs on at the load balancer, distribution or stage, add a diagnostic setting to a vault, and send them to a place that is kept.',
  equivalents: {
    checkov: [
      'CKV_AWS_18',
      'CKV_AWS_91',
      'CKV_AWS_92',
      'CKV_AWS_86',
      'CKV_AWS_76',
      'CKV_AWS_95',
      'CKV_AZURE_63',
      'CKV_AZURE_33',
      'CKV_GCP_62',
    ],
    trivy: ['AVD-AWS-0089', 'AVD-AWS-0010', 'AVD-AWS-0001', 'AVD-GCP-0077', 'AVD-AZU-0009'],
    kics: [
      'd6cabc3a-d57e-48c2-b341-bf3dd4f4a120',
      'f861041c-8c9f-4156-acfc-5e6e524f5884',
      '20018359-6fd7-4d05-ab26-d4dffccbdf79',
      '94690d79-b3b0-43de-b656-84ebef5753e5',
      '1b6799eb-4a7a-4b04-9001-8cceb9999326',
      '38c71c00-c177-4cd7-8d36-cd1007cdb190',
    ],
  },
  on: on('traffic-entry', 'object-storage', 'secret-store'),
  check: ({ name, traits: { accessLogged } }) =>
    expect(accessLogged, (on) => on, `${name} keeps no record of requests.`),
});
