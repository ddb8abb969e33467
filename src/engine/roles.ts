import type { Role } from '../model/subject.ts';

// Folder names that say what code is for, wherever they stand below the scanned root.
const byFolder: { readonly [folder: string]: Role } = {
  example: 'example',
  examples: 'example',
  sample: 'example',
  samples: 'example',
  demo: 'example',
  demos: 'example',
  test: 'test',
  tests: 'test',
  testdata: 'test',
  __tests__: 'test',
  fixtures: 'test',
  spec: 'test',
  specs: 'test',
  e2e: 'test',
  'test-fixtures': 'test',
  testfixtures: 'test',
  mocks: 'test',
  vendor: 'vendored',
  vendored: 'vendored',
  third_party: 'vendored',
  'third-party': 'vendored',
  node_modules: 'vendored',
  '.terraform': 'vendored',
};

/** A role that the config gives to paths. The last one that matches decides. */
export interface RoleRule {
  matches(path: string): boolean;
  role: Role;
}

/** The role of a path, relative to the scanned root: by the config, else by the names of its folders. */
export function roleOf(path: string, rules: readonly RoleRule[] = []): Role {
  const configured = rules.findLast((rule) => rule.matches(path));
  if (configured) return configured.role;
  const folders = path.split('/');
  const isFile = /\.[^/]*$/.test(folders.at(-1) ?? '');
  for (const folder of isFile ? folders.slice(0, -1) : folders) {
    const role = Object.hasOwn(byFolder, folder.toLowerCase()) ? byFolder[folder.toLowerCase()] : undefined;
    if (role) return role;
  }
  return 'system';
}
