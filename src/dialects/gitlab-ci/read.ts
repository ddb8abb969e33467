import type { FilePlace } from '../../model/place.ts';
import { fileStart } from '../../model/place.ts';
import { child, textOf } from '../../parse/look.ts';
import type { Job, Text, Workflow } from '../github-actions/model.ts';
import { yamlComments } from '../linter-comments.ts';
import { program, type Comment, type DialectContext, type DialectOutput, type Resource } from '../dialect.ts';
import { filesOf, type Files } from './files.ts';
import { jobNames, jobOf, keysOf, textsOf } from './jobs.ts';
import type { GitlabModel } from './model.ts';
import { triggersOf } from './triggers.ts';

/** The pipeline at the root with all that it includes; files that it does not include are pipelines of their own. */
export function read(paths: readonly string[], context: DialectContext): DialectOutput {
  const resources: Resource<GitlabModel>[] = [];
  const comments: Comment[] = [];
  const done = new Set<string>();
  const isRoot = (path: string) => /^\.gitlab-ci\.ya?ml$/.test(path);
  for (const path of [...paths].sort((a, b) => Number(isRoot(b)) - Number(isRoot(a)))) {
    if (done.has(path)) continue;
    const files = filesOf(path, context);
    for (const file of files.read) done.add(file);
    resources.push(...resourcesOf(files, context));
    for (const { file, comment, root } of files.comments)
      comments.push(...yamlComments(file, [{ root, span: root.span }], [comment]));
  }
  return { resources, comments, unresolved: [] };
}

function resourcesOf(files: Files, context: DialectContext): Resource<GitlabModel>[] {
  const resources: Resource<GitlabModel>[] = [];
  const owner = program('gitlab-ci', files.root, resources);
  const rules = files.entries.get('workflow')?.value;
  const start = fileStart(files.root);
  const globals = files.entries.get('variables');
  const variables = new Map<string, Text>(globals ? textsOf(globals.value, globals.file) : []);
  const title = textOf(child(rules, 'name'));
  const pipeline: Workflow = {
    file: files.root,
    ...(title !== undefined && { name: title }),
    start,
    at: start,
    block: start,
    triggers: triggersOf(new Map(), rules, start),
    env: variables,
    jobs: [],
    locked: new Set(),
  };
  const add = (type: string, name: string, at: FilePlace, block: FilePlace, model: GitlabModel) =>
    resources.push({
      dialect: 'gitlab-ci',
      type,
      name,
      body: { type: 'object', entries: new Map(), complete: true, at, via: [] },
      model,
      at,
      block,
      calls: [],
      role: context.roleOf(at.file),
      program: owner,
    });
  const jobs = jobNames(files).map((name) => {
    const job = jobOf(name, files);
    return { job, triggers: triggersOf(keysOf(name, files), rules, job.at) };
  });
  const whole: Workflow = { ...pipeline, jobs: jobs.map(({ job }) => job) };
  const images = new Map(
    jobs.flatMap(({ job }) =>
      job.images.map((image) => {
        const { file, span } = image.at;
        return [`${file} ${span.startLine} ${span.startColumn}`, image] as const;
      }),
    ),
  );
  add('pipeline', `pipeline ${files.root}`, start, start, {
    workflow: whole,
    includes: files.includes,
    images: [...images.values()],
    variables,
  });
  for (const { job, triggers } of jobs)
    add('job', `job ${job.id}`, job.at, job.block, {
      workflow: { ...whole, triggers },
      includes: [],
      images: [],
      job,
      variables: new Map([...variables, ...job.env]),
    });
  for (const { kind, what, at } of files.includes)
    if (kind === 'template')
      add('job', `template ${what}`, at, at, {
        workflow: whole,
        includes: [],
        images: [],
        job: templateJob(what, at),
        variables,
        template: what,
      });
  return resources;
}

const templateJob = (id: string, at: FilePlace): Job => ({
  id,
  at,
  block: at,
  needs: [],
  runsOn: [],
  images: [],
  registryPasswords: [],
  with: new Map(),
  env: new Map(),
  steps: [],
});
