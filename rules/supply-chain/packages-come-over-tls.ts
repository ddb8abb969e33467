import { anyItem, isApplicable } from '../../src/model/fact.ts';
import { expect, on, rule } from '../../src/rule/rule.ts';

// A registry on the same machine needs no encryption.
const isPlain = (address: string) => /^http:\/\/(?!localhost|127\.|\[::1\])/i.test(address);

export default rule({
  id: 'packages-come-over-tls',
  title: 'Packages come over encrypted connections',
  severity: 'medium',
  criteria: {
    'CC6.7': 'Packages, and the credentials for them, can not be read or exchanged on their way.',
    'CC6.8': 'What is installed comes from the registry that is named, and not from whoever is in between.',
  },
  do: 'Use https addresses, and leave certificate checks on (strict-ssl, no trusted-host).',
  aspects: { encrypted: {}, certificate: {} },
  on: on('package-source'),
  check: ({ name, traits: { registries, certificatesChecked } }) => ({
    encrypted: isApplicable(registries)
      ? registries.items.length === 0
        ? []
        : expect(
            anyItem(registries, isPlain),
            (plain) => !plain,
            `${name} takes packages over a connection without TLS.`,
            {
              label: 'not https',
            },
          )
      : registries,
    certificate: expect(certificatesChecked, (is) => is, `${name} takes packages from whoever answers.`, {
      label: 'no certificate check',
    }),
  }),
});
