import type { Job, Step, Text, Workflow } from '../../dialects/github-actions/model.ts';
import type { Finding } from '../../model/kinds/workflow-job.ts';
import { expressionsIn, strangersPart } from './expressions.ts';
import { placeIn } from './steps.ts';

const write = /(?:>>?|\btee\s+(?:-a|--append)|Out-File\b.*)\s*["']?(?:\$\{?(?:env:)?|%)(GITHUB_(?:ENV|PATH))\b/;
const assignment = /^\s*(?:export\s+|local\s+)?([A-Za-z_]\w*)=(.*)$/;

/**
 * Lines that write something of a stranger's into the environment of the later steps: through it a stranger sets
 * variables like NODE_OPTIONS, or puts a program in front. Followed through `env` and the script's own variables.
 * https://docs.github.com/actions/concepts/security/script-injections
 */
export function environmentWrites(workflow: Workflow, job: Job): Finding[] | undefined {
  if (!job.steps.some(({ run }) => run && write.test(run.text))) return undefined;
  const foreignFiles = job.steps.some(({ uses, run }) =>
    /^(actions\/download-artifact|dawidd6\/action-download-artifact)@|gh run download/i.test(
      uses?.text ?? run?.text ?? '',
    ),
  );
  const outside = workflow.triggers.some(({ name }) => name === 'workflow_run') && foreignFiles;
  return job.steps.flatMap((step) => writesOf(step, [workflow.env, job.env, step.env], outside));
}

function writesOf(
  { run, name }: Step,
  environments: readonly ReadonlyMap<string, Text>[],
  filesAreForeign: boolean,
): Finding[] {
  if (!run || !write.test(run.text)) return [];
  const tainted = new Set(
    environments.flatMap((env) =>
      [...env].flatMap(([key, { text }]) =>
        expressionsIn(text).some((e) => strangersPart(e.expression)) ? [key] : [],
      ),
    ),
  );
  const isForeign = (text: string) =>
    [...text.matchAll(/\$\{?(?:env:)?([A-Za-z_]\w*)|%([A-Za-z_]\w*)%/g)].some((m) => tainted.has((m[1] ?? m[2])!)) ||
    expressionsIn(text).some(({ expression }) => strangersPart(expression)) ||
    (filesAreForeign && /\bcat\s|\$\(\s*<|\bjq\s/.test(text));
  let offset = 0;
  return run.text.split('\n').flatMap((line): Finding[] => {
    const start = offset;
    offset += line.length + 1;
    const set = assignment.exec(line);
    if (set && isForeign(set[2]!)) tainted.add(set[1]!);
    const written = write.exec(line);
    if (!written || !isForeign(line.slice(0, written.index))) return [];
    const text = line.trim();
    return [
      {
        what: written[1]!,
        at: placeIn(run, start + line.indexOf(text), text.length),
        item: `${name}: ${written[1]!}`,
      },
    ];
  });
}
