import type { Step } from '../../dialects/github-actions/model.ts';
import type { Scanner, ScannerKind } from '../../model/kinds/workflow-job.ts';

// Scanners by the action that runs them and by the command.
const byAction: readonly [RegExp, ScannerKind][] = [
  [/^github\/codeql-action\/analyze\b/i, 'code'],
  [/^(semgrep|returntocorp)\/semgrep-action\b|^sonarsource\/|^snyk\/actions\/(?!docker|iac)/i, 'code'],
  [/^(securego\/gosec|step-security\/gosec)\b/i, 'code'],
  [
    /^actions\/dependency-review-action\b|^google\/osv-scanner-action\b|^pypa\/gh-action-pip-audit\b|^golang\/govulncheck-action\b/i,
    'dependencies',
  ],
  [
    /^bridgecrewio\/checkov-action\b|^checkmarx\/kics-github-action\b|^aquasecurity\/tfsec|^snyk\/actions\/iac\b/i,
    'infrastructure',
  ],
  [/^gitleaks\/gitleaks-action\b|^trufflesecurity\/trufflehog\b|^gitguardian\//i, 'secrets'],
  [/^anchore\/scan-action\b|^snyk\/actions\/docker\b|^docker\/scout-action\b/i, 'images'],
  [/^zizmorcore\/zizmor-action\b|^woodruffw\/zizmor-action\b|^ossf\/scorecard-action\b/i, 'posture'],
];
const byCommand: readonly [RegExp, ScannerKind][] = [
  [/(?:^|[\s;&|(])(semgrep (?:ci|scan|--config)|gosec|bandit|brakeman)\b/, 'code'],
  [
    /(?:^|[\s;&|(])(npm audit|yarn (?:npm )?audit|pnpm audit|pip-audit|osv-scanner|govulncheck|cargo (?:audit|deny)|bundle[- ]audit|safety check|snyk test)\b/,
    'dependencies',
  ],
  [/(?:^|[\s;&|(])(checkov|kics scan|tfsec|terrascan|trivy config|kube-linter|kubescape)\b/, 'infrastructure'],
  [/(?:^|[\s;&|(])(gitleaks|trufflehog|detect-secrets|ggshield)\b/, 'secrets'],
  [/(?:^|[\s;&|(])(trivy image|grype|docker scout cves)\b/, 'images'],
  [/(?:^|[\s;&|(])(zizmor|scorecard)\b/, 'posture'],
];

/** Inputs by which a scanner's action is told to go on whatever it finds. */
const softInputs: readonly (readonly [string, RegExp])[] = [
  ['soft_fail', /^true$/i],
  ['soft-fail', /^true$/i],
  ['warn-only', /^true$/i],
  ['fail-build', /^false$/i],
  ['exit-code', /^0$/],
  ['fail_on_findings', /^false$/i],
];

/** The scanner that a step runs, and what keeps its result from counting. */
export function scannerOf(step: Step, jobGoesOn: Scanner['muted'] | undefined): Scanner | undefined {
  const found = kindOf(step);
  if (!found) return undefined;
  const muted = mutedBy(step, found.tool) ?? jobGoesOn;
  return { ...found, at: step.uses?.at ?? step.run?.at ?? step.at, ...(muted && { muted }) };
}

function kindOf({ uses, run, with: inputs }: Step): { kind: ScannerKind; tool: string } | undefined {
  if (uses) {
    const tool = uses.text.split('@')[0]!;
    if (/^aquasecurity\/trivy-action$/i.test(tool)) {
      const type = inputs.get('scan-type')?.text ?? 'image';
      return { kind: type === 'config' ? 'infrastructure' : type === 'image' ? 'images' : 'dependencies', tool };
    }
    const kind = byAction.find(([pattern]) => pattern.test(uses.text))?.[1];
    return kind && { kind, tool };
  }
  const script = (run?.text ?? '').replace(/^\s*#.*$/gm, '');
  for (const [pattern, kind] of byCommand) {
    const tool = pattern.exec(script)?.[1];
    // Installing a tool is not running it.
    if (
      tool &&
      !new RegExp(`(install|get|add|version|--help|brew|apt)[^\\n]*${tool.split(' ')[0]}[^\\n]*$`).test(script.trim())
    )
      return { kind, tool };
  }
  return undefined;
}

function mutedBy({ continueOnError, run, with: inputs, uses }: Step, tool: string): Scanner['muted'] | undefined {
  if (continueOnError?.text === 'true') return { how: 'continue-on-error: true', at: continueOnError.at };
  for (const [name, off] of softInputs) {
    const input = inputs.get(name);
    if (uses && input && off.test(input.text)) return { how: `${name}: ${input.text}`, at: input.at };
  }
  if (!run) return undefined;
  const first = tool.split(' ')[0]!.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const line = run.text
    .split('\n')
    .findIndex((text) =>
      new RegExp(`\\b${first}\\b.*(\\|\\|\\s*(true|:|exit 0)|--exit-zero|--soft-fail|--exit-code[ =]0)`).test(text),
    );
  if (line < 0) return undefined;
  const start = run.lines[line] ?? run.lines[0]!;
  const span = {
    startLine: start.line,
    startColumn: start.column,
    endLine: start.line,
    endColumn: start.column + run.text.split('\n')[line]!.length,
  };
  return { how: run.text.split('\n')[line]!.trim().slice(-40), at: { file: run.at.file, span } };
}
