import { fail, having, pass, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'packages-are-published-without-stored-tokens',
  title: 'Packages are published without a stored token',
  severity: 'low',
  criteria: {
    'CC6.1': 'There is no token for the registry that could be stolen, as each run gets one that is gone after it.',
  },
  do: 'Set up trusted publishing at the registry, give the job id-token: write, and remove the token.',
  equivalents: { zizmor: ['use-trusted-publishing'] },
  on: having('publishTokens'),
  check: ({ name, traits: { publishTokens } }) =>
    !publishTokens
      ? []
      : publishTokens.length === 0
        ? pass()
        : publishTokens.map(({ what, at, item }) =>
            fail(`${name} publishes (${what}) with a stored token.`, at, { item }),
          ),
});
