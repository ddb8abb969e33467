import { BaseError, scanFolder, type FolderOutcome } from '../io/scan-folder.ts';
import type { Around } from './around.ts';
import { changedFiles } from './changed-files.ts';
import { refused, tell } from './tell.ts';

/** With the base of the change, where git has it; else with the files that GitHub lists; else everything, and it says which. */
export async function scanWithBase(request: Parameters<typeof scanFolder>[0], around: Around): Promise<FolderOutcome> {
  const { base } = around.happened;
  if (base === undefined) return scanFolder(request);
  try {
    return await scanFolder({ ...request, diff: base });
  } catch (error) {
    if (!(error instanceof BaseError)) throw error;
  }
  const diff = await listedByGitHub(around);
  if (diff === undefined) {
    tell('The base of this change is not at hand (fetch-depth: 0 brings it), so everything is shown.');
    return scanFolder(request);
  }
  tell(
    'The base of this change is not in this clone: what stands on the lines that GitHub lists as changed is shown. ' +
      'With fetch-depth: 0 it is also what the change brings about elsewhere.',
  );
  return scanFolder({ ...request, changed: { since: base, diff } });
}

async function listedByGitHub({ api, repository, happened, prefix }: Around): Promise<string | undefined> {
  if (!api) return undefined;
  try {
    return await changedFiles(api, repository, happened, prefix);
  } catch (error) {
    const permission = happened.pull === undefined ? 'contents: read' : 'pull-requests: read';
    tell(refused(error, "GitHub doesn't list the files of this change", permission));
    return undefined;
  }
}
