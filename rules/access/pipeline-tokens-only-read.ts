import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'pipeline-tokens-only-read',
  title: 'A pipeline’s token can only read, unless a workflow asks for more',
  severity: 'medium',
  criteria: {
    'CC6.3': 'A pipeline starts with the least rights, and every right to write is asked for in a reviewed file.',
  },
  do: 'Set default_workflow_permissions to "read".',
  on: on('pipeline-permissions'),
  check: ({ name, traits: { defaultTokenReadOnly } }) =>
    expect(defaultTokenReadOnly, (is) => is, `${name} lets the token of every pipeline write.`, { label: 'can write' }),
});
