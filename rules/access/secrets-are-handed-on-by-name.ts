import { fail, on, pass, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'secrets-are-handed-on-by-name',
  title: 'Pipeline secrets are handed on one by one',
  severity: 'medium',
  criteria: {
    'CC6.3': 'Each piece of pipeline code gets the secrets its work needs, and not all there are.',
  },
  do: 'Name each secret that the called workflow or the step needs (secrets: TOKEN: ${{ secrets.TOKEN }}).',
  aspects: {
    inherited: { zizmor: ['secrets-inherit'] },
    exposed: { zizmor: ['overprovisioned-secrets'] },
  },
  on: on('workflow-job'),
  check: ({ name, traits: { inheritsSecrets, secretsExposed } }) => ({
    inherited: inheritsSecrets
      ? fail(`${name} hands all secrets on to ${inheritsSecrets.by.split('@')[0]}.`, inheritsSecrets.at, {
          related: [{ name: inheritsSecrets.by, at: inheritsSecrets.calledAt }],
        })
      : pass(),
    exposed:
      secretsExposed.length === 0
        ? pass()
        : secretsExposed.map(({ what, at, item }) =>
            fail(`${name} makes all secrets readable by ${what}.`, at, { item }),
          ),
  }),
});
