import type { Comment, DialectContext, DialectOutput, Resource } from '../dialect.ts';
import { program } from '../dialect.ts';
import { fileStart, type FilePlace } from '../../model/place.ts';
import type { ObjectValue } from '../../model/value.ts';
import { isDependabot } from './dependabot-files.ts';
import { readDependabot } from './dependabot.ts';
import { installsOf } from './installs.ts';
import { manifestsOf } from './manifests.ts';
import { packageSettings } from './package-settings.ts';
import { readRenovate } from './renovate.ts';
import { isRenovate } from './renovate-files.ts';
import { reviewSettings } from './review-files.ts';
import { isReviewSettings } from './review-path.ts';
import { securityPolicies } from './security-policy.ts';

/** One thing that a file of this dialect states. */
export interface Stated {
  type: string;
  name: string;
  body?: ObjectValue;
  model: unknown;
  at: FilePlace;
  block?: FilePlace;
}

/** Reads the bots' and package managers' files, and finds the manifests of the whole tree by their paths. */
export function read(paths: readonly string[], context: DialectContext): DialectOutput {
  const resources: Resource[] = [];
  const comments: Comment[] = [];
  const owner = program('dependency-config', '', resources);
  const add = ({ type, name, body, model, at, block }: Stated) =>
    resources.push({
      dialect: 'dependency-config',
      type,
      name,
      body: body ?? { type: 'object', entries: new Map(), complete: true, at, via: [] },
      model,
      at,
      block: block ?? at,
      calls: [],
      role: context.roleOf(at.file),
      program: owner,
    });
  for (const path of paths) {
    const text = context.text(path);
    if (text === undefined) continue;
    if (isDependabot(path)) {
      const { stated, comments: written } = readDependabot(path, text, context);
      stated.forEach(add);
      comments.push(...written);
    } else if (isRenovate(path) || path === 'package.json') readRenovate(path, text, context).forEach(add);
    if (isReviewSettings(path)) reviewSettings(path, text).forEach(add);
    const settings = packageSettings(path, text);
    if (settings) add({ type: 'package-settings', name: path, model: settings, at: fileStart(path) });
  }
  manifestsOf(context).forEach(add);
  installsOf(context).forEach(add);
  securityPolicies(context).forEach(add);
  return { resources, comments, unresolved: [] };
}
