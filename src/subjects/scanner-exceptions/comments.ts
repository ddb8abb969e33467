import type { Comment } from '../../dialects/dialect.ts';
import type { ScannerException } from '../../model/kinds/scanner-exceptions.ts';
import { fileStart } from '../../model/place.ts';
import type { Subject } from '../../model/subject.ts';
import { mapping } from '../mapping.ts';

// Comments that have a place for the reason: those of other scanners have none, so that it may stand anywhere.
// https://www.checkov.io/2.Basics/Suppressing%20and%20Skipping%20Policies.html, https://docs.zizmor.sh/usage/#ignoring-results,
// https://github.com/stelligent/cfn_nag#per-resource-rule-suppression
const forms: readonly { scanner: string; form: RegExp }[] = [
  { scanner: 'Checkov', form: /(?:checkov|bridgecrew|cortex):skip=([\w,]+)(?:\s*:\s*(.*))?/ },
  { scanner: 'cfn-nag', form: /cfn_nag:skip=(\S+?)(?::\s+(.*))?$/ },
  { scanner: 'cdk-nag', form: /cdk_nag:skip=(\S+?)(?::\s+(.*))?$/ },
  { scanner: 'zizmor', form: /zizmor:\s*ignore\[([^\]]*)\]\s*(.*)/ },
];

/** Comments beside the code, one subject for each file that has some. */
export default mapping({
  kind: 'scanner-exceptions',
  dialect: 'repository',
  types: ['repository'],
  map: (_, { comments, roleOf }) => {
    const byFile = new Map<string, { scanner: string; exceptions: ScannerException[] }>();
    for (const comment of comments)
      for (const { scanner, form } of forms) {
        const found = exceptionIn(comment, form);
        if (!found) continue;
        const { file } = comment.at;
        const there = byFile.get(file) ?? { scanner, exceptions: [] };
        there.exceptions.push(found);
        byFile.set(file, there);
      }
    return [...byFile].map(([file, { scanner, exceptions }]): Subject<'scanner-exceptions'> => ({
      kind: 'scanner-exceptions',
      name: `comments of ${file}`,
      role: roleOf(file),
      at: exceptions[0]!.at,
      block: fileStart(file),
      parts: [],
      calls: [],
      traits: { scanner, besideCode: true, passedOver: exceptions },
    }));
  },
});

function exceptionIn({ text, at }: Comment, form: RegExp): ScannerException | undefined {
  const match = form.exec(text);
  if (!match) return undefined;
  const [, what = '', reason = ''] = match;
  return { what, ...(reason.trim() && { reason: reason.trim() }), isVulnerability: false, at };
}
