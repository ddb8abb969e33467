import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'container-files-are-read-only',
  title: 'Containers can not write to their own file system',
  severity: 'low',
  criteria: {
    'CC6.8': 'Software that gets into a container finds no place to install itself.',
  },
  do: 'Set readonlyRootFilesystem = true for every container, and mount a volume for what has to be written.',
  equivalents: { checkov: ['CKV_AWS_336'] },
  on: on('container-task'),
  check: ({ name, traits: { rootReadOnly } }) =>
    expect(rootReadOnly, (on) => on, `${name} has a container that can write to its own file system.`),
});
