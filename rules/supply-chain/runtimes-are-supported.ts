import { isApplicable } from '../../src/model/fact.ts';
import { expect, on, rule, unknown } from '../../src/rule/rule.ts';

export default rule({
  id: 'runtimes-are-supported',
  title: 'Functions run on supported runtimes',
  severity: 'medium',
  criteria: {
    'CC7.1': 'Weaknesses of the runtime are still found and mended by whoever provides it.',
    'CC6.8': 'Holes that are public and stay open can’t be used to run foreign code.',
  },
  do: 'Move the function to a runtime that still gets security fixes.',
  equivalents: { checkov: ['CKV_AWS_363'] },
  on: on('serverless-function'),
  check: ({ name, traits: { supportedUntil } }, { asOf }) => {
    if (!isApplicable(supportedUntil)) return supportedUntil;
    if (!asOf.known) return unknown(asOf.reason, supportedUntil.at);
    if (supportedUntil.known && !supportedUntil.value.final && supportedUntil.value.day < asOf.value)
      return unknown(
        {
          code: 'not-in-repository',
          subject: 'the end of the runtime',
          settledBy: `the list of runtimes that the service publishes: ${supportedUntil.value.day} was announced`,
        },
        supportedUntil.at,
      );
    return expect(
      supportedUntil,
      ({ day }) => day >= asOf.value,
      ({ day }) => `${name} runs on a runtime without security fixes since ${day}.`,
    );
  },
});
