import { defineKind, trait } from '../kind.ts';
import type { Fact } from '../fact.ts';

export const hostedRepository = defineKind({
  name: 'hosted-repository',
  about: 'A repository on a forge, as settings kept as code declare it: this one, or another.',
  plural: 'hosted repositories',
  inventory: true,
  traits: {
    archived: trait<Fact<boolean>>('Whether it is read-only.'),
    public: trait<Fact<boolean>>('Whether anyone can read it.'),
    vulnerabilityAlerts: trait<Fact<boolean>>('Whether the forge tells of known vulnerabilities in its dependencies.'),
    secretScanning: trait<Fact<boolean>>('Whether pushed secrets are looked for.'),
    pushProtection: trait<Fact<boolean>>('Whether a push that holds a secret is refused.'),
    hasBranchRules: trait<Fact<boolean>>('Whether rules for its branches are declared beside it.'),
  },
});
