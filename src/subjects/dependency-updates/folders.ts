/** Whether a folder (`''` is the root) matches a glob of the bots: `*` stands for one folder, `**` for any number. */
export function matchesFolder(glob: string, folder: string, below = false): boolean {
  const parts = glob.split('/').filter((part) => part !== '' && part !== '.');
  let source = '';
  for (const part of parts)
    source += part === '**' ? '(?:/[^/]+)*' : `/${part.replace(/[\\^$.+?()[\]{}|]/g, '\\$&').replace(/\*+/g, '[^/]*')}`;
  return new RegExp(`^${source}${below && source !== '' ? '(?:/.*)?' : ''}$`).test(folder === '' ? '' : `/${folder}`);
}
