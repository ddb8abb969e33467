import { fail, on, pass, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'scanners-can-fail-the-build',
  title: 'What a scanner finds can stop a change',
  severity: 'medium',
  criteria: {
    'CC7.1': 'A weakness that a scanner finds is seen before it is merged, and not only written into a log.',
    'CC8.1': 'The check that a change was scanned means something: it fails where the scan does.',
  },
  do: 'Remove what keeps the result from failing the job; keep accepted findings in the scanner’s own list with reasons.',
  on: on('workflow-job'),
  check: ({ name, traits: { scanners } }) =>
    scanners.map(({ tool, muted, at }, index) => {
      const item = `${tool}${index > 0 ? ` (${index + 1})` : ''}`;
      return muted
        ? fail(`${name} runs ${tool}, but nothing it finds can fail it (${muted.how}).`, muted.at, { item })
        : pass(at, item);
    }),
});
