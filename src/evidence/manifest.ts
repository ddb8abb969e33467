import { createHash } from 'node:crypto';

/** The two files that stand beside what the manifest lists. */
export const manifestFile = 'manifest.json';
export const statementFile = 'statement.json';
export const predicateFile = 'predicate.json';

/** https://github.com/in-toto/attestation/blob/main/spec/predicates/test-result.md */
const predicateType = 'https://in-toto.io/attestation/test-result/v0.1';

export interface EvidenceFile {
  /** Within the folder, with `/`. */
  path: string;
  /** What it shows, in a sentence. */
  what: string;
  bytes: Uint8Array;
  /** A secret in it was masked: it is not the file as it was. */
  masked?: true;
}

/** How a folder of evidence came about: enough to make it once more. */
export interface Origin {
  tool: { name: 'soc2-lint'; version: string };
  asOf: string | null;
  repository: { commit: string | null; dirty: boolean | null };
  period: { from: string; to: string } | null;
  range: { before: string | null; last: string | null; commits: number } | null;
  /** Whether all of the state was read, and whether the history is whole; with what speaks against it. */
  complete: { scan: boolean; history: boolean | null; reasons: readonly string[] };
  /** Arguments after `soc2-lint evidence create OUT`. */
  arguments: readonly string[];
}

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** The list of everything in the folder, in the order of the paths. */
export function manifestOf(origin: Origin, files: readonly EvidenceFile[]): string {
  const listed = [...files]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, what, bytes, masked }) => ({
      path,
      sha256: sha256(bytes),
      bytes: bytes.length,
      what,
      ...(masked && { masked }),
    }));
  return `${JSON.stringify({ schemaVersion: 1, ...origin, files: listed }, null, 2)}\n`;
}

/** An in-toto statement about the manifest, as it is signed. */
export const statementOf = (manifest: Uint8Array | string, predicate: unknown): string =>
  `${JSON.stringify(
    {
      _type: 'https://in-toto.io/Statement/v1',
      subject: [{ name: manifestFile, digest: { sha256: sha256(manifest) } }],
      predicateType,
      predicate,
    },
    null,
    2,
  )}\n`;

/** The paths and hashes of a manifest; undefined where the text is none of ours. */
export function listedIn(manifest: Uint8Array): Map<string, string> | undefined {
  try {
    const { schemaVersion, tool, files } = JSON.parse(Buffer.from(manifest).toString('utf8')) as {
      schemaVersion: unknown;
      tool: { name: unknown };
      files: readonly { path: unknown; sha256: unknown }[];
    };
    if (schemaVersion !== 1 || tool.name !== 'soc2-lint') return undefined;
    return new Map(files.map(({ path, sha256: hash }) => [String(path), String(hash)]));
  } catch {
    return undefined;
  }
}
