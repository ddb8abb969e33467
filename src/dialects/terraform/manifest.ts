import type { DialectContext } from '../dialect.ts';
import { withoutKeys } from '../dialect.ts';
import { inFolder } from './folders.ts';
import { joinPath } from './source-files.ts';

/**
 * Where `terraform init` has put the modules of a root, by their address without `module.`: `vpc`, `vpc.subnets`. Only where
 * the tree holds them.
 */
export function downloadedModules(root: string, { files }: DialectContext): (address: string) => string | undefined {
  let folders: Map<string, string> | undefined;
  return (address) => {
    folders ??= read(files.read(inFolder(root, '.terraform/modules/modules.json')), root);
    return folders.get(withoutKeys(address).replace(/(^|\.)module\./g, '$1'));
  };
}

function read(bytes: Uint8Array | undefined, root: string): Map<string, string> {
  const folders = new Map<string, string>();
  if (!bytes) return folders;
  let manifest: unknown;
  try {
    manifest = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    // A broken manifest is one that isn't there: its modules are told as not at hand.
    return folders;
  }
  const entries = (manifest as { Modules?: unknown } | null)?.Modules;
  for (const entry of Array.isArray(entries) ? (entries as { Key?: unknown; Dir?: unknown }[]) : []) {
    if (typeof entry?.Key !== 'string' || typeof entry.Dir !== 'string') continue;
    const folder = joinPath(root, entry.Dir);
    if (folder !== undefined) folders.set(entry.Key, folder);
  }
  return folders;
}
