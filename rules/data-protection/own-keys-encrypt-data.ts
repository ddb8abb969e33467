import { isApplicable, isKnown, notApplicable } from '../../src/model/fact.ts';
import { expect, having, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'own-keys-encrypt-data',
  title: 'Data is encrypted with keys of the customer’s own',
  severity: 'low',
  criteria: {
    'CC6.1': 'Access to the data needs a second permission, on the key, that is granted and logged apart.',
    'C1.2': 'Data can be made unreadable for good by destroying its key.',
  },
  do: 'Name a key of your own key service: kms_key_id, kms_master_key_id, customer_managed_key or kms_key_name, by the service.',
  equivalents: {
    checkov: [
      'CKV_AWS_119',
      'CKV_AWS_136',
      'CKV_AWS_173',
      'CKV_AWS_22',
      'CKV_AWS_98',
      'CKV_AWS_145',
      'CKV_AWS_149',
      'CKV_AWS_26',
      'CKV_AWS_158',
      'CKV_AWS_166',
      'CKV_AWS_183',
      'CKV_AWS_35',
      'CKV_AWS_58',
      'CKV2_AZURE_1',
      'CKV_AZURE_93',
      'CKV_GCP_37',
      'CKV_GCP_38',
      'CKV_GCP_80',
      'CKV_GCP_81',
      'CKV_GCP_83',
      'CKV_GCP_84',
      'CKV_GCP_85',
      'CKV_GCP_93',
    ],
    trivy: [
      'AVD-AWS-0015',
      'AVD-AWS-0017',
      'AVD-AWS-0025',
      'AVD-AWS-0033',
      'AVD-AWS-0039',
      'AVD-AWS-0098',
      'AVD-AWS-0132',
      'AVD-AZU-0060',
      'AVD-GCP-0033',
      'AVD-GCP-0034',
    ],
    kics: [
      '5d9e3164-9265-470c-9a10-57ae454ac0c7',
      '63ebcb19-2739-4d3f-aa5c-e8bbb9b85281',
      'b1d51728-7270-4991-ac2f-fc26e2695b38',
    ],
  },
  on: having('encryptedWithOwnKey'),
  check: ({ name, traits }) =>
    'encryptedAtRest' in traits && isApplicable(traits.encryptedAtRest) && !isKnown(traits.encryptedAtRest, true)
      ? notApplicable('whether it is encrypted at all comes first')
      : expect(traits.encryptedWithOwnKey, (on) => on, `${name} is not encrypted with a key of your own.`),
});
