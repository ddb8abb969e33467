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
      'CKV_AWS_337',
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
    ],
    trivy: [
      'AVD-AWS-0095',
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
      '0afbcfe9-d341-4b92-a64c-7e6de0543879',
      'a2f548f2-188c-4fff-b172-e9a6acb216bd',
      'b0d3ef3f-845d-4b1b-83d6-63a5a380375f',
      'ce089fd4-1406-47bd-8aad-c259772bb294',
      '28545147-2fc6-42d5-a1f9-cf226658e591',
      '0e32d561-4b5a-4664-a6e3-a3fa85649157',
      'f3674e0c-f6be-43fa-b71c-bf346d1aed99',
      '58b35504-0287-4154-bf69-02c0573deab8',
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
