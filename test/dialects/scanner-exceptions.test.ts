import { describe, expect, it } from 'vitest';
import { scanTree } from '../scan-tree.ts';

const owners = ['.github/CODEOWNERS', '* @acme/security\n'] as const;

/** What is found of a list, by aspect and what is passed over. */
async function findings(path: string, text: string): Promise<string[]> {
  const files = new Map([owners, [path, text] as const]);
  const { report } = await scanTree(files, { rules: ['scanner-exceptions-say-why'], asOf: '2026-11-22' });
  expect(report.problems).toEqual([]);
  return report.results.map(({ aspect, item }) => `${aspect} ${item}`);
}

describe('lists of scanners', () => {
  it.each([
    ['.checkov.yaml', 'check:\n  - CKV_AWS_1\nskip-check:\n  - CKV_AWS_18\n', ['reason CKV_AWS_18']],
    ['.tfsec/config.yml', 'exclude:\n  - aws-s3-enable-logging # the CDN logs\n  - aws-s3-b\n', ['reason aws-s3-b']],
    [
      'zizmor.yml',
      'rules:\n  unpinned-uses:\n    ignore:\n      # Our own actions are reviewed here.\n      - release.yml:12\n\n      - ci.yml\n',
      ['reason ci.yml'],
    ],
    [
      'deny.toml',
      '[advisories]\nignore = [\n  { id = "RUSTSEC-2026-0001", reason = "never called here" },\n  "RUSTSEC-2026-0002",\n]\n[bans]\nskip = ["RUSTSEC-2026-0003"]\n',
      ['reason RUSTSEC-2026-0002', 'end RUSTSEC-2026-0001', 'end RUSTSEC-2026-0002'],
    ],
    [
      '.gitleaksignore',
      '# Keys of the test suite\nabc123:test/key.pem:private-key:1\n\ndef:src/a.ts:token:3\n',
      ['reason def:src/a.ts:token:3'],
    ],
    [
      '.nsprc',
      '{\n  "1064843": { "active": true, "notes": "dev only", "expiry": "2027-01-01" },\n  "GHSA-aaaa-bbbb-cccc": "later"\n}\n',
      ['reason GHSA-aaaa-bbbb-cccc', 'end GHSA-aaaa-bbbb-cccc'],
    ],
  ])('%s', async (path, text, expected) => {
    expect((await findings(path, text)).sort()).toEqual([...expected].sort());
  });
});
