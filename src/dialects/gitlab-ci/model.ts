import type { FilePlace } from '../../model/place.ts';
import type { Job, Text, Workflow } from '../github-actions/model.ts';

/** Something of elsewhere that a pipeline takes in. */
export interface Include {
  kind: 'project' | 'remote' | 'component' | 'template';
  /** As it is written, with its ref: `group/ci:/build.yml@main`. */
  what: string;
  /** What says which state of it: a ref, a version, a checksum; undefined where nothing does. */
  ref?: string;
  /** Whether what is named can't change, where that is known by itself. */
  fixed?: boolean;
  at: FilePlace;
}

/** A pipeline or one job of it, in the words that jobs of other pipelines are told in. */
export interface GitlabModel {
  /** Whose pipeline it is, where not GitLab's: `azure-pipelines`, `circleci`, `bitbucket`, `tekton`. */
  host?: string;
  workflow: Workflow;
  includes: readonly Include[];
  /** Images of all jobs, each place once: several jobs may have one from the same line. */
  images: readonly Text[];
  job?: Job;
  /** Values of variables that are written out, of the pipeline and the job. */
  variables: ReadonlyMap<string, Text>;
  /** A job that a template of GitLab brings in, by the template's name. */
  template?: string;
}
