import { defineKind, trait } from '../kind.ts';
import type { Fact } from '../fact.ts';

export const dependencyReview = defineKind({
  name: 'dependency-review',
  about: 'A step that looks at the dependencies which a change brings in, with its settings.',
  plural: 'reviews of dependencies',
  inventory: false,
  traits: {
    refuses: trait<Fact<boolean>>('Whether what it finds fails the step, and is not only told.'),
    looksForVulnerabilities: trait<Fact<boolean>>('Whether known vulnerabilities are looked for.'),
    looksAtLicences: trait<Fact<boolean>>('Whether licences are held against a list.'),
  },
});
