import { defineKind, trait } from '../kind.ts';
import type { Fact, FactList } from '../fact.ts';

export const packageInstalls = defineKind({
  name: 'package-installs',
  about: 'How a package manager installs what a project depends on: its lock file and its settings beside it.',
  plural: 'installs of packages',
  inventory: false,
  traits: {
    manager: trait<string>('The package manager in words: npm, pnpm, Yarn, uv.'),
    anyScriptRuns: trait<Fact<boolean>>(
      'Whether a package may run a script when it is installed without being chosen for that.',
    ),
    newestAfterDays: trait<Fact<number>>(
      'How many days a release has to be out before it is installed, where that is written.',
    ),
    foreignSourcesAllowed: trait<Fact<boolean>>(
      'Whether packages of packages may come from git or from addresses outside of a registry, where that is written.',
    ),
    checksumsIgnored: trait<Fact<boolean>>(
      'Whether a package that differs from its checksum is installed all the same.',
    ),
    unverified: trait<FactList<string>>('Packages of the lock file that come unencrypted or without a checksum.'),
  },
});
