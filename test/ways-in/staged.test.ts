import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stagedFiles } from '../../src/io/git.ts';

const tree = {
  'infra/main.tf': 'module "net" {\n  source = "../net"\n}\n',
  'infra/variables.tf': 'variable "name" {}\n',
  'net/main.tf': 'resource "aws_vpc" "main" {}\n',
  'deploy/api.yml': 'kind: Deployment\n',
  'notes.txt': 'nothing\n',
};

describe('files from the index', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'soc2-lint-staged-'));
    execFileSync('git', ['init', '--quiet', folder]);
    for (const [path, text] of Object.entries(tree)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    execFileSync('git', ['add', '--all'], { cwd: folder });
    writeFileSync(join(folder, 'infra/main.tf'), 'not staged\n');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const isClaimed = (path: string) => !path.endsWith('.txt');
  const textOf = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes);

  it('are what is staged, beside the judged ones and elsewhere', () => {
    const files = stagedFiles(folder, ['infra/main.tf'], isClaimed);
    expect(files.list()).toEqual(Object.keys(tree).sort());
    expect(textOf(files.read('infra/main.tf'))).toBe(tree['infra/main.tf']);
    expect(textOf(files.read('net/main.tf'))).toBe(tree['net/main.tf']);
    expect(files.read('notes.txt')).toBeUndefined();
    expect(files.read('nowhere/main.tf')).toBeUndefined();
  });

  it('are read where they are needed, and nowhere else', () => {
    const files = stagedFiles(folder, ['infra/main.tf'], isClaimed);
    rmSync(join(folder, '.git/objects'), { recursive: true });
    expect(textOf(files.read('infra/variables.tf'))).toBe(tree['infra/variables.tf']);
    expect(() => files.read('deploy/api.yml')).toThrow(/not a git repository/);
  });
});
