import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'new-dependencies-are-reviewed',
  title: 'A change that brings in a vulnerable dependency is refused',
  severity: 'medium',
  criteria: {
    'CC7.1': 'A dependency with a known vulnerability is found before it is merged, and holds the change up.',
    'CC8.1': 'What a change takes in from others is part of what is tested.',
  },
  do: 'Leave out warn-only: true and vulnerability-check: false, in the workflow and in the file of settings.',
  aspects: { refused: {}, vulnerabilities: {} },
  on: on('dependency-review'),
  check: ({ name, traits: { refuses, looksForVulnerabilities } }) => ({
    refused: expect(refuses, (is) => is, `${name} only warns of what it finds.`, { label: 'warns only' }),
    vulnerabilities: expect(looksForVulnerabilities, (is) => is, `${name} does not look for known vulnerabilities.`, {
      label: 'switched off',
    }),
  }),
});
