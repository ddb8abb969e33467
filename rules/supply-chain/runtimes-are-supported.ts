import { isApplicable } from '../../src/model/fact.ts';
import { expect, having, rule, unknown } from '../../src/rule/rule.ts';

export default rule({
  id: 'runtimes-are-supported',
  title: 'Functions and clusters run on supported versions',
  severity: 'medium',
  criteria: {
    'CC7.1': 'Weaknesses of the runtime are still found and mended by whoever provides it.',
    'CC6.8': 'Holes that are public and stay open can’t be used to run foreign code.',
  },
  do: 'Move the function to a runtime, the cluster to a version, that still gets security fixes.',
  equivalents: { checkov: ['CKV_AWS_363', 'CKV_AWS_339'] },
  on: having('supportedUntil'),
  check: ({ name, traits: { supportedUntil } }, { asOf }) => {
    if (!isApplicable(supportedUntil)) return supportedUntil;
    if (!asOf.known) return unknown(asOf.reason, supportedUntil.at);
    if (supportedUntil.known && !supportedUntil.value.final && supportedUntil.value.day < asOf.value)
      return unknown(
        {
          code: 'not-in-repository',
          subject: 'the end of the version',
          settledBy: `the list of versions that the service publishes: ${supportedUntil.value.day} was announced`,
        },
        supportedUntil.at,
      );
    return expect(
      supportedUntil,
      ({ day }) => day >= asOf.value,
      ({ day }) => `${name} runs on a version without security fixes since ${day}.`,
    );
  },
});
