import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'webhooks-are-protected',
  title: 'Webhooks are encrypted and signed',
  severity: 'medium',
  criteria: {
    'CC6.7': 'What a repository tells other systems goes over an encrypted connection to the one that is meant.',
    'CC6.6': 'The system that is called can tell calls of the forge from calls of anybody else.',
  },
  do: 'Use an https address, leave insecure_ssl false, and set a secret that the receiver checks.',
  aspects: {
    encrypted: {},
    certificate: { checkov: ['CKV_GIT_2'] },
    signed: { scorecard: ['webhooksUseSecrets'] },
  },
  on: on('webhook'),
  check: ({ name, traits: { url, certificateChecked, signed } }) => ({
    encrypted: expect(url, (text) => !/^http:/i.test(text), `${name} calls an address that is not encrypted.`, {
      label: 'not https',
    }),
    certificate: expect(certificateChecked, (is) => is, `${name} does not check who it talks to.`, {
      label: 'no certificate check',
    }),
    signed: expect(signed, (is) => is, `${name} has no secret, so anyone can call in its name.`, {
      label: 'no secret',
    }),
  }),
});
