/** A kind of manifest: by which name it is found, and what pins its versions. */
export interface Ecosystem {
  /** Dependabot's name where it has one: https://docs.github.com/en/code-security/dependabot/ecosystems-supported-by-dependabot/supported-ecosystems-and-repositories */
  name: string;
  manifest: RegExp;
  /** The folder a manifest stands for, where that is not its own. */
  folder?: (path: string) => string;
  /** Empty: versions are pinned in the manifest itself, or the ecosystem has no lock file by default. */
  lockfiles: readonly string[];
  /** Whether the text names dependencies at all; absent: always. */
  hasDependencies?: RegExp;
  /** A library's lock file binds nobody who uses it, so many leave it out on purpose. */
  isLibrary?: (text: string, folder: readonly string[]) => boolean;
}

const base = (pattern: string) => new RegExp(`(^|/)${pattern}$`);
const has = (pattern: RegExp) => (text: string) => pattern.test(text);
const root = () => '';

/** In the order in which a path is matched: the first one has it. */
export const ecosystems: readonly Ecosystem[] = [
  {
    name: 'npm',
    manifest: base('package\\.json'),
    lockfiles: ['package-lock.json', 'npm-shrinkwrap.json', 'yarn.lock', 'pnpm-lock.yaml', 'bun.lock', 'bun.lockb'],
    hasDependencies: /"(dependencies|devDependencies|optionalDependencies)"\s*:\s*\{\s*"/,
    isLibrary: (text) =>
      /"(main|exports|module|files|publishConfig|types)"\s*:/.test(text) && !/"private"\s*:\s*true/.test(text),
  },
  {
    name: 'deno',
    manifest: base('deno\\.jsonc?'),
    lockfiles: ['deno.lock'],
    hasDependencies: /"imports"\s*:\s*\{\s*"/,
  },
  {
    name: 'pip',
    manifest: base('pyproject\\.toml'),
    lockfiles: ['poetry.lock', 'uv.lock', 'pdm.lock', 'pylock.toml', 'requirements.txt'],
    hasDependencies: /^\s*dependencies\s*=\s*\[\s*["'\n]|^\[tool\.poetry\.dependencies\]/m,
    isLibrary: has(/^\[build-system\]/m),
  },
  { name: 'pip', manifest: base('Pipfile'), lockfiles: ['Pipfile.lock'] },
  { name: 'pip', manifest: base('requirements[\\w.-]*\\.in'), lockfiles: [] },
  { name: 'pip', manifest: base('requirements[\\w.-]*\\.txt'), lockfiles: [] },
  { name: 'pip', manifest: base('setup\\.(py|cfg)'), lockfiles: [] },
  { name: 'conda', manifest: base('environment\\.ya?ml'), lockfiles: [], hasDependencies: /^dependencies:/m },
  { name: 'pixi', manifest: base('pixi\\.toml'), lockfiles: ['pixi.lock'] },
  {
    name: 'bundler',
    manifest: base('Gemfile'),
    lockfiles: ['Gemfile.lock'],
    isLibrary: (text, folder) => /^\s*gemspec\b/m.test(text) || folder.some((path) => path.endsWith('.gemspec')),
  },
  { name: 'gomod', manifest: base('go\\.mod'), lockfiles: ['go.sum'], hasDependencies: /^\s*require\b/m },
  {
    name: 'cargo',
    manifest: base('Cargo\\.toml'),
    lockfiles: ['Cargo.lock'],
    hasDependencies: /^\[(workspace\.)?(dev-|build-)?dependencies/m,
    isLibrary: (text, folder) =>
      !/^\[workspace\]/m.test(text) &&
      !/^\[\[bin\]\]/m.test(text) &&
      !folder.some((path) => path.endsWith('/src/main.rs')) &&
      /^\[(lib|package)\]/m.test(text),
  },
  {
    name: 'composer',
    manifest: base('composer\\.json'),
    lockfiles: ['composer.lock'],
    hasDependencies: /"require(-dev)?"\s*:\s*\{\s*"/,
    isLibrary: has(/"type"\s*:\s*"[\w-]*(library|plugin|bundle|module)"/),
  },
  // Lock files are asked for by a setting of their own in NuGet and Gradle, so a missing one says nothing.
  { name: 'nuget', manifest: /\.(cs|fs|vb)proj$/, lockfiles: [], hasDependencies: /<PackageReference\b/ },
  { name: 'nuget', manifest: base('(packages\\.config|Directory\\.Packages\\.props)'), lockfiles: [] },
  { name: 'gradle', manifest: base('build\\.gradle(\\.kts)?'), lockfiles: [] },
  { name: 'maven', manifest: base('pom\\.xml'), lockfiles: [] },
  { name: 'sbt', manifest: base('build\\.sbt'), lockfiles: [] },
  { name: 'mix', manifest: base('mix\\.exs'), lockfiles: ['mix.lock'], isLibrary: has(/\bpackage:\s*package\(/) },
  {
    name: 'pub',
    manifest: base('pubspec\\.yaml'),
    lockfiles: ['pubspec.lock'],
    hasDependencies: /^(dev_)?dependencies:/m,
    isLibrary: (text) => !/^publish_to:\s*['"]?none/m.test(text),
  },
  {
    name: 'swift',
    manifest: base('Package\\.swift'),
    lockfiles: ['Package.resolved'],
    hasDependencies: /\.package\(/,
    isLibrary: has(/\.library\(/),
  },
  { name: 'cocoapods', manifest: base('Podfile'), lockfiles: ['Podfile.lock'] },
  { name: 'carthage', manifest: base('Cartfile'), lockfiles: ['Cartfile.resolved'] },
  { name: 'nix', manifest: base('flake\\.nix'), lockfiles: ['flake.lock'], hasDependencies: /\binputs\b/ },
  {
    name: 'helm',
    manifest: base('Chart\\.yaml'),
    lockfiles: ['Chart.lock', 'requirements.lock'],
    hasDependencies: /^dependencies:\s*$/m,
  },
  { name: 'elm', manifest: base('elm\\.json'), lockfiles: [] },
  { name: 'clojure', manifest: base('(project\\.clj|deps\\.edn)'), lockfiles: [] },
  { name: 'haskell', manifest: base('stack\\.yaml'), lockfiles: ['stack.yaml.lock'] },
  {
    name: 'bazel',
    manifest: base('MODULE\\.bazel'),
    lockfiles: ['MODULE.bazel.lock'],
    hasDependencies: /\bbazel_dep\(/,
    isLibrary: has(/\bcompatibility_level\b/),
  },
  { name: 'conan', manifest: base('conanfile\\.(txt|py)'), lockfiles: [] },
  { name: 'vcpkg', manifest: base('vcpkg\\.json'), lockfiles: [] },
  {
    name: 'julia',
    manifest: base('Project\\.toml'),
    lockfiles: ['Manifest.toml'],
    hasDependencies: /^\[deps\]/m,
    isLibrary: has(/^(uuid|version)\s*=/m),
  },
  { name: 'renv', manifest: base('DESCRIPTION'), lockfiles: [], hasDependencies: /^(Imports|Depends):/m },
  { name: 'docker', manifest: /(^|\/)(Dockerfile|Containerfile)(\.[\w.-]+)?$|\.[Dd]ockerfile$/, lockfiles: [] },
  {
    name: 'docker-compose',
    manifest: base('(docker-)?compose[\\w.-]*\\.ya?ml'),
    lockfiles: [],
    hasDependencies: /^\s+image:/m,
  },
  {
    name: 'github-actions',
    manifest: /^\.github\/workflows\/[^/]+\.ya?ml$/,
    folder: root,
    lockfiles: [],
    hasDependencies: /^\s*-?\s*uses:/m,
  },
  { name: 'github-actions', manifest: base('action\\.ya?ml'), lockfiles: [], hasDependencies: /^\s*-?\s*uses:/m },
  { name: 'gitsubmodule', manifest: /^\.gitmodules$/, lockfiles: [] },
  {
    name: 'devcontainers',
    manifest: /(^|\/)(\.devcontainer\/.*|\.)?devcontainer\.json$/,
    folder: root,
    lockfiles: [],
    hasDependencies: /"features"\s*:\s*\{\s*"/,
  },
  { name: 'pre-commit', manifest: /^\.pre-commit-config\.yaml$/, lockfiles: [], hasDependencies: /\bhttps?:/ },
  {
    name: 'terraform',
    manifest: /\.tf$/,
    lockfiles: ['.terraform.lock.hcl'],
    // Only a configuration with a place for its state is applied; a module is not, and has no lock file of its own.
    hasDependencies: /^\s*(backend\s+"|cloud\s*\{)/m,
  },
];

export const ecosystemOf = (path: string): Ecosystem | undefined =>
  ecosystems.find(({ manifest }) => manifest.test(path));
