/**
 * A matcher for the globs of config and register: `*` within a folder, `**` across folders, `?`, `{a,b}`. A glob that names
 * a folder covers all below it; a `\` is a `/` that was written on Windows. Small and here, as the package for it takes
 * longer to load than most scans of one file.
 */
export function globMatcher(glob: string): (path: string) => boolean {
  const plain = glob.replaceAll('\\', '/').replace(/^\.?\//, '');
  const pattern = new RegExp(`^${source(plain.replace(/\/$/, ''))}(?:/.*)?$`, 's');
  return (path) => pattern.test(path);
}

/** A matcher for names of subjects: `*` stands for anything. */
export function nameMatcher(glob: string): (name: string) => boolean {
  const pattern = new RegExp(`^${glob.split('*').map(escape).join('.*')}$`);
  return (name) => pattern.test(name);
}

const escape = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

function source(glob: string): string {
  return glob.replace(/\*\*\/|\*\*|\*|\?|\{([^{}]*)\}|[^*?{}]+|[{}]/g, (part, choices: string | undefined) => {
    if (part === '**/') return '(?:.*/)?';
    if (part === '**') return '.*';
    if (part === '*') return '[^/]*';
    if (part === '?') return '[^/]';
    if (choices !== undefined) return `(?:${choices.split(',').map(source).join('|')})`;
    return escape(part);
  });
}
