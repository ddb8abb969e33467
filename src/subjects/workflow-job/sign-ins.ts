import type { Step } from '../../dialects/github-actions/model.ts';
import type { SignIn } from '../../model/kinds/workflow-job.ts';

// The actions that exchange the token of a run, and the input that names whom they ask for.
const actions: readonly { action: RegExp; provider: SignIn['provider']; identity: string }[] = [
  { action: /^aws-actions\/configure-aws-credentials@/i, provider: 'aws', identity: 'role-to-assume' },
  { action: /^azure\/login@/i, provider: 'azure', identity: 'client-id' },
  { action: /^google-github-actions\/auth@/i, provider: 'google', identity: 'workload_identity_provider' },
  { action: /^octo-sts\/action@/i, provider: 'octo-sts', identity: 'identity' },
];

export const signIns = (steps: readonly Step[]): SignIn[] =>
  steps.flatMap(({ uses, with: inputs }): SignIn[] => {
    const found = uses && actions.find(({ action }) => action.test(uses.text));
    const asked = found && inputs.get(found.identity);
    if (!found || !asked) return [];
    // A role is known by its name, wherever its account is: arn:aws:iam::123456789012:role/path/deploy.
    const name = asked.text.split('/').at(-1)!;
    return [{ provider: found.provider, at: asked.at, ...(!name.includes('}') && { identity: name }) }];
  });
