import { fail, on, pass, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'checkouts-keep-no-token',
  title: 'A checkout leaves no token for the steps after it',
  severity: 'low',
  criteria: {
    'CC6.1': 'Code that later steps run, such as a dependency’s, finds no token on disk.',
  },
  do: 'Set persist-credentials: false at the checkout of a job that doesn’t push.',
  equivalents: { zizmor: ['artipacked'] },
  on: on('workflow-job'),
  check: ({ name, traits: { checkoutTokens, pushes } }) =>
    checkoutTokens.map(({ what, at, item, kept }) => {
      if (!kept || pushes) return pass(at, item);
      return fail(`${name} leaves its token on disk for all later steps (${what}).`, at, {
        item,
        label: 'persist-credentials is on',
      });
    }),
});
