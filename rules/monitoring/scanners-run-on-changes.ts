import type { ScannerKind } from '../../src/model/kinds/workflow-job.ts';
import { fail, on, pass, rule } from '../../src/rule/rule.ts';

const onChanges = ['pull_request', 'pull_request_target', 'merge_group', 'push', 'workflow_call'];
const inWords: { readonly [kind in ScannerKind]?: string } = {
  code: 'a scanner of code',
  dependencies: 'a scanner of dependencies',
  infrastructure: 'a scanner of infrastructure code',
  secrets: 'a scanner for secrets',
  images: 'a scanner of images',
};

export default rule({
  id: 'scanners-run-on-changes',
  title: 'Scanners look at every change',
  severity: 'low',
  criteria: {
    'CC7.1': 'A weakness is found when it is brought in, by a scanner that looks at each change.',
    'CC8.1': 'What is merged was scanned before or as it was merged.',
  },
  do: 'Start the workflow that scans on pull_request, besides its schedule.',
  on: on('repository'),
  needs: ['workflow-job'],
  check: (_, { find }) => {
    const scans = find('workflow-job').flatMap(({ traits: { scanners, startedBy } }) =>
      scanners.map((scanner) => ({ ...scanner, seesChanges: startedBy.some(({ name }) => onChanges.includes(name)) })),
    );
    return (Object.keys(inWords) as ScannerKind[]).flatMap((kind) => {
      const own = scans.filter((scan) => scan.kind === kind);
      const [first] = own;
      if (!first) return [];
      const seeing = own.find(({ seesChanges }) => seesChanges);
      return seeing
        ? pass(seeing.at, kind)
        : fail(`There is ${inWords[kind]} (${first.tool}), but it does not run on changes.`, first.at, { item: kind });
    });
  },
});
