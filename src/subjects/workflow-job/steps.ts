import type { Job, Script, Step, Text, Workflow } from '../../dialects/github-actions/model.ts';
import type { Finding } from '../../model/kinds/workflow-job.ts';
import type { FilePlace } from '../../model/place.ts';
import { expressionsIn, pastedPaths, strangersPart, takesSecretApart, writesAllSecrets } from './expressions.ts';
import { flowThrough, type Taint } from './flow.ts';

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
  // Templates of lodash, which may hold code: https://github.com/tibdex/backport/blob/main/action.yml
  [/^tibdex\/backport@/i, 'title_template'],
  [/^tibdex\/backport@/i, 'body_template'],
];

const cameThrough = ({ through }: Pick<Taint, 'through'>): Pick<Finding, 'related'> =>
  through.length > 0 ? { related: through } : {};

/** The code that a step gives to an interpreter. */
function codeOf({ run, uses, with: inputs }: Step): Script[] {
  if (run) return [run];
  return codeInputs.flatMap(([action, input]) => (uses && action.test(uses.text) ? (inputs.get(input) ?? []) : []));
}

/**
 * Expressions that a stranger controls, where they are pasted into code: by the step itself or by an action kept here
 * that pastes its input. Followed through `env`, outputs of earlier steps and what they write for later ones.
 */
export function untrustedInScripts(
  steps: readonly Step[],
  outer: readonly ReadonlyMap<string, Text>[],
  inputs: PastedInputs = new Map(),
): Finding[] {
  return flowThrough(steps, outer, strangersPart).flatMap(({ step, partOf, pasted }) => [
    ...handedOn(step, inputs, pasted),
    ...codeOf(step).flatMap((script) =>
      expressionsIn(script.text).flatMap(({ expression, offset, length }): Finding[] => {
        const taint = partOf(expression);
        if (!taint) return [];
        const at = placeIn(script, offset, length);
        return [{ what: taint.part, at, item: `${step.name}: ${expression}`, ...cameThrough(taint) }];
      }),
    ),
  ]);
}

/** The inputs that code kept here pastes into its scripts, by its folder or file, each with the place of the script. */
export type PastedInputs = ReadonlyMap<string, ReadonlyMap<string, FilePlace>>;

export const ownName = (uses = ''): string | undefined =>
  /^[.$]\//.test(uses) ? uses.replace(/^[.$]\//, '').replace(/\/$/, '') : undefined;

/** Inputs that are given to code kept here, which pastes them into a script. */
export function handedOn(
  { uses, with: given, name: by }: { uses?: Text; with: ReadonlyMap<string, Script>; name: string },
  inputs: PastedInputs,
  pasted: (text: string) => Taint | undefined,
): Finding[] {
  const pastes = inputs.get(ownName(uses?.text) ?? '');
  if (!pastes || !uses) return [];
  return [...given].flatMap(([name, { text, at }]): Finding[] => {
    const sink = pastes.get(name.toLowerCase());
    const taint = sink && pasted(text);
    if (!sink || !taint) return [];
    const related = [...taint.through, { name: `the script that pastes ${name}`, at: sink }];
    return [{ what: `${taint.part} (through ${uses.text})`, at, item: `${by}: ${name}`, related }];
  });
}

/** What a stranger controls, where a job gives it to a reusable workflow kept here that pastes it into a script. */
export const untrustedToWorkflow = ({ id, uses, with: given }: Job, inputs: PastedInputs): Finding[] =>
  handedOn(
    { ...(uses && { uses }), with: given, name: id },
    inputs,
    (text) =>
      expressionsIn(text).flatMap(({ expression }) => {
        const part = strangersPart(expression);
        return part === undefined ? [] : [{ part, through: [] }];
      })[0],
  );

const inputOf = (expression: string): string | undefined =>
  pastedPaths(expression).flatMap(({ path: [context, name] }) =>
    context?.toLowerCase() === 'inputs' && name !== undefined ? [`inputs.${name}`] : [],
  )[0];

/** Inputs of an action, where they are pasted into code: the steps that call it decide what stands there. */
export const inputsInScripts = (steps: readonly Step[], outer: readonly ReadonlyMap<string, Text>[] = []): Finding[] =>
  flowThrough(steps, outer, inputOf).flatMap(({ step, partOf }) =>
    codeOf(step).flatMap((script) =>
      expressionsIn(script.text).flatMap(({ expression, offset, length }): Finding[] => {
        const taint = partOf(expression);
        if (!taint) return [];
        const at = placeIn(script, offset, length);
        return [{ what: taint.part, at, item: `${step.name}: ${expression}`, ...cameThrough(taint) }];
      }),
    ),
  );

const privilegedCheckout = new Set(['pull_request_target', 'workflow_run', 'issue_comment']);
// Refs and commits that a stranger chooses, by name or by the number of a pull request.
const refs = [
  'event.pull_request.head.sha',
  'event.pull_request.head.ref',
  'event.pull_request.merge_commit_sha',
  'event.pull_request.number',
  'event.pull_request.head.repo.full_name',
  'event.pull_request.head.repo.clone_url',
  'event.workflow_run.head_sha',
  'event.workflow_run.head_branch',
  'event.workflow_run.head_commit.id',
  'event.workflow_run.head_repository.full_name',
  'event.workflow_run.pull_requests.*.number',
  'event.issue.number',
  'event.number',
  'head_ref',
];
const refPart = (expression: string): string | undefined =>
  pastedPaths(expression)
    .map(({ path }) => path.join('.'))
    .find((path) => refs.includes(path.replace(/^github\./i, '').replace(/\.\d+(?=\.)/g, '.*'))) ??
  strangersPart(expression);

const fetching = /(gh pr checkout|git (fetch|checkout|pull)[^\n]*(pull\/|head_ref|head\.(ref|sha)))/;

/** Checkouts of a stranger's code in a run that holds secrets. A job that only a label or a member can start is not one. */
export function outsideCodeCheckedOut(workflow: Workflow, job: Job): Finding[] {
  const trigger = workflow.triggers.find(({ name }) => privilegedCheckout.has(name));
  if (!trigger) return [];
  return flowThrough(job.steps, [workflow.env, job.env], refPart).flatMap(({ step, pasted, variables }): Finding[] => {
    const guarded = [job.condition?.text, step.condition?.text].some((text) => text !== undefined && isGuard(text));
    if (guarded) return [];
    const inputs =
      step.uses && /^actions\/checkout@/i.test(step.uses.text)
        ? ['ref', 'repository'].flatMap((name) => step.with.get(name) ?? [])
        : [];
    for (const ref of inputs) {
      const taint = pasted(ref.text) ?? (ref.text.includes('refs/pull/') ? { through: [] } : undefined);
      if (taint) return [{ what: `${trigger.name}, ${ref.text}`, at: ref.at, item: step.name, ...cameThrough(taint) }];
    }
    const { run } = step;
    const fetched = run && (fetching.exec(run.text) ?? fetchOf(run.text, variables));
    return fetched && run
      ? [
          {
            what: `${trigger.name}, ${fetched[0]}`,
            at: placeIn(run, fetched.index, fetched[0].length),
            item: step.name,
          },
        ]
      : [];
  });
}

const branchOf =
  /\bgithub\.(?:event\.pull_request\.head\.ref|head_ref|event\.workflow_run\.head_branch)\b|refs\/pull\//i;

/**
 * Checkouts that only run once somebody approved (by a label, by being a member, by an environment) and that name a branch: it
 * may have moved between the approval and the run. https://docs.github.com/actions/reference/security/secure-use
 */
export function movingCheckouts(workflow: Workflow, job: Job): Finding[] | undefined {
  if (!workflow.triggers.some(({ name }) => name === 'pull_request_target' || name === 'issue_comment'))
    return undefined;
  const checkouts = job.steps.flatMap((step) => {
    const approved = [job.condition?.text, step.condition?.text].some((text) => text !== undefined && isApproval(text));
    const ref = step.uses && /^actions\/checkout@/i.test(step.uses.text) ? step.with.get('ref') : undefined;
    return ref && (approved || job.environment) ? [{ step, ref }] : [];
  });
  if (checkouts.length === 0) return undefined;
  return checkouts.flatMap(({ step, ref }) =>
    branchOf.test(ref.text) ? [{ what: ref.text, at: ref.at, item: step.name }] : [],
  );
}

const isApproval = (text: string): boolean => /author_association|event\.label\.name|labels\.\*\.name/.test(text);

/** A fetch or checkout of what a variable names that a stranger chose. */
function fetchOf(script: string, variables: ReadonlyMap<string, Taint>): RegExpExecArray | null {
  for (const name of variables.keys()) {
    const found = new RegExp(`git (?:fetch|checkout|pull|switch)\\b[^\\n;&|]*\\$\\{?${name}\\b`).exec(script);
    if (found) return found;
  }
  return null;
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
      writesAllSecrets(expression) ? [{ what: expression, at, item: expression }] : [],
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
    expressionsIn(text).flatMap(({ expression }) =>
      takesSecretApart(expression) ? [{ what: expression, at, item: expression }] : [],
    ),
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
