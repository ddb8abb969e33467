import { isApplicable } from '../../src/model/fact.ts';
import { fail, on, pass, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'registries-hold-no-credentials',
  title: 'Credentials for registries are not written in the repository',
  severity: 'high',
  criteria: {
    'CC6.1': 'Who can read the repository can not fetch or publish packages in its name.',
  },
  do: 'Take the credential from a variable or the bot’s own secrets (${NPM_TOKEN}, ${{ secrets.NAME }}), and revoke the one written here.',
  on: on('package-source'),
  check: ({ name, at, traits: { writtenCredentials: written } }) => {
    if (!isApplicable(written)) return written;
    const found = written.items.flatMap((item) => (item.known ? [item] : []));
    return found.length === 0
      ? pass(at)
      : found.map((item, index) =>
          fail(`${name} holds a credential for a registry.`, item.at, {
            item: `credential ${index + 1}`,
            label: 'a credential',
          }),
        );
  },
});
