import type { Step, Workflow } from '../../dialects/github-actions/model.ts';
import type { Finding } from '../../model/kinds/workflow-job.ts';

// Inputs that say which release of a tool is fetched, where it is the newest without one; each by the action's own page.
const newestByItself: readonly (readonly [RegExp, string])[] = [
  [/^aquasecurity\/setup-trivy@/i, 'version'],
  [/^1password\/load-secrets-action@/i, 'version'],
  [/^azure\/setup-helm@/i, 'version'],
  [/^azure\/setup-kubectl@/i, 'version'],
  [/^hashicorp\/setup-terraform@/i, 'terraform_version'],
  [/^terraform-linters\/setup-tflint@/i, 'tflint_version'],
];

/** Set-up actions that fetch the newest release of a tool: the pin of the action does not hold for the tool. */
export function latestTools(steps: readonly Step[], workflow?: Workflow): Finding[] | undefined {
  const takesInputs = !workflow || workflow.triggers.some(({ name }) => /^workflow_(call|dispatch)$/.test(name));
  const settings = steps.flatMap(({ name, uses, with: inputs }) => {
    if (!uses || /^[.$]\//.test(uses.text)) return [];
    const action = uses.text.split('@')[0]!;
    const byItself = newestByItself.find(([pattern]) => pattern.test(uses.text));
    const told = [...inputs].filter(([input]) => input === byItself?.[1] || isVersion(action, input));
    if (told.length === 0) return byItself ? [{ what: action, at: uses.at, item: name, newest: true }] : [];
    return told.map(([input, { text, at }]) => {
      const version = takesInputs ? text.trim() : withoutInputs(text.trim());
      const newest = /^(latest)$/i.test(version) || (version === '' && byItself !== undefined);
      return { what: `${action} with ${input}: ${text.trim()}`, at, item: `${name}: ${input}`, newest };
    });
  });
  if (settings.length === 0) return undefined;
  return settings.filter(({ newest }) => newest).map(({ what, at, item }) => ({ what, at, item }));
}

/** Where nothing can give a workflow inputs, they are empty. */
const withoutInputs = (text: string): string => (/^\$\{\{\s*inputs\.[\w-]+\s*\}\}$/.test(text) ? '' : text);

const isVersion = (action: string, input: string): boolean =>
  /(^|\/)(setup-|install-)|-(installer|setup|install|action)$/i.test(action) && /(^|[-_])version$/i.test(input);
