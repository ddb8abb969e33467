import { expect, on, rule } from '../../src/rule/rule.ts';
import { isKnown, notApplicable } from '../../src/model/fact.ts';

export default rule({
  id: 'secrets-are-looked-for',
  title: 'Secrets in code are looked for, and kept from being pushed',
  severity: 'medium',
  criteria: {
    'CC6.1': 'A credential that gets into the code is found, and its push refused, before others can use it.',
    'CC7.1': 'The repository is watched for a weakness of its own making: secrets in the code.',
  },
  do: 'Switch on secret_scanning and secret_scanning_push_protection under security_and_analysis.',
  aspects: { found: {}, refused: {} },
  on: on('hosted-repository'),
  check: ({ name, traits: { archived, secretScanning, pushProtection } }) => {
    if (isKnown(archived, true)) {
      const over = notApplicable('an archived repository takes no pushes');
      return { found: over, refused: over };
    }
    return {
      found: expect(secretScanning, (on) => on, `${name} is not searched for secrets.`, { label: 'switched off' }),
      refused: expect(pushProtection, (on) => on, `${name} takes pushes that hold secrets.`, { label: 'switched off' }),
    };
  },
});
