import { fail, on, pass, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'code-owners-lines-can-be-read',
  title: 'Every line of CODEOWNERS can be read',
  severity: 'medium',
  criteria: {
    'CC8.1': 'No path loses its reviewers in silence because of a line that the forge skips.',
  },
  do: 'Write the line as a pattern followed by owners: @user, @org/team or an email address.',
  on: on('code-owners'),
  check: ({ at, traits: { file, effectiveFile, invalidLines } }) =>
    file !== effectiveFile
      ? []
      : invalidLines.length === 0
        ? pass(at)
        : invalidLines.map(({ message, at: line }) =>
            fail(`This line of ${file} is skipped: ${message}.`, line, { item: message, label: 'skipped' }),
          ),
});
