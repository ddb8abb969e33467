import { defineKind, trait } from '../kind.ts';
import type { Fact } from '../fact.ts';
import type { FilePlace } from '../place.ts';

export const dependencyManifest = defineKind({
  name: 'dependency-manifest',
  about: 'A file that names dependencies: package.json, go.mod, a Dockerfile, the workflows of a repository.',
  plural: 'dependency manifests',
  inventory: false,
  traits: {
    ecosystem: trait<string>("By Dependabot's names: `npm`, `gomod`, `github-actions`."),
    folder: trait<string>("The folder it stands for, `''` for the root."),
    hasLockfile: trait<Fact<boolean>>('Whether the exact versions are committed beside it or above it.'),
    movingSources: trait<readonly { what: string; at: FilePlace }[]>(
      'Dependencies taken from a repository by a branch, or by nothing that says which state of it.',
    ),
    lockfiles: trait<readonly string[]>('The names a lock file may have here.'),
  },
});
