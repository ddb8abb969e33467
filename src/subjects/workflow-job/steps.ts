import type { Job, Script, Step, Text, Workflow } from '../../dialects/github-actions/model.ts';
import type { Finding } from '../../model/kinds/workflow-job.ts';
import type { FilePlace } from '../../model/place.ts';
import { expressionsIn, strangersPart } from './expressions.ts';
import { strangersOutputs } from './outputs.ts';

/** Where a piece of a script stands in the file. */
export function placeIn({ text, at, lines }: Script, offset: number, length: number): FilePlace {
  const before = text.slice(0, offset).split('\n');
  const start = lines[before.length - 1] ?? lines[0]!;
  // A script in one line begins behind its quote, where it has one.
  const startColumn = start.column + before.at(-1)!.length;
  return {
    file: at.file,
    span: { startLine: start.line, startColumn, endLine: start.line, endColumn: startColumn + length },
  };
}

// Inputs of actions that are code: https://github.com/actions/github-script
const codeInputs: readonly (readonly [RegExp, string])[] = [
  [/^actions\/github-script@/, 'script'],
  [/^azure\/(powershell|cli)@/i, 'inlineScript'],
  [/^appleboy\/ssh-action@/i, 'script'],
  [/^nick-fields\/retry@/i, 'command'],
  [/^reactivecircus\/android-emulator-runner@/i, 'script'],
  [/^jannekem\/run-python-script-action@/i, 'script'],
  [/^mikefarah\/yq@/i, 'cmd'],
];

/**
 * Expressions that a stranger controls, where they are pasted into code: by the step itself or by an action kept here
 * that pastes its input. Followed through `env` and through outputs of earlier steps.
 */
export function untrustedInScripts(
  steps: readonly Step[],
  outer: readonly ReadonlyMap<string, Text>[],
  inputs: ReadonlyMap<string, ReadonlySet<string>> = new Map(),
): Finding[] {
  const outputs = new Map<string, string>();
  const direct = (expression: string) => strangersPart(expression) ?? outputs.get(outputNamed(expression));
  const pasted = (text: string) =>
    expressionsIn(text)
      .map(({ expression }) => direct(expression))
      .find((part) => part !== undefined);
  return steps.flatMap((step) => {
    const variables = new Map([...outer, step.env].flatMap((map) => [...map]));
    const partOf = (expression: string) => {
      const name = /^env\.([\w-]+)$/.exec(expression)?.[1];
      // `${{ env.TITLE }}` pastes what the variable was given.
      return name === undefined ? direct(expression) : pasted(variables.get(name)?.text ?? '');
    };
    if (step.id !== undefined) {
      const tainted = [...variables].flatMap(([name, { text }]) => {
        const part = pasted(text);
        return part === undefined ? [] : [[name, part] as const];
      });
      for (const [name, part] of strangersOutputs(step, new Map(tainted), pasted))
        outputs.set(`steps.${step.id}.outputs.${name}`, part);
    }
    const pastes = inputs.get(step.uses?.text.replace(/^[.$]\//, '').replace(/\/$/, '') ?? '');
    const handedOn = [...step.with].flatMap(([name, { text, at }]): Finding[] => {
      const part = pastes?.has(name) && /^[.$]\//.test(step.uses!.text) ? pasted(text) : undefined;
      return part === undefined
        ? []
        : [{ what: `${part} (through ${step.uses!.text})`, at, item: `${step.name}: ${name}` }];
    });
    const code = codeInputs.find(([action]) => step.uses && action.test(step.uses.text));
    const script = step.run ?? (code && step.with.get(code[1]));
    if (!script) return handedOn;
    return expressionsIn(script.text).flatMap(({ expression, offset }): Finding[] => {
      const part = partOf(expression);
      if (part === undefined) return [];
      return [{ what: part, at: placeIn(script, offset, expression.length + 6), item: `${step.name}: ${expression}` }];
    });
  });
}

const outputNamed = (expression: string): string => /^steps\.[\w-]+\.outputs\.[\w-]+$/.exec(expression)?.[0] ?? '';

/** Inputs of an action, where they are pasted into code: the steps that call it decide what stands there. */
export const inputsInScripts = (steps: readonly Step[]): Finding[] =>
  steps.flatMap((step) => {
    const code = codeInputs.find(([action]) => step.uses && action.test(step.uses.text));
    const script = step.run ?? (code && step.with.get(code[1]));
    if (!script) return [];
    return expressionsIn(script.text).flatMap(({ expression, offset }): Finding[] =>
      /^inputs\.[\w-]+$/.test(expression)
        ? [
            {
              what: expression,
              at: placeIn(script, offset, expression.length + 6),
              item: `${step.name}: ${expression}`,
            },
          ]
        : [],
    );
  });

const privilegedCheckout = new Set(['pull_request_target', 'workflow_run', 'issue_comment']);
const strangersRef =
  /github\.event\.pull_request\.(head\.(sha|ref)|merge_commit_sha)|github\.head_ref|github\.event\.workflow_run\.head_(sha|branch|commit)|refs\/pull\/|github\.event\.(number|issue\.number|pull_request\.number)/;

/** Checkouts of a stranger's code in a run that holds secrets. A job that only a label or a member can start is not one. */
export function outsideCodeCheckedOut(workflow: Workflow, job: Job): Finding[] {
  const trigger = workflow.triggers.find(({ name }) => privilegedCheckout.has(name));
  if (!trigger) return [];
  return job.steps.flatMap((step): Finding[] => {
    const guarded = [job.condition?.text, step.condition?.text].some((text) => text !== undefined && isGuard(text));
    if (guarded) return [];
    const ref =
      step.uses && /^actions\/checkout@/i.test(step.uses.text)
        ? (step.with.get('ref') ?? step.with.get('repository'))
        : undefined;
    if (ref && strangersRef.test(ref.text))
      return [{ what: `${trigger.name}, ${ref.text}`, at: ref.at, item: step.name }];
    const fetched =
      step.run &&
      /(gh pr checkout|git (fetch|checkout|pull)[^\n]*(pull\/|head_ref|head\.(ref|sha)))/.exec(step.run.text);
    return fetched && step.run
      ? [
          {
            what: `${trigger.name}, ${fetched[0]}`,
            at: placeIn(step.run, fetched.index, fetched[0].length),
            item: step.name,
          },
        ]
      : [];
  });
}

// A condition that lets in only what somebody with rights has approved, or the repository's own branches.
const isGuard = (text: string): boolean =>
  /author_association|github\.event\.label\.name|labels\.\*\.name|head\.repo\.(full_name|fork|owner)|github\.event\.pull_request\.merged|github\.event_name *== *'(push|pull_request)'|permission/.test(
    text,
  ) || /github\.(actor|triggering_actor) *== *'[^'[]+'/.test(text);

const cloudLogins = /^(aws-actions\/configure-aws-credentials|azure\/login|google-github-actions\/auth)@/i;
const keyInputs = ['aws-secret-access-key', 'creds', 'credentials_json', 'client-secret'];
const keyVariables =
  /^(AWS_SECRET_ACCESS_KEY|AZURE_CLIENT_SECRET|ARM_CLIENT_SECRET|AZURE_CREDENTIALS|GOOGLE_CREDENTIALS|GOOGLE_APPLICATION_CREDENTIALS_JSON|GCP_SA_KEY)$/;

/** Logins to a cloud by a key that is stored as a secret. */
export function storedCloudKeys(workflow: Workflow, job: Job): Finding[] {
  const inputs = job.steps.flatMap((step) =>
    step.uses && cloudLogins.test(step.uses.text)
      ? keyInputs.flatMap((name) => {
          const input = step.with.get(name);
          return input && /secrets\./.test(input.text)
            ? [{ what: `${step.uses!.text.split('@')[0]} with ${name}`, at: input.at, item: `${step.name}: ${name}` }]
            : [];
        })
      : [],
  );
  const variables = [workflow.env, job.env, ...job.steps.map((step) => step.env)].flatMap((env) =>
    [...env].flatMap(([name, { text, at }]) =>
      keyVariables.test(name) && /secrets\./.test(text) ? [{ what: name, at, item: name }] : [],
    ),
  );
  return [...inputs, ...variables];
}

/** Logins to a cloud by a token that lives for the run only. */
export const federatedLogins = (job: Job): Finding[] =>
  job.steps.flatMap((step) =>
    step.uses &&
    cloudLogins.test(step.uses.text) &&
    ['role-to-assume', 'client-id', 'workload_identity_provider'].some((name) => step.with.has(name)) &&
    !keyInputs.some((name) => step.with.has(name))
      ? [{ what: step.uses.text.split('@')[0]!, at: step.uses.at, item: step.name }]
      : [],
  );

/** `${{ toJSON(secrets) }}`, `${{ secrets[matrix.name] }}`: all of the secrets become readable to the job. */
export function secretsExposed(job: Job): Finding[] {
  const texts = [
    ...job.env.values(),
    ...job.steps.flatMap((step) => [...step.env.values(), ...step.with.values(), ...(step.run ? [step.run] : [])]),
  ];
  return texts.flatMap(({ text, at }) =>
    expressionsIn(text).flatMap(({ expression }) =>
      /\btoJSON\(\s*secrets\s*\)/i.test(expression) || /\bsecrets\[(?!\s*['"])/.test(expression)
        ? [{ what: expression, at, item: expression }]
        : [],
    ),
  );
}

/** `fromJSON(secrets.ACCOUNT).password`: only the whole of a secret is masked in logs, and not what it holds. */
export function unmaskedSecrets(job: Job): Finding[] | undefined {
  const texts = [
    ...job.env.values(),
    ...job.steps.flatMap((step) => [...step.env.values(), ...step.with.values(), ...(step.run ? [step.run] : [])]),
  ];
  if (!texts.some(({ text }) => /\bsecrets[.[]/.test(text))) return undefined;
  return texts.flatMap(({ text, at }) =>
    expressionsIn(text).flatMap(({ expression }) => {
      const part = /\bfromJSON\(\s*secrets[.[][^)]*\)\s*[.[]/i.exec(expression)?.[0];
      return part ? [{ what: expression, at, item: expression }] : [];
    }),
  );
}

/** Passwords of registries that are written out. */
export const literalCredentials = (job: Job): Finding[] =>
  job.registryPasswords
    .filter(({ text }) => !text.includes('${{'))
    .map(({ at }, index) => ({ what: 'a registry password', at, item: `password ${index + 1}` }));

export const insecureCommands = (workflow: Workflow, job: Job): Finding[] =>
  [workflow.env, job.env, ...job.steps.map((step) => step.env)].flatMap((env) => {
    const found = env.get('ACTIONS_ALLOW_UNSECURE_COMMANDS');
    return found && /^(true|1)$/i.test(found.text)
      ? [{ what: 'ACTIONS_ALLOW_UNSECURE_COMMANDS', at: found.at, item: 'ACTIONS_ALLOW_UNSECURE_COMMANDS' }]
      : [];
  });

/** Checkouts that leave the token in `.git/config`, in jobs that go on to upload the whole workspace. */
export function keptCredentials(job: Job): Finding[] {
  const uploads = job.steps.some(
    (step) =>
      step.uses &&
      /^actions\/upload-artifact@/i.test(step.uses.text) &&
      /^(\.|\.\/|\*\*|\*|\$\{\{\s*github\.workspace\s*\}\}\/?)$/.test(step.with.get('path')?.text.trim() ?? ''),
  );
  if (!uploads) return [];
  return job.steps.flatMap((step) =>
    step.uses && /^actions\/checkout@/i.test(step.uses.text) && step.with.get('persist-credentials')?.text !== 'false'
      ? [{ what: step.uses.text, at: step.uses.at, item: step.name }]
      : [],
  );
}

const piped =
  /(?:curl|wget)\b[^\n|;&]*https?:\/\/[^\n|;&]*\|\s*(?:sudo\s+)?(?:-E\s+)?(?:ba|z|da)?sh\b|(?:bash|sh)\s+<\(\s*(?:curl|wget)[^\n]*\)|\b(?:bash|sh)\s+-c\s+["']\$\((?:curl|wget)[^\n]*\)/g;

/** Scripts from the network that go straight into a shell. */
export const pipedScripts = (steps: readonly Step[]): Finding[] =>
  steps.flatMap(({ run, name }) =>
    run
      ? [...run.text.matchAll(piped)].map((match) => ({
          what: match[0].slice(0, 60),
          at: placeIn(run, match.index, match[0].length),
          item: `${name}: ${match[0].slice(0, 60)}`,
        }))
      : [],
  );

const deployCommand =
  /(?:^|[\s;&|(])(terraform(?: -chdir=\S+)? apply|tofu apply|pulumi up|cdk deploy|kubectl (?:apply|rollout|set image)|helm (?:upgrade|install)|aws (?:ecs update-service|lambda update-function-code|cloudformation deploy|s3 sync)|gcloud (?:run|app|functions) deploy|az (?:webapp|functionapp) deploy\w*|serverless deploy|sam deploy|flyctl deploy|vercel --prod|firebase deploy)\b/;
const deployAction =
  /^(aws-actions\/amazon-ecs-deploy-task-definition|azure\/(webapps-deploy|functions-action|k8s-deploy)|google-github-actions\/deploy-)/i;

/** Steps that change a system that runs. A dry run or a cluster made for the test is none. */
export const deploys = (job: Job): Finding[] =>
  job.steps.flatMap((step): Finding[] => {
    if (step.uses && deployAction.test(step.uses.text))
      return [{ what: step.uses.text.split('@')[0]!, at: step.uses.at, item: step.name }];
    const local = job.steps.some(({ run, uses }) =>
      /\b(kind|minikube|k3d|localstack|ct)\b/.test(`${run?.text ?? ''} ${uses?.text ?? ''}`),
    );
    const match = step.run && !local ? deployCommand.exec(step.run.text) : null;
    if (!match || !step.run || /--dry-run|-destroy|\bplan\b.*-out/.test(step.run.text)) return [];
    const offset = match.index + match[0].indexOf(match[1]!);
    return [{ what: match[1]!, at: placeIn(step.run, offset, match[1]!.length), item: step.name }];
  });

const testCommand =
  /(?:^|[\s;&|(])(npm (?:run )?(?:t|test|cit)|npm run [\w:-]*test[\w:-]*|yarn (?:run )?test|pnpm (?:run )?test|npx (?:vitest|jest|playwright|mocha)|vitest|jest|go test|pytest|python -m (?:pytest|unittest)|tox|nox|cargo (?:test|nextest)|mvn (?:\S+ )*(?:test|verify)|(?:\.\/)?gradlew? (?:\S+ )*(?:test|check|build)|dotnet test|make (?:\S+ )*[\w-]*(?:test|check)[\w-]*|bundle exec (?:rspec|rake)|rspec|phpunit|terraform (?:\S+ )*(?:test|validate)|bats|ctest|swift test|flutter test|mix test|deno test|bun test|node --test)\b/;

export const tests = (job: Job): Finding[] =>
  job.steps.flatMap((step): Finding[] => {
    const match = step.run ? testCommand.exec(step.run.text) : null;
    return match && step.run
      ? [{ what: match[1]!, at: placeIn(step.run, match.index, match[0].length), item: step.name }]
      : [];
  });
