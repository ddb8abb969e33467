import { blockAt } from '../parse/yaml/comments.ts';
import type { SourceComment } from '../parse/parsed.ts';
import type { YamlDocument } from '../parse/yaml/parse.ts';
import type { Comment } from './dialect.ts';

/** Whether a comment speaks to a linter: ours or another one whose comments are honoured. */
export const speaksToLinters = (text: string): boolean =>
  /soc2-lint:|checkov:skip|bridgecrew:skip|cortex:skip|tfsec:ignore|trivy:ignore|kics-scan|zizmor:\s*ignore|hadolint\s+(?:global\s+)?ignore|ignore-check\.kube-linter\.io/.test(
    text,
  );

/** The comments of a YAML file that speak to a linter, each with what it covers. */
export const yamlComments = (
  file: string,
  documents: readonly YamlDocument[],
  comments: readonly SourceComment[],
): Comment[] =>
  comments
    .filter(({ text }) => speaksToLinters(text))
    .map((comment) => ({
      text: comment.text,
      at: { file, span: comment.span },
      covers: { file, span: blockAt(documents, comment) },
    }));
