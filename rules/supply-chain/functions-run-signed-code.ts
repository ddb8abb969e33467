import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'functions-run-signed-code',
  title: 'Functions take only signed code',
  severity: 'info',
  criteria: {
    'CC6.8': 'Code from an unknown publisher is refused when it is uploaded.',
    'CC8.1': 'Only what came out of the build that holds the signing profile is deployed.',
  },
  do: 'Name a code_signing_config_arn, and sign packages in the build.',
  equivalents: { checkov: ['CKV_AWS_272'] },
  on: on('serverless-function'),
  check: ({ name, traits: { codeSigned } }) =>
    expect(codeSigned, (on) => on, `${name} takes code without a signature.`),
});
