import { fail, on, pass, rule, unknown } from '../../src/rule/rule.ts';

export default rule({
  id: 'source-looks-as-it-reads',
  title: 'No source file holds characters that hide what it does',
  severity: 'medium',
  criteria: {
    'CC8.1': 'What a reviewer sees is what will be run.',
    'CC6.8': 'Malicious code can’t be brought in behind characters that are not shown.',
  },
  do: 'Remove the character, or write it as an escape (\\u202e) where the program needs it.',
  on: on('repository'),
  check: ({ at, traits: { hiddenCharacters, allLookedThrough } }) =>
    hiddenCharacters.length === 0
      ? allLookedThrough
        ? pass()
        : unknown(
            { code: 'too-large', subject: 'the rest of the source', settledBy: 'a look at the files that are left' },
            at,
          )
      : hiddenCharacters.map(({ file, code, what, at }, index) =>
          fail(
            what === 'direction'
              ? `${file} turns the direction of text around (${code}): it is shown in another order than it runs in.`
              : `${file} holds a character that is never shown (${code}).`,
            at,
            {
              item: `${file} ${code} ${hiddenCharacters.slice(0, index).filter((other) => other.file === file && other.code === code).length + 1}`,
              label: 'not shown as it is read',
            },
          ),
        ),
});
