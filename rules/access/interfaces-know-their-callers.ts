import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'interfaces-know-their-callers',
  title: 'Interfaces ask who calls before they do any work',
  // Many applications ask by themselves, which the code of the platform doesn't show.
  severity: 'low',
  criteria: {
    'CC6.1': 'Only callers that show who they are get to what is behind the interface.',
    'CC6.6': 'The platform turns strangers away before any code of the application runs.',
  },
  do: 'Ask for an authorizer or signed requests, or accept it with the reason why everyone may call.',
  equivalents: {
    checkov: ['CKV_AWS_59', 'CKV_AWS_309', 'CKV_AWS_258', 'CKV_AWS_301', 'CKV_GCP_102', 'CKV_GCP_107', 'CKV_AZURE_13'],
    trivy: ['AVD-AWS-0004'],
    kics: [
      'e08ed7eb-f3ef-494d-9d22-2e3db756a347',
      '15ccec05-5476-4890-ad19-53991eba1db8',
      '0a96ce49-4163-4ee6-8169-eb3b0797d694',
    ],
  },
  on: on('api-entry'),
  check: ({ name, traits: { asksWhoCalls } }) => expect(asksWhoCalls, (asks) => asks, `${name} answers whoever calls.`),
});
