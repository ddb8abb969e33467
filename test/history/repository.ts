import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import { expect } from 'vitest';
import type { History } from '../../src/history/history.ts';
import { emptyFolder, git } from '../run.ts';

/** Commits all, dated at noon of a day. */
export function commitOn(folder: string, day: string, message = 'change'): void {
  git(folder, 'add', '--all');
  const date = `${day}T12:00:00Z`;
  const { status, stderr } = spawnSync(
    'git',
    ['-c', 'user.name=author', '-c', 'user.email=author@example.com', 'commit', '-q', '--allow-empty', '-m', message],
    {
      cwd: folder,
      env: { PATH: process.env['PATH'], GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(stderr);
}

export function started(): string {
  const folder = emptyFolder();
  git(folder, 'init', '--quiet', '--initial-branch=main');
  return folder;
}

export function put(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  rmSync(join(folder, path), { force: true });
  writeFileSync(join(folder, path), text);
}

const validate = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true }).compile(
  JSON.parse(readFileSync('schema/history.schema.json', 'utf8')) as object,
);

/** The same history, of which every field is as the JSON schema says. */
export function keepsToSchema(history: History): History {
  validate(JSON.parse(JSON.stringify(history)));
  expect(validate.errors).toBeNull();
  return history;
}
