// What a stranger can shape in the context of a run:
// https://docs.github.com/actions/concepts/security/script-injections#understanding-the-risk-of-script-injections
const shaped = [
  /\bgithub\.event\.(issue|pull_request|discussion)\.(title|body)\b/,
  /\bgithub\.event\.(comment|review|review_comment)\.body\b/,
  /\bgithub\.event\.pages\b.*\bpage_name\b/,
  /\bgithub\.event\.(commits\b.*|head_commit|workflow_run\.head_commit)\.(message|author\.(email|name)|committer\.(email|name))\b/,
  /\bgithub\.event\.(pull_request\.head|workflow_run)\.(ref|label|repo\.default_branch|head_branch|display_title)\b/,
  /\bgithub\.event\.workflow_run\.(head_branch|display_title|head_repository\.description|pull_requests\b.*\bref)\b/,
  /\bgithub\.head_ref\b/,
];

/** The expressions in a text: what stands between `${{` and `}}`, with its offset. */
export const expressionsIn = (text: string): { expression: string; offset: number }[] =>
  [...text.matchAll(/\$\{\{([\s\S]*?)\}\}/g)].map((match) => ({ expression: match[1]!.trim(), offset: match.index }));

/** The part of an expression that a stranger controls; undefined where none is. Text that is only compared is not pasted. */
export function strangersPart(expression: string): string | undefined {
  const pasted = expression.replace(/\b(contains|startsWith|endsWith|hashFiles)\((?:[^()]|\([^()]*\))*\)/g, ' ');
  if (/[=!<>]=|[<>]/.test(pasted) && !/&&|\|\|/.test(pasted)) return undefined;
  for (const pattern of shaped) {
    const found = pattern.exec(pasted)?.[0];
    if (found) return found;
  }
  return undefined;
}
