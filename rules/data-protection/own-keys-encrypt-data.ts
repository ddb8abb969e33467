import { isApplicable, isKnown, notApplicable } from '../../src/model/fact.ts';
import { expect, having, rule, type Check } from '../../src/rule/rule.ts';

export default rule({
  id: 'own-keys-encrypt-data',
  title: 'Data is encrypted with keys of the customer’s own',
  severity: 'low',
  criteria: {
    'CC6.1': 'Access to the data needs a second permission, on the key, that is granted and logged apart.',
    'C1.2': 'Data can be made unreadable for good by destroying its key.',
  },
  do: 'Name a key of your own key service: kms_key_id, kms_master_key_id, customer_managed_key or kms_key_name, by the service.',
  // An aspect is a kind of thing that holds data.
  aspects: {
    'object-storage': { checkov: ['CKV_AWS_145', 'CKV2_AZURE_1'], trivy: ['AVD-AWS-0132', 'AVD-AZU-0060'] },
    database: {
      checkov: ['CKV_AWS_119', 'CKV_GCP_80', 'CKV_GCP_81', 'CKV_GCP_85', 'CKV_GCP_93'],
      trivy: ['AVD-AWS-0025'],
      kics: ['ce089fd4-1406-47bd-8aad-c259772bb294'],
    },
    disk: {
      checkov: ['CKV_AWS_98', 'CKV_AZURE_93', 'CKV_AZURE_117', 'CKV_GCP_37', 'CKV_GCP_38'],
      trivy: ['AVD-GCP-0033', 'AVD-GCP-0034'],
      kics: [
        'f3674e0c-f6be-43fa-b71c-bf346d1aed99',
        '58b35504-0287-4154-bf69-02c0573deab8',
        'b1d51728-7270-4991-ac2f-fc26e2695b38',
      ],
    },
    'file-share': {},
    'message-queue': {
      checkov: ['CKV_AWS_26', 'CKV_GCP_83'],
      trivy: ['AVD-AWS-0095'],
      kics: ['28545147-2fc6-42d5-a1f9-cf226658e591'],
    },
    'secret-store': {
      checkov: ['CKV_AWS_149', 'CKV_AWS_337'],
      trivy: ['AVD-AWS-0098'],
      kics: ['a2f548f2-188c-4fff-b172-e9a6acb216bd', 'b0d3ef3f-845d-4b1b-83d6-63a5a380375f'],
    },
    'log-group': { checkov: ['CKV_AWS_158'], trivy: ['AVD-AWS-0017'], kics: ['0afbcfe9-d341-4b92-a64c-7e6de0543879'] },
    'audit-log': { checkov: ['CKV_AWS_35'], trivy: ['AVD-AWS-0015'], kics: ['5d9e3164-9265-470c-9a10-57ae454ac0c7'] },
    'image-repository': {
      checkov: ['CKV_AWS_136', 'CKV_GCP_84'],
      trivy: ['AVD-AWS-0033'],
      kics: ['0e32d561-4b5a-4664-a6e3-a3fa85649157'],
    },
    'serverless-function': { checkov: ['CKV_AWS_173'] },
    notebook: { checkov: ['CKV_AWS_22'] },
    'kubernetes-cluster': {
      checkov: ['CKV_AWS_58'],
      trivy: ['AVD-AWS-0039'],
      kics: ['63ebcb19-2739-4d3f-aa5c-e8bbb9b85281'],
    },
    'backup-vault': { checkov: ['CKV_AWS_166'] },
    snapshot: { checkov: ['CKV_AWS_183'] },
  },
  on: having('encryptedWithOwnKey'),
  check: ({ kind, name, traits }) => {
    const judged =
      'encryptedAtRest' in traits && isApplicable(traits.encryptedAtRest) && !isKnown(traits.encryptedAtRest, true)
        ? notApplicable('whether it is encrypted at all comes first')
        : expect(traits.encryptedWithOwnKey, (on) => on, `${name} is not encrypted with a key of your own.`);
    const of = (aspect: typeof kind): Check =>
      aspect === kind ? judged : notApplicable('it is another kind of thing');
    return {
      'object-storage': of('object-storage'),
      database: of('database'),
      disk: of('disk'),
      'file-share': of('file-share'),
      'message-queue': of('message-queue'),
      'secret-store': of('secret-store'),
      'log-group': of('log-group'),
      'audit-log': of('audit-log'),
      'image-repository': of('image-repository'),
      'serverless-function': of('serverless-function'),
      notebook: of('notebook'),
      'kubernetes-cluster': of('kubernetes-cluster'),
      'backup-vault': of('backup-vault'),
      snapshot: of('snapshot'),
    };
  },
});
