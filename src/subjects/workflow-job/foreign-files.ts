import type { Job, Step, Workflow } from '../../dialects/github-actions/model.ts';
import type { Finding } from '../../model/kinds/workflow-job.ts';

const runsWhatIsThere =
  /(?:^|[\s;&|(])(?:\.{1,2}\/\S|(?:ba|z)?sh \S+\.sh\b|source \S|npm (?:ci|i|install|run|test)\b|yarn\b|pnpm\b|make\b|python3? \S+\.py\b|node \S+\.[cm]?js\b|pip install (?:-r|\.)|go (?:run|build|test)\b|cargo\b|mvn\b|gradle\b)/m;

/**
 * Artifacts of the run that started this one, which may be a stranger's, put into the folder that later steps run things from.
 * https://docs.github.com/actions/reference/security/secure-use#mitigating-the-risks-of-untrusted-code-checkout
 */
export function foreignFilesRun(workflow: Workflow, job: Job): Finding[] | undefined {
  if (!workflow.triggers.some(({ name }) => name === 'workflow_run')) return undefined;
  const taken = job.steps.flatMap((step, index) => (takesForeignFiles(step) ? [{ step, index }] : []));
  if (taken.length === 0) return undefined;
  return taken.flatMap(({ step, index }) =>
    landsInWorkspace(step) && job.steps.slice(index + 1).some(({ run }) => run && runsWhatIsThere.test(run.text))
      ? [{ what: step.uses?.text.split('@')[0] ?? 'gh run download', at: step.uses?.at ?? step.at, item: step.name }]
      : [],
  );
}

const takesForeignFiles = ({ uses, run, with: inputs }: Step): boolean =>
  (uses !== undefined &&
    ((/^actions\/download-artifact@/i.test(uses.text) && inputs.has('run-id')) ||
      /^dawidd6\/action-download-artifact@/i.test(uses.text))) ||
  (run !== undefined && /\bgh run download\b/.test(run.text));

const landsInWorkspace = ({ run, with: inputs }: Step): boolean =>
  run
    ? !/\bgh run download\b[^\n]*\s(?:-D|--dir)[\s=]/.test(run.text)
    : /^(?:|\.\/?|\$\{\{\s*github\.workspace\s*\}\}\/?)$/.test(inputs.get('path')?.text.trim() ?? '');
