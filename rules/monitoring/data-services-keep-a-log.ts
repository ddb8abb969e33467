import { notApplicable } from '../../src/model/fact.ts';
import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'data-services-keep-a-log',
  title: 'Databases and brokers send their logs where logs are kept',
  severity: 'low',
  criteria: {
    'CC7.2': 'Errors, sign-ins and slow or strange requests can be watched outside of the machine they happen on.',
    'CC7.3': 'After an incident there is a record of what went on in the data store.',
  },
  do: 'Export the logs of the engine: enabled_cloudwatch_logs_exports, logging, log_publishing_options, logging_info, by the service; an auditing policy for SQL servers.',
  aspects: {
    logs: {
      checkov: ['CKV_AWS_129', 'CKV_AWS_324', 'CKV_AWS_71', 'CKV_AWS_84', 'CKV_AWS_85', 'CKV_AWS_48', 'CKV_AWS_80'],
      trivy: ['AVD-AWS-0020', 'AVD-AWS-0042', 'AVD-AWS-0071', 'AVD-AWS-0074'],
      kics: [
        '8d7f7b8c-6c7c-40f8-baa6-62006c6c7b56',
        '15ffbacc-fa42-4f6f-a57d-2feac7365caa',
        'acb6b4e2-a086-4f35-aefd-4db6ea51ada2',
        '56f6a008-1b14-4af4-b9b2-ab7cf7e27641',
        '31245f98-a6a9-4182-9fc1-45482b9d030a',
        '2f56b7ab-7fba-4e93-82f0-247e5ddeb239',
      ],
    },
    audit: {
      // CKV_AZURE_24 asks for an audit and for the days that it is kept: records-are-kept asks for those.
      checkov: [
        'CKV_AWS_101',
        'CKV_AWS_104',
        'CKV_AWS_317',
        'CKV_AWS_325',
        'CKV_GCP_110',
        'CKV_AZURE_23',
        'CKV_AZURE_24',
      ],
      trivy: ['AVD-AWS-0075', 'AVD-AZU-0027'],
      kics: [
        '45cff7b6-3b80-40c1-ba7b-2cf480678bb8',
        'f7e296b0-6660-4bc5-8f87-22ac4a815edf',
        '609839ae-bd81-4375-9910-5bce72ae7b92',
      ],
    },
  },
  on: on('database', 'message-queue'),
  check: (subject) => ({
    logs: expect(subject.traits.activityLogged, (on) => on, `${subject.name} keeps its logs to itself, or keeps none.`),
    audit:
      'accessAudited' in subject.traits
        ? expect(subject.traits.accessAudited, (on) => on, `${subject.name} does not log who read and changed what.`)
        : notApplicable('it hands messages on and is not asked for records'),
  }),
});
