/** How one scanner's list is written. */
export interface Format {
  scanner: string;
  path: RegExp;
  /** A line that begins an entry; its first group is what is passed over, where that stands on the line. */
  entry: RegExp;
  /** Where the id stands on a line of its own inside of the entry. */
  id?: RegExp;
  /** The section that entries stand in; elsewhere in the file such lines mean something else. */
  section?: RegExp;
}

const vulnerability = '(?:CVE|GHSA|RUSTSEC|GO|PYSEC|SNYK|OSV|MAL|npm:|TEMP)[\\w:./-]*|\\d{3,7}';

export const formats: readonly Format[] = [
  // https://trivy.dev/latest/docs/configuration/filtering/#by-finding-ids
  { scanner: 'Trivy', path: /(^|\/)\.trivyignore$/, entry: /^\s*([A-Za-z][\w.]*-[\w.-]+)/ },
  { scanner: 'Trivy', path: /(^|\/)\.trivyignore\.ya?ml$/, entry: /^\s*-\s*id:\s*["']?([\w.:-]+)/ },
  // https://www.checkov.io/2.Basics/CLI%20Command%20Reference.html
  {
    scanner: 'Checkov',
    path: /(^|\/)\.checkov\.ya?ml$/,
    entry: /^\s*-\s*["']?((?:CKV2?|BC)_[\w*]+)/,
    section: /^skip-check\b/,
  },
  // https://google.github.io/osv-scanner/configuration/
  {
    scanner: 'OSV-Scanner',
    path: /(^|\/)osv-scanner\.toml$/,
    entry: /^\s*\[\[IgnoredVulns\]\]/,
    id: /^\s*id\s*=\s*["']([^"']+)/,
  },
  // https://docs.snyk.io/manage-risk/policies/the-.snyk-file
  { scanner: 'Snyk', path: /(^|\/)\.snyk$/, entry: /^ {2}["']?([\w:.-]+)["']?:\s*$/, section: /^ignore\b/ },
  // https://github.com/anchore/grype#specifying-matches-to-ignore
  {
    scanner: 'Grype',
    path: /(^|\/)\.grype(\.ya?ml|\/config\.ya?ml)$/,
    entry: /^\s*-\s*vulnerability:\s*["']?([\w.:-]+)/,
    section: /^ignore\b/,
  },
  // https://docs.zizmor.sh/configuration/
  {
    scanner: 'zizmor',
    path: /(^|\/)\.?zizmor\.ya?ml$/,
    entry: /^\s*-\s*([\w.-]+\.ya?ml(?::\d+)*)/,
    section: /^rules\b/,
  },
  // https://aquasecurity.github.io/tfsec/latest/guides/configuration/config/
  { scanner: 'tfsec', path: /(^|\/)\.tfsec\/config\.ya?ml$/, entry: /^\s*-\s*["']?([\w*-]+)/, section: /^exclude\b/ },
  // https://github.com/IBM/audit-ci#allowlisting
  {
    scanner: 'audit-ci',
    path: /(^|\/)(audit-ci\.jsonc?|\.nsprc)$/,
    entry: new RegExp(`^\\s*\\{?\\s*["'](${vulnerability})(?:\\|[^"']*)?["']`, 'i'),
  },
  // https://embarkstudios.github.io/cargo-deny/checks/advisories/cfg.html
  {
    scanner: 'cargo-deny',
    path: /(^|\/)(deny\.toml|\.cargo\/(deny|audit)\.toml|audit\.toml)$/,
    entry: /^\s*(?:ignore\s*=\s*\[\s*)?(?:\{\s*id\s*=\s*)?["'](RUSTSEC-[\w-]+)["']/,
    section: /^\[advisories\]/,
  },
  // https://github.com/gitleaks/gitleaks#gitleaksignore
  { scanner: 'Gitleaks', path: /(^|\/)\.gitleaksignore$/, entry: /^\s*([^#\s]+:[\w-]+:\d+)/ },
];

export const formatOf = (path: string): Format | undefined => formats.find((format) => format.path.test(path));

export const isVulnerability = (what: string): boolean => new RegExp(`^(?:${vulnerability})$`, 'i').test(what);
