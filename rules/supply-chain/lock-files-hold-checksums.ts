import { isApplicable } from '../../src/model/fact.ts';
import { expect, fail, on, pass, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'lock-files-hold-checksums',
  title: 'What a lock file names comes encrypted and is compared with its checksum',
  severity: 'medium',
  criteria: {
    'CC6.8': 'A package that was exchanged on its way or in its registry is noticed before it is installed.',
    'CC8.1': 'What is installed is what was reviewed and tested, byte for byte.',
  },
  do: 'Let the package manager write the lock file anew from a registry over https; leave checks of checksums on.',
  aspects: { entries: {}, checks: {} },
  on: on('package-installs'),
  check: ({ at, traits: { manager, unverified, checksumsIgnored } }) => {
    const bad = isApplicable(unverified) ? unverified.items.flatMap((item) => (item.known ? [item] : [])) : [];
    const [first] = bad;
    const more = bad.length > 1 ? ` (and ${bad.length - 1} more)` : '';
    return {
      entries: first
        ? fail(`A package of the lock file ${first.value.replace(/^(\S+) (.*)$/, '$2: $1')}${more}.`, first.at, {
            label: 'can be exchanged unnoticed',
          })
        : pass(at),
      checks: expect(checksumsIgnored, (off) => !off, `${manager} installs packages here whatever their checksum.`, {
        label: 'checksums are not compared',
      }),
    };
  },
});
