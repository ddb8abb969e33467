import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'apps-record-their-faults',
  title: 'Hosted applications keep what is known about requests that failed',
  severity: 'low',
  criteria: {
    'CC7.2': 'Requests that fail are how probing and broken releases show first, and they leave a trace to look at.',
    'CC7.3': 'Whoever looks into an incident finds which step of a request failed and with what error.',
  },
  do: 'In the block logs of the application, set detailed_error_messages and failed_request_tracing to true.',
  aspects: {
    errors: { checkov: ['CKV_AZURE_65'] },
    traces: { checkov: ['CKV_AZURE_66'] },
  },
  on: on('hosted-app'),
  check: ({ name, traits: { errorsKept, failuresTraced } }) => ({
    errors: expect(errorsKept, (on) => on, `${name} doesn't keep the pages of its errors.`, {
      label: 'detailed errors',
    }),
    traces: expect(failuresTraced, (on) => on, `${name} doesn't trace requests that fail.`, {
      label: 'traces of failed requests',
    }),
  }),
});
