import type { Job, Step, Text, Workflow } from '../../dialects/github-actions/model.ts';
import type { Finding, Scanner, ScannerKind } from '../../model/kinds/workflow-job.ts';
import type { FilePlace } from '../../model/place.ts';
import { placeIn } from './steps.ts';

const secretName =
  /(?:^|_)(?:PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|API_?KEY|ACCESS_KEY|PRIVATE_KEY|CREDENTIALS)(?:$|_)/i;
// Databases that live for one job only, beside it, and names of what is no secret.
const ofServices =
  /^(?:POSTGRES|PG|MYSQL|MARIADB|MONGO|REDIS|RABBITMQ|MSSQL|SA|ACCEPT|DB|DATABASE|TEST)_|_(?:FILE|PATH|NAME|ID|URL|TTL|LENGTH|ENABLED|HOST|ARN|TYPE)$/i;
const noSecret =
  /^(?:true|false|yes|no|\d{0,4}|null|none|.*(?:test|example|dummy|change-?me|placeholder|fake|secret|password|xxx).*)$/i;

/** Secrets that are written into variables of the pipeline or the job instead of being kept in the project's settings. */
export const passwordsIn = (job: Job, workflow: Workflow): Finding[] => {
  const written = (variables: ReadonlyMap<string, Text>): Finding[] =>
    [...variables].flatMap(([name, { text, at }]) =>
      secretName.test(name) && !ofServices.test(name) && !text.includes('$') && !noSecret.test(text) && text.length >= 8
        ? [{ what: `the value of ${name}`, at, item: name }]
        : [],
    );
  // What the pipeline holds is told once, at its first job.
  return [...written(job.env), ...(workflow.jobs[0]?.id === job.id ? written(workflow.env) : [])];
};

// Variables that whoever opens a merge request fills: https://docs.gitlab.com/ci/variables/predefined_variables/
const strangers =
  /\$\{?(CI_COMMIT_(?:MESSAGE|TITLE|DESCRIPTION|AUTHOR|REF_NAME|BRANCH|TAG_MESSAGE)|CI_MERGE_REQUEST_(?:TITLE|DESCRIPTION|SOURCE_BRANCH_NAME|LABELS)|CI_EXTERNAL_PULL_REQUEST_\w*BRANCH_NAME)\}?/;

// What a pipeline pastes into its scripts before they run, and a stranger chooses:
// https://learn.microsoft.com/azure/devops/pipelines/build/variables and https://circleci.com/docs/pipeline-variables/
const pasted: Readonly<Record<string, RegExp>> = {
  'azure-pipelines':
    /\$\(((?:Build\.(?:SourceVersionMessage|SourceVersionAuthor|SourceBranch|SourceBranchName|RequestedFor)|System\.PullRequest\.SourceBranch(?:Name)?))\)/gi,
  circleci: /<<\s*(pipeline\.(?:git\.(?:branch|tag)|trigger_parameters\.[\w.]+))\s*>>/g,
};
const ofBitbucket = /\$\{?(BITBUCKET_(?:BRANCH|TAG|PR_DESTINATION_BRANCH))\}?/;

/** Their text only runs where a shell is told to read it as code: in `eval`, or in a script in double quotes. */
export const strangersWords = (steps: readonly Step[], host = 'gitlab'): Finding[] =>
  steps.flatMap(({ run, name }): Finding[] => {
    if (!run) return [];
    const pattern = pasted[host];
    if (pattern)
      return [...run.text.matchAll(pattern)].map((match) => ({
        what: match[1]!,
        at: placeIn(run, match.index, match[0].length),
        item: `${name}: ${match[1]}`,
      }));
    const chosen = host === 'bitbucket' ? ofBitbucket : strangers;
    return [...run.text.matchAll(/\beval\s+[^\n]*|\b(?:ba|z|da)?sh\s+-c\s+"[^"\n]*"/g)].flatMap((match): Finding[] => {
      const found = chosen.exec(match[0]);
      if (!found) return [];
      const at = placeIn(run, match.index + found.index, found[0].length);
      return [{ what: found[1]!, at, item: `${name}: ${found[1]}` }];
    });
  });

// Templates that GitLab ships: https://docs.gitlab.com/user/application_security/
const templates: readonly (readonly [RegExp, ScannerKind])[] = [
  [/(^|\/)SAST-IaC/i, 'infrastructure'],
  [/(^|\/)SAST/i, 'code'],
  [/(^|\/)Secret-Detection/i, 'secrets'],
  [/(^|\/)Dependency-Scanning/i, 'dependencies'],
  [/(^|\/)Container-Scanning/i, 'images'],
];

export const templateScanners = (template: string, at: FilePlace): Scanner[] =>
  templates
    .filter(([pattern]) => pattern.test(template))
    .slice(0, 1)
    .map(([, kind]) => ({ kind, tool: template, at }));
