import { notice, warning } from '@actions/core';
import type { AnnotationMode } from '../model/config.ts';
import type { Problem, Report } from '../model/report.ts';
import type { RenderContext } from '../report/context.ts';
import { visible } from '../report/escape.ts';
import { checkAnnotations, hiddenByCommands } from '../report/github.ts';
import { render } from '../report/index.ts';
import { masked } from '../report/mask.ts';
import type { Around } from './around.ts';
import { makeCheckRun } from './check-run.ts';
import { commentLimit } from './comment.ts';
import { refused, tell } from './tell.ts';

/** On the lines: by a check run, which holds all of them, or by workflow commands, which a step has ten of a level. */
export async function annotate(
  how: AnnotationMode,
  shown: Report,
  context: RenderContext,
  around: Around,
  failed: boolean,
): Promise<void> {
  if (how === 'none') return;
  const report = masked(shown, context.secrets);
  const besides = tellProblems(report.problems);
  const wantsCheck = how === 'checks' || (how === 'auto' && hiddenByCommands(report, { besides }) > 0);
  if (wantsCheck && (await annotateByCheck(how, report, context, around, failed))) return;
  process.stdout.write(await render('github', shown, { ...context, besides }));
}

/** Whether it could be done. Nobody asked for it with `auto`, so it says nothing of a permission that isn't there. */
async function annotateByCheck(
  how: AnnotationMode,
  report: Report,
  context: RenderContext,
  { api, repository, happened: { head } }: Around,
  failed: boolean,
): Promise<boolean> {
  if (!api || !head) {
    if (how === 'checks') tell('There is no token or no commit for a check run: workflow commands annotate instead.');
    return false;
  }
  const summary = await render('markdown', report, { ...context, limit: commentLimit });
  try {
    const annotations = checkAnnotations(report, context);
    await makeCheckRun(api, { repository, commit: head, failed, summary, annotations });
    return true;
  } catch (error) {
    const text = refused(
      error,
      'The findings could not be put into a check run, so workflow commands annotate',
      'checks: write',
    );
    if (how === 'checks') tell(text);
    return false;
  }
}

/** More would take the findings' places. */
const problemsShown = 3;

function tellProblems(problems: readonly Problem[]): NonNullable<RenderContext['besides']> {
  const kinds = [
    { say: warning, title: 'soc2-lint could not read everything', all: problems.filter((problem) => !problem.notice) },
    { say: notice, title: 'soc2-lint', all: problems.filter((problem) => problem.notice) },
  ];
  const said = kinds.map(({ say, title, all }) => {
    const shown = all.length > problemsShown ? all.slice(0, problemsShown - 1) : all;
    for (const { message, location } of shown)
      say(visible(message), {
        title,
        ...(location && { file: visible(location.file), startLine: location.startLine }),
      });
    const hidden = all.length - shown.length;
    if (hidden > 0) say(`${hidden} more: the summary of the run lists them.`, { title });
    return shown.length + Math.min(hidden, 1);
  });
  return { warning: said[0]!, notice: said[1]! };
}
