import { fileStart, type FilePlace } from '../../model/place.ts';
import { locationOf } from '../../model/report.ts';
import { parseYaml } from '../../parse/yaml/parse.ts';
import type { Node } from '../../parse/tree.ts';
import { program, type Comment, type DialectContext, type DialectOutput, type Resource } from '../dialect.ts';
import type { Workflow } from '../github-actions/model.ts';
import type { GitlabModel } from '../gitlab-ci/model.ts';
import { yamlComments } from '../linter-comments.ts';
import { azure } from './azure.ts';
import { bitbucket } from './bitbucket.ts';
import { circleci } from './circleci.ts';
import type { Pipeline } from './pipeline.ts';
import { tekton } from './tekton.ts';

/** Each file is a pipeline with its jobs. */
export function read(paths: readonly string[], context: DialectContext): DialectOutput {
  const resources: Resource<GitlabModel>[] = [];
  const comments: Comment[] = [];
  for (const path of paths) {
    const text = context.text(path);
    if (text === undefined) continue;
    const parsed = parseYaml(text);
    for (const { message, span, kind } of parsed.problems)
      context.problem({ kind, message, location: locationOf({ file: path, span }) });
    comments.push(...yamlComments(path, parsed.tree, parsed.comments));
    for (const { root } of parsed.tree) if (root) resources.push(...resourcesOf(path, pipelineIn(path, root), context));
  }
  return { resources, comments, unresolved: [] };
}

function pipelineIn(file: string, root: Node): Pipeline {
  if (/bitbucket-pipelines/.test(file)) return bitbucket(file, root);
  if (file.includes('.circleci/')) return circleci(file, root);
  return /tekton/i.test(file) ? tekton(file, root) : azure(file, root);
}

function resourcesOf(file: string, pipeline: Pipeline, context: DialectContext): Resource<GitlabModel>[] {
  const resources: Resource<GitlabModel>[] = [];
  const owner = program('pipelines', file, resources);
  const start = fileStart(file);
  const { host, jobs, includes, variables, triggers } = pipeline;
  const workflow: Workflow = {
    file,
    start,
    at: start,
    block: start,
    triggers: triggers.map((name) => ({ name, at: start, byPaths: false, branches: [], tags: [], types: [] })),
    env: variables,
    jobs,
    locked: new Set(),
  };
  const add = (type: string, name: string, at: FilePlace, block: FilePlace, model: Omit<GitlabModel, 'host'>): void =>
    void resources.push({
      dialect: 'pipelines',
      type,
      name,
      body: { type: 'object', entries: new Map(), complete: true, at, via: [] },
      model: { ...model, host },
      at,
      block,
      calls: [],
      role: context.roleOf(file),
      program: owner,
    });
  const images = new Map(
    jobs.flatMap(({ images: own }) => own.map((image) => [JSON.stringify(image.at), image] as const)),
  );
  add('pipeline', `pipeline ${file}`, start, start, { workflow, includes, images: [...images.values()], variables });
  for (const job of jobs)
    add('job', `job ${job.id}`, job.at, job.block, {
      workflow,
      includes: [],
      images: [],
      job,
      variables: new Map([...variables, ...job.env]),
    });
  return resources;
}
