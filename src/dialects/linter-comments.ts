/** Whether a comment speaks to a linter: ours or another one whose comments are honoured. */
export const speaksToLinters = (text: string): boolean =>
  /soc2-lint:|checkov:skip|bridgecrew:skip|cortex:skip|tfsec:ignore|trivy:ignore|kics-scan|zizmor:\s*ignore|hadolint\s+(?:global\s+)?ignore|ignore-check\.kube-linter\.io/.test(
    text,
  );
