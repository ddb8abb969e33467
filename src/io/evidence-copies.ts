import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { baselineFile, configFile, exceptionsFile, manualEvidenceFile } from '../config/load.ts';
import { secretsIn } from '../engine/secrets.ts';
import type { EvidenceFile } from '../evidence/manifest.ts';
import type { History } from '../history/history.ts';
import { secretPattern } from '../report/mask.ts';
import { filesAt } from './git-files.ts';
import type { FolderOutcome } from './scan-folder.ts';

export const file = (path: string, what: string, text: string): EvidenceFile => ({
  path,
  what,
  bytes: Buffer.from(text),
});

/** A file as it is, but for secrets: where there is one in it the manifest says so. */
export function copied(path: string, what: string, bytes: Uint8Array, secrets: readonly string[]): EvidenceFile {
  const text = Buffer.from(bytes).toString('utf8');
  const pattern = secretPattern([...secrets, ...secretsIn(text)]);
  const shown = pattern ? text.replace(pattern, '••••') : text;
  return shown === text ? { path, what, bytes } : { ...file(path, what, shown), masked: true };
}

const configured = [
  [configFile, 'The settings of the scan'],
  [exceptionsFile, 'What is accepted, by whom and until when'],
  [manualEvidenceFile, 'Where the evidence is kept that no repository holds'],
  [baselineFile, 'What was known before and does not fail'],
] as const;

const nameOf = (path: string): string => path.replace('.soc2/', '');

/** What the scan was told; the settings from another file where one was named. */
export function configurationOf(
  { input: { files }, root, secrets }: FolderOutcome,
  config: string | undefined,
  cwd: string = root,
): EvidenceFile[] {
  return configured.flatMap(([name, what]): EvidenceFile[] => {
    const given = name === configFile ? config : undefined;
    const bytes = given === undefined ? files.read(name) : readFileSync(resolve(cwd, given));
    const from = given === undefined ? '' : `, from ${given}, which was named on the command line`;
    return bytes ? [copied(`configuration/${nameOf(name)}`, `${what}${from}.`, bytes, secrets)] : [];
  });
}

/** What `.soc2/` held when a period began, and when it ended. */
export function configurationAt(root: string, range: History['range'], secrets: readonly string[]): EvidenceFile[] {
  const moments = [
    ['at-start', 'when the period began', range.before],
    ['at-end', 'when the period ended', range.last],
  ] as const;
  return moments.flatMap(([folder, when, commit]) => {
    if (commit === null) return [];
    const files = filesAt(root, commit, (path) => path.startsWith('.soc2/'));
    const there = new Set(files.list());
    return configured.flatMap(([name, what]): EvidenceFile[] => {
      const bytes = there.has(name) ? files.read(name) : undefined;
      const said = `${what}: at commit ${commit}, ${when}.`;
      return bytes ? [copied(`configuration/${folder}/${nameOf(name)}`, said, bytes, secrets)] : [];
    });
  });
}
