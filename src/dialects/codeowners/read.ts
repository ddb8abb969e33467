import { fileStart } from '../../model/place.ts';
import { parseCodeowners, type CodeownersFile, type Forge } from '../../parse/codeowners/parse.ts';
import type { SyntaxProblem } from '../../parse/parsed.ts';
import { speaksToLinters } from '../linter-comments.ts';
import { program, type Comment, type DialectContext, type DialectOutput, type Resource } from '../dialect.ts';

export interface CodeownersModel {
  forge: Forge;
  file: CodeownersFile;
  /** Lines that the forge skips: findings of a rule, not problems of the scan. */
  mistakes: readonly SyntaxProblem[];
  bytes: number;
}

/** One resource a file. Which of several is read is for whoever knows them all. */
export function read(paths: readonly string[], context: DialectContext): DialectOutput {
  const resources: Resource<CodeownersModel>[] = [];
  const comments: Comment[] = [];
  const owner = program('codeowners', '', resources);
  for (const path of paths) {
    const text = context.text(path);
    if (text === undefined) continue;
    const forge = forgeOf(path, context);
    const { tree, problems, comments: written } = parseCodeowners(text, { forge });
    const at = fileStart(path);
    const block = { file: path, span: { ...at.span, endLine: text.split('\n').length + 1 } };
    for (const comment of written)
      if (speaksToLinters(comment.text)) {
        const below = tree.entries.find(({ span }) => span.startLine >= comment.span.startLine);
        comments.push({
          text: comment.text,
          at: { file: path, span: comment.span },
          covers: below ? { file: path, span: below.span } : block,
        });
      }
    resources.push({
      dialect: 'codeowners',
      type: 'codeowners',
      name: path,
      body: { type: 'object', entries: new Map(), complete: true, at, via: [] },
      model: { forge, file: tree, mistakes: problems, bytes: Buffer.byteLength(text) },
      at,
      block,
      calls: [],
      role: context.roleOf(path),
      program: owner,
    });
  }
  return { resources, comments, unresolved: [] };
}

/** By the host where it is known, else by the folder, else by the pipelines that are there. */
function forgeOf(path: string, { files, repository }: DialectContext): Forge {
  if (repository) return /gitlab/i.test(repository.host) ? 'gitlab' : 'github';
  if (path.startsWith('.github/')) return 'github';
  if (path.startsWith('.gitlab/')) return 'gitlab';
  const paths = files.list();
  return paths.includes('.gitlab-ci.yml') && !paths.some((other) => other.startsWith('.github/workflows/'))
    ? 'gitlab'
    : 'github';
}
