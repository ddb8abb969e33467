import { defineKind, trait } from '../kind.ts';
import type { Fact, FactList } from '../fact.ts';

export const packageSource = defineKind({
  name: 'package-source',
  about: "A package manager's settings that stand in the repository: where packages come from and what they may do.",
  plural: 'package manager settings',
  inventory: false,
  traits: {
    registries: trait<FactList<string>>('The addresses that packages are fetched from.'),
    certificatesChecked: trait<Fact<boolean>>("Whether the registry's certificate is checked."),
    mixedWithPublic: trait<Fact<boolean>>(
      'Whether a package of one’s own may come from a public registry instead, as several are asked and any may answer.',
    ),
    writtenCredentials: trait<FactList<string>>(
      'Credentials for registries that are written out instead of taken from a secret.',
    ),
  },
});
