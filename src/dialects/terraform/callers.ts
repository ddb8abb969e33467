import type { DialectContext } from '../dialect.ts';

const configurationFile = /\.(?:tf|tofu)(?:\.json)?$/;

/**
 * Folders that may call a folder as a module, where only some files are looked at: those of the tree with a text that names
 * it as a local source. They are found without parsing: a file too many costs little.
 */
export function callersOf(paths: readonly string[], context: DialectContext): (folder: string) => string[] {
  const given = new Set(paths);
  let others: { folder: string; text: string }[] | undefined;
  const read = () =>
    context.files
      .list()
      .filter((path) => configurationFile.test(path) && !given.has(path))
      .flatMap((path) => {
        const bytes = context.files.read(path);
        const text = bytes && bytes.length < 1_000_000 ? new TextDecoder().decode(bytes) : '';
        return /"\.\.?[/"]/.test(text) ? [{ folder: path.replace(/(?:^|\/)[^/]*$/, ''), text }] : [];
      });
  return (folder) => {
    const name = folder.split('/').at(-1)!;
    others ??= read();
    return others
      .filter((other) => other.folder !== folder)
      .filter(({ text }) => (name !== '' && text.includes(`/${name}`)) || /"(?:\.\.\/?)+"/.test(text))
      .map((other) => other.folder);
  };
}
