import { isApplicable } from '../../src/model/fact.ts';
import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'lockfiles-are-committed',
  title: 'The exact versions of dependencies are committed',
  severity: 'medium',
  criteria: {
    'CC8.1':
      'What is delivered is what was tested: the same versions on every machine, changed by reviewed changes only.',
    'CC6.8': 'A new release of a package gets in when somebody takes it in, and not by itself at the next install.',
  },
  do: 'Commit the lock file that the package manager writes.',
  on: on('dependency-manifest'),
  check: ({ name, traits: { ecosystem, hasLockfile, lockfiles } }) => {
    if (!isApplicable(hasLockfile)) return hasLockfile;
    return expect(hasLockfile, (is) => is, `${name} (${ecosystem}) has no lock file: ${lockfiles.join(', ')}.`, {
      label: 'versions are open',
    });
  },
});
