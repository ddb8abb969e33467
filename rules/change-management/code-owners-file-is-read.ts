import { fail, on, pass, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'code-owners-file-is-read',
  title: 'The CODEOWNERS file is where it is read, and the only one',
  severity: 'medium',
  criteria: {
    'CC8.1': 'The owners that the file names are really asked to look at a change, as the forge reads this file.',
  },
  do: 'Keep one file called CODEOWNERS in .github/, at the root or in docs/, and move the lines of the others into it.',
  aspects: { place: {}, size: {} },
  on: on('code-owners'),
  // What lines come to hangs on all files of the tree.
  needs: ['repository'],
  check: ({ at, traits: { file, effectiveFile, tooLarge } }) => ({
    place:
      file === effectiveFile
        ? pass(at)
        : fail(
            effectiveFile === undefined
              ? `${file} is not read: its name has to be CODEOWNERS, in these letters.`
              : `${file} is not read: ${effectiveFile} goes before it.`,
            at,
            { label: 'a file without effect' },
          ),
    size: tooLarge ? fail(`${file} is larger than 3 MB and is not read at all.`, at, { label: 'too large' }) : pass(at),
  }),
});
