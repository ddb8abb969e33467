import type { GitHub } from '../io/github.ts';
import type { CheckAnnotation } from '../report/github.ts';

/** https://docs.github.com/en/rest/checks/runs#create-a-check-run */
const mostInRequest = 50;
/** So that a first run doesn't use up the requests that a repository has in an hour; the summary holds the rest. */
const most = 20 * mostInRequest;

export interface Check {
  repository: string;
  commit: string;
  failed: boolean;
  summary: string;
  annotations: readonly CheckAnnotation[];
}

/** Makes a check run with these annotations. */
export async function makeCheckRun(api: GitHub, check: Check): Promise<void> {
  const shown = check.annotations.slice(0, most);
  const left = check.annotations.length - shown.length;
  const title =
    left > 0 ? `The first ${most} findings; the summary of the run counts all` : 'What is open, on its line';
  const parts: CheckAnnotation[][] = [];
  for (let at = 0; at < shown.length; at += mostInRequest) parts.push(shown.slice(at, at + mostInRequest));
  const output = (part: readonly CheckAnnotation[]) => ({ title, summary: check.summary, annotations: part });
  const made = (await api.send('POST', `/repos/${check.repository}/check-runs`, {
    name: 'soc2-lint findings',
    head_sha: check.commit,
    status: 'completed',
    // Nothing open is no verdict: the opinion is the auditor's, so there is nothing green.
    conclusion: check.failed ? 'failure' : 'neutral',
    output: output(parts[0] ?? []),
  })) as { id: number };
  for (const part of parts.slice(1))
    await api.send('PATCH', `/repos/${check.repository}/check-runs/${made.id}`, { output: output(part) });
}
