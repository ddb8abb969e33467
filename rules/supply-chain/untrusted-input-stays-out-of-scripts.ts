import { fail, having, pass, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'untrusted-input-stays-out-of-scripts',
  title: 'Text of strangers is not pasted into scripts',
  severity: 'high',
  criteria: {
    'CC6.8': 'A title or branch name that somebody makes up can’t become a command that runs in the pipeline.',
    'CC6.6': 'People from outside can open issues and pull requests: what they write stops at that border as text.',
  },
  do: 'Give the value to the step as an environment variable (env: TITLE: ...) and use "$TITLE" in the script.',
  equivalents: { zizmor: ['template-injection'], checkov: ['CKV_GHA_2'] },
  on: having('untrustedInScripts'),
  check: ({ name, traits: { untrustedInScripts } }) =>
    untrustedInScripts.length === 0
      ? pass()
      : untrustedInScripts.map(({ what, at, item, related }) =>
          fail(`${name} pastes ${what}, which a stranger can choose, into a script.`, at, {
            item,
            ...(related && { related }),
          }),
        ),
});
