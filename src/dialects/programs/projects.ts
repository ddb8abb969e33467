import { fileStart } from '../../model/place.ts';
import type { DialectContext, Unresolved } from '../dialect.ts';
import { reason } from './items.ts';

/** Projects whose programs are in a language that isn't read, each listed once. */
export const otherRuntimes = (
  projects: readonly string[],
  context: DialectContext,
  runtime: RegExp,
  tool: string,
): Unresolved[] =>
  projects.flatMap((path) => {
    const match = runtime.exec(context.text(path) ?? '');
    const language = match?.slice(1).find((group) => group !== undefined);
    if (language === undefined) return [];
    return [
      {
        name: path,
        at: fileStart(path),
        reason: reason(
          'not-rendered',
          `a program of ${tool} in ${language}`,
          'what it makes, in a form that is read (TypeScript, templates, Terraform)',
        ),
      },
    ];
  });
