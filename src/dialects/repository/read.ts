import { hiddenCharacters, type HiddenCharacter } from './hidden-characters.ts';
import { fileStart } from '../../model/place.ts';
import { program, type DialectContext, type DialectOutput, type Resource } from '../dialect.ts';

export interface RepositoryModel {
  hidden: readonly HiddenCharacter[];
  /** False where there was more source than is looked through. */
  allLookedThrough: boolean;
}

/** One resource of type `repository`, which stands at no line of any file. */
export function read(_paths: readonly string[], context: DialectContext): DialectOutput {
  const at = fileStart('');
  const resources: Resource<RepositoryModel>[] = [];
  const { found, complete } = hiddenCharacters(context);
  const owner = program('repository', '', resources);
  resources.push({
    dialect: 'repository',
    type: 'repository',
    name: context.repository ? `${context.repository.owner}/${context.repository.name}` : 'this repository',
    body: { type: 'object', entries: new Map(), complete: true, at, via: [] },
    model: { hidden: found, allLookedThrough: complete },
    at,
    block: at,
    calls: [],
    role: 'system',
    program: owner,
  });
  return { resources, comments: [], unresolved: [] };
}
