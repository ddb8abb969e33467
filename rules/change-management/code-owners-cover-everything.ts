import { fail, on, pass, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'code-owners-cover-everything',
  title: 'Every file has a line of CODEOWNERS that decides about it',
  severity: 'low',
  criteria: {
    'CC8.1':
      'A change to any file goes to somebody who was named for it; what nobody owns is so by a line, and not by oversight.',
    'CC1.3': 'There is no part of the system that nobody answers for unnoticed.',
  },
  do: 'Begin the file with a line for * and a team that takes what no other line names.',
  on: on('code-owners'),
  needs: ['repository'],
  check: ({ at, traits: { file, effectiveFile, entries, ownersOf } }, { find }) => {
    const paths = find('repository').flatMap(({ traits }) => traits.paths);
    if (file !== effectiveFile || entries.length === 0 || paths.length === 0) return [];
    const open = paths.filter((path) => ownersOf(path).entry === undefined);
    if (open.length === 0) return pass(at);
    const folders = [...new Set(open.map((path) => (path.includes('/') ? `${path.split('/')[0]}/` : path)))];
    const named = folders.slice(0, 3).join(', ');
    return fail(
      `No line of ${file} says who owns ${open.length} of ${paths.length} files: ${named}${folders.length > 3 ? ', …' : ''}.`,
      entries[0]!.at,
      { label: 'the first line is not for everything' },
    );
  },
});
