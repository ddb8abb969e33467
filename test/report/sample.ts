import { categories, criteria, type CriterionId } from '../../src/criteria/catalogue.ts';
import type { CoverageRow, Location, Report, Result } from '../../src/model/report.ts';
import { severities, type Severity } from '../../src/model/verdict.ts';
import type { RenderContext, RuleInfo } from '../../src/report/context.ts';

export const at = (
  file: string,
  startLine: number,
  startColumn: number,
  endColumn = startColumn,
  endLine = startLine,
): Location => ({
  file,
  startLine,
  startColumn,
  endLine,
  endColumn,
});

const info = (
  id: string,
  title: string,
  severity: Severity,
  reasons: RuleInfo['criteria'],
  remedy: string,
): [string, RuleInfo] => [
  id,
  { id, title, severity, criteria: reasons, do: remedy, page: `https://soc2-lint.example/rules/${id}` },
];

export const rules: ReadonlyMap<string, RuleInfo> = new Map([
  info(
    'storage-is-private',
    'Object storage is not readable by the public',
    'critical',
    {
      'CC6.1': 'Public read access goes around every access control in front of the data.',
      'C1.1': 'Confidential objects would be open to anyone who has the address.',
    },
    'Remove this ACL; let aws_s3_bucket_public_access_block close the bucket.',
  ),
  info(
    'required-checks-exist',
    'Required checks are produced by a workflow',
    'high',
    {
      'CC8.1': 'A required check that never reports either blocks every change or is bypassed.',
    },
    "Name the job's check as it reports.",
  ),
  info(
    'database-is-encrypted',
    'Databases are encrypted at rest',
    'high',
    {
      'CC6.1': 'Encryption keeps the data closed to whoever gets hold of the disks or a snapshot.',
      'CC6.7': 'Snapshots and replicas leave the database and stay encrypted.',
    },
    'Set storage_encrypted to true.',
  ),
  info(
    'actions-are-pinned',
    'Actions are pinned to a commit',
    'medium',
    {
      'CC6.8': "A pinned action can't be replaced by code that nobody here has seen.",
      'CC8.1': 'What runs in the pipeline changes only by a reviewed change.',
    },
    'Pin it to a full commit, with the version in a comment.',
  ),
  info(
    'network-is-closed',
    'Administration ports are closed to the internet',
    'critical',
    {
      'CC6.6': 'An open administration port is a way in from outside of the boundary.',
    },
    'Allow only the addresses that need it.',
  ),
]);

const none: CoverageRow['counts'] = { pass: 0, fail: { open: 0, accepted: 0, inherited: 0, baseline: 0 }, unknown: 0 };

/** All 61 rows with nothing to judge, or outside of a repository, but for the ones given. */
export const coverageWith = (rows: { readonly [C in CriterionId]?: Partial<CoverageRow> }): CoverageRow[] =>
  criteria.map(({ id, category, title, route, reach, elsewhere }) => ({
    criterion: id,
    category,
    title,
    route,
    reach,
    state: reach === 'none' ? 'outside-repository' : 'nothing-to-judge',
    counts: none,
    unread: 0,
    elsewhere,
    ...rows[id],
  }));

export const pass = (n: number): Partial<CoverageRow> => ({ state: 'evidence', counts: { ...none, pass: n } });
export const gap = (worst: Severity, passes: number, open: number, unknown = 0): Partial<CoverageRow> => ({
  state: 'gap',
  worst,
  bySeverity: { [worst]: open },
  counts: { pass: passes, fail: { open, accepted: 0, inherited: 0, baseline: 0 }, unknown },
});

export const limits = [
  'This shows what the repository holds at one commit.',
  'It is not an opinion: that is for a CPA firm.',
];

export const clean: Report = {
  schemaVersion: 1,
  tool: { name: 'soc2-lint', version: '0.1.0' },
  asOf: '2026-11-22',
  engagement: { type: null },
  repository: { commit: '3f2c1ab9d4e5f60718293a4b5c6d7e8f90a1b2c3', dirty: false },
  scope: { categories, chosen: true, partial: false },
  system: { name: 'Orders' },
  subjects: [
    {
      kind: 'object-storage',
      name: 'aws_s3_bucket.logs',
      role: 'system',
      provider: 'aws',
      location: at('infra/logs.tf', 1, 1, 30),
    },
  ],
  results: [],
  passes: [{ rule: 'storage-is-private', aspect: 'acl', subjects: [0] }],
  problems: [],
  unresolved: [],
  exceptions: [],
  limits,
  inventory: [{ kind: 'object-storage', plural: 'object stores', provider: 'aws', role: 'system', count: 1 }],
  summary: {
    files: { listed: 412, read: 412, unread: 0 },
    open: { critical: 0, high: 0, medium: 0, low: 0, info: 0 },
    accepted: 0,
    inherited: 0,
    baseline: 0,
    unknown: 0,
    passes: 1,
    subjects: 1,
    rules: rules.size,
    elsewhere: 0,
  },
  coverage: coverageWith({
    'CC6.1': pass(118),
    'CC6.6': pass(22),
    'CC8.1': pass(31),
    'A1.2': pass(4),
    'CC7.2': { ...pass(2), state: 'supporting-evidence' },
  }),
};

let next = 0;
type Given = Partial<Omit<Result, 'subject'>> & { subject?: string; kind?: string; role?: Result['subject']['role'] };

/** A failure of a rule above, open unless said otherwise. */
export function failure(
  rule: string,
  { subject = 'aws_s3_bucket.exports', kind = 'object-storage', role = 'system', ...given }: Given,
): Result {
  const { severity, criteria: reasons, do: remedy } = rules.get(rule)!;
  next++;
  return {
    rule,
    verdict: 'fail',
    severity,
    criteria: Object.keys(reasons) as CriterionId[],
    message: `${subject} is not as it should be.`,
    do: remedy,
    subject: { kind, name: subject, role },
    location: null,
    related: [],
    disposition: 'open',
    fingerprint: next.toString(16).padStart(64, '0'),
    ...given,
  };
}

export const unknown = (
  rule: string,
  reason: NonNullable<Result['reason']>,
  given: Given & { subject: string },
): Result => ({
  ...failure(rule, { message: `${given.subject}: ${reason.subject ?? 'the value'} has no value here.`, ...given }),
  verdict: 'unknown',
  disposition: null,
  reason,
  do: `Settle it with ${reason.settledBy}.`,
});

/** A report with these results, and a summary that counts them. */
export function reportOf(results: readonly Result[], more: Partial<Report> = {}): Report {
  const ours = results.filter(({ subject }) => subject.role === 'system');
  const n = (test: (result: Result) => boolean) => ours.filter(test).length;
  return {
    ...clean,
    scope: { ...clean.scope, chosen: false },
    results,
    ...more,
    summary: {
      ...clean.summary,
      open: Object.fromEntries(
        severities.map((severity) => [
          severity,
          n((result) => result.disposition === 'open' && result.severity === severity),
        ]),
      ) as Report['summary']['open'],
      accepted: n(({ disposition }) => disposition === 'accepted'),
      inherited: n(({ disposition }) => disposition === 'inherited'),
      baseline: n(({ disposition }) => disposition === 'baseline'),
      unknown: n(({ verdict }) => verdict === 'unknown'),
      elsewhere: results.filter(({ verdict, subject }) => verdict === 'fail' && subject.role !== 'system').length,
      ...more.summary,
    },
  };
}

export const sources: { readonly [file: string]: string } = {
  'infra/storage.tf': [
    'resource "aws_s3_bucket" "exports" {',
    '  bucket = "acme-exports"',
    '}',
    ...Array.from({ length: 7 }, () => ''),
    'resource "aws_s3_bucket_acl" "exports" {',
    '  acl    = "public-read"',
    '}',
  ].join('\n'),
  '.github/settings.yml': `${'\n'.repeat(29)}        required_status_checks:\n          contexts: ["unit tests"]\n`,
  'infra/net.tf': `${'\n'.repeat(16)}  ingress {\n\tcidr_blocks = ["0.0.0.0/0"]\n  }\n`,
  '.github/workflows/release.yml': `${'\n'.repeat(12)}    steps:\n      - uses: actions/checkout@v4\n      - uses: actions/setup-node@v4\n`,
};

const acl = failure('storage-is-private', {
  aspect: 'acl',
  message: 'aws_s3_bucket.exports can be read by anyone through its ACL.',
  label: 'read access for everyone',
  location: at('infra/storage.tf', 12, 12, 25),
  related: [{ name: 'aws_s3_bucket.exports', location: at('infra/storage.tf', 1, 1, 37) }],
});

const checks = failure('required-checks-exist', {
  kind: 'branch-rules',
  subject: 'main',
  message: 'main requires the check "unit tests", which no workflow job produces.',
  do: 'Name the job\'s check as it reports: "test".',
  location: at('.github/settings.yml', 31, 22, 34),
  related: [{ name: 'nearest job: "test"', location: at('.github/workflows/ci.yml', 9, 3, 7) }],
});

const instances = ['orders', 'users', 'billing', 'search', 'audit', 'queue', 'cache', 'mail'].map((name) =>
  failure('database-is-encrypted', {
    kind: 'database',
    subject: `module.${name}.aws_db_instance.main`,
    message: `module.${name}.aws_db_instance.main is not encrypted at rest.`,
    location: at('modules/db/main.tf', 8, 3, 30),
    related: [{ name: 'called here', location: at('infra/main.tf', 40, 3, 20) }],
  }),
);

const pinned = ['actions/checkout@v4', 'actions/setup-node@v4'].map((action, index) =>
  failure('actions-are-pinned', {
    kind: 'workflow-step',
    subject: `step ${index + 1} of job release`,
    message: `Step ${index + 1} of job release uses ${action}, a tag that can move. Whoever holds that repository decides what runs here.`,
    location: at('.github/workflows/release.yml', 14 + index, 15, 15 + action.length),
  }),
);

const ports = ['ssh', 'rdp'].map((item) =>
  failure('network-is-closed', {
    aspect: item,
    item: `port ${item}`,
    kind: 'network-rule',
    subject: 'aws_security_group.bastion',
    message: `aws_security_group.bastion opens ${item} to 0.0.0.0/0.`,
    label: 'everyone',
    location: at('infra/net.tf', 18, 17, 28),
  }),
);

const novalue = {
  code: 'no-value',
  subject: 'var.encrypted',
  settledBy: 'a default, a .tfvars file, or a plan (terraform show -json)',
} as const;
const unknowns = [
  unknown('database-is-encrypted', novalue, {
    subject: 'module.orders.aws_db_instance.main',
    kind: 'database',
    location: at('modules/db/main.tf', 8, 23, 36),
  }),
  unknown('database-is-encrypted', novalue, {
    subject: 'module.users.aws_db_instance.main',
    kind: 'database',
    location: at('modules/db/main.tf', 8, 23, 36),
  }),
  unknown(
    'storage-is-private',
    { code: 'data-source', subject: 'data.aws_iam_policy_document.x', settledBy: 'a plan (terraform show -json)' },
    {
      aspect: 'policy',
      subject: 'aws_s3_bucket.site',
      location: at('infra/site.tf', 3, 1, 20),
    },
  ),
];

export const waivers: Report['exceptions'] = [
  {
    source: 'register',
    rule: 'storage-is-private',
    aspect: 'acl',
    subject: 'site-*',
    reason: 'static site, public by design',
    owner: 'acme/web',
    approver: 'acme/platform',
    until: '2027-01-31',
    location: at('.soc2/exceptions.yml', 2, 3, 40),
    state: 'used',
    new: true,
  },
  {
    source: 'inherited',
    rule: 'network-is-closed',
    tool: 'checkov',
    reason: 'behind a VPN',
    location: at('infra/vpn.tf', 4, 3, 30),
    state: 'used',
  },
];

const waived = [
  failure('storage-is-private', {
    aspect: 'acl',
    subject: 'site-public',
    disposition: 'accepted',
    exception: 0,
    location: at('infra/site.tf', 9, 1, 9),
  }),
  failure('network-is-closed', {
    subject: 'aws_security_group.vpn',
    disposition: 'inherited',
    exception: 1,
    location: at('infra/vpn.tf', 5, 3, 9),
  }),
  failure('actions-are-pinned', {
    subject: 'step 3 of job docs',
    disposition: 'baseline',
    location: at('.github/workflows/docs.yml', 8, 3, 9),
  }),
];

const elsewhere = failure('storage-is-private', {
  aspect: 'acl',
  role: 'example',
  subject: 'aws_s3_bucket.demo',
  location: at('examples/demo/main.tf', 1, 1, 9),
});

const problems: Report['problems'] = [
  {
    kind: 'parse',
    message: 'expected "}" before the end of the file',
    location: at('infra/old.tf', 3, 1),
    dialect: 'terraform',
    criteria: ['CC6.1', 'CC6.6'],
  },
  { kind: 'not-scanned', message: 'vendor/tool is a repository of its own and is left out', notice: true },
];

const findingsCoverage = coverageWith({
  'CC6.1': gap('critical', 118, 3, 4),
  'CC6.6': {
    ...gap('critical', 22, 2),
    counts: { pass: 22, fail: { open: 2, accepted: 0, inherited: 1, baseline: 0 }, unknown: 0 },
  },
  'CC6.7': { state: 'undetermined', counts: { ...none, pass: 2, unknown: 2 } },
  'CC6.8': {
    ...gap('medium', 4, 2),
    counts: { pass: 4, fail: { open: 2, accepted: 0, inherited: 0, baseline: 1 }, unknown: 0 },
    unread: 1,
  },
  'CC7.1': pass(12),
  'CC7.2': { ...pass(2), state: 'supporting-evidence' },
  'CC8.1': gap('high', 31, 3),
  'A1.2': pass(4),
  'C1.1': gap('critical', 12, 1, 1),
  'C1.2': { state: 'accepted', counts: { ...none, pass: 1, fail: { ...none.fail, accepted: 1 } } },
  'CC1.2': {
    manual: [
      {
        what: 'board charter',
        where: 'https://example.org/charter',
        date: '2026-03-01',
        nextDue: '2027-03-01',
        overdue: false,
      },
    ],
  },
});

/** Some of everything. */
export const findings = reportOf([acl, checks, ...instances, ...pinned, ...ports, ...unknowns, ...waived, elsewhere], {
  coverage: findingsCoverage,
  exceptions: waivers,
  problems,
  unresolved: ['vpc', 'eks', 'dns', 'waf'].map((name, index) => ({
    name: `module.${name}`,
    reason: {
      code: 'remote-module',
      settledBy: "a plan (terraform show -json), or the module's code in this repository",
    },
    location: at('infra/main.tf', 3 + index * 10, 1, 20),
  })),
  summary: { ...clean.summary, files: { listed: 413, read: 412, unread: 1 }, ...countsOf() },
});

function countsOf() {
  return {
    open: { critical: 3, high: 9, medium: 2, low: 0, info: 0 },
    accepted: 1,
    inherited: 1,
    baseline: 1,
    unknown: 3,
    elsewhere: 1,
  };
}

/** More than is shown in full, in many files. */
export const many = reportOf(
  Array.from({ length: 70 }, (_, index) =>
    failure(index % 3 === 0 ? 'storage-is-private' : 'actions-are-pinned', {
      subject: `thing ${index}`,
      location: at(`.github/workflows/w${index % 9}.yml`, index + 1, 3, 12),
    }),
  ),
  { coverage: findingsCoverage },
);

/** A change that opens a gap, closes one and brings a waiver. */
export const comparison = reportOf(
  [
    ...ports.map((result) => ({ ...result, introduced: true, touched: true })),
    { ...acl, introduced: false, touched: false },
    { ...checks, introduced: false, touched: false },
    ...unknowns,
    ...waived,
  ],
  {
    coverage: findingsCoverage,
    exceptions: waivers,
    comparison: {
      base: '9d8c7b6a5f4e3d2c1b0a99887766554433221100',
      mode: 'objects',
      coverage: criteria.map(({ id }) => ({
        criterion: id,
        before:
          id === 'CC7.1'
            ? 'gap'
            : id === 'CC6.6'
              ? 'evidence'
              : findingsCoverage.find((row) => row.criterion === id)!.state,
        after: findingsCoverage.find((row) => row.criterion === id)!.state,
      })),
    },
  },
);

/** A commit hook's scan of three files. */
export const partial = reportOf(pinned, {
  scope: { ...clean.scope, partial: true },
  coverage: [],
  summary: {
    ...clean.summary,
    files: { listed: 3, read: 3, unread: 0 },
    open: { critical: 0, high: 0, medium: 2, low: 0, info: 0 },
  },
});

/** Neither a commit nor a date, and the scan limited to some rules. */
export const limited = reportOf([checks], {
  asOf: null,
  engagement: { type: 'II', period: { from: '2026-01-01', to: '2026-12-31' } },
  repository: { commit: null, dirty: null },
  scope: { ...clean.scope, partial: false, criteria: ['CC8.1'], rules: ['required-checks-exist'] },
});

export const samples: { readonly [name: string]: Report } = { clean, findings, many, comparison, partial, limited };

export const context = (more: Partial<RenderContext> = {}): RenderContext => ({
  source: (file) => sources[file],
  secrets: [],
  rules,
  color: false,
  width: 100,
  verbose: false,
  quiet: false,
  ...more,
});

/** Controls but for the line end, and a few characters that turn or hide text: no output may hold any. */
export const steering = /(?!\n)\p{Cc}|[\u200b\u202e\u2028]/u;
