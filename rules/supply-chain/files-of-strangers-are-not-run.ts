import type { Finding } from '../../src/model/kinds/workflow-job.ts';
import { fail, on, pass, rule, type Check } from '../../src/rule/rule.ts';

const each = (found: readonly Finding[] | undefined, message: (what: string) => string): Check =>
  !found
    ? []
    : found.length === 0
      ? pass()
      : found.map(({ what, at, item, related }) => fail(message(what), at, { item, ...(related && { related }) }));

export default rule({
  id: 'files-of-strangers-are-not-run',
  title: 'Files of a stranger’s run do not mix with what a privileged run executes',
  severity: 'high',
  criteria: {
    'CC6.8': 'A file that a proposal from outside made can’t replace a script that runs with secrets.',
    'CC6.6': 'What comes over the border from an unprivileged run is kept apart and looked at.',
  },
  do: 'Give the download a path of its own (path: ${{ runner.temp }}/artifact), and read its files as data.',
  on: on('workflow-job'),
  check: ({ name, traits: { foreignFilesRun } }) =>
    each(
      foreignFilesRun,
      (what) =>
        `${name} puts files of a run that anyone can start into its working folder (${what}), and runs what is there.`,
    ),
});
