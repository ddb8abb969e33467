import { known, mapFact, type Fact } from '../../model/fact.ts';
import type { Subject } from '../../model/subject.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Reader } from '../read.ts';

const docs = 'https://registry.terraform.io/providers/integrations/github/latest/docs/resources';
const push = { value: 'push', source: `${docs}/repository_collaborator` };
const pull = { value: 'pull', source: `${docs}/team_repository` };

export const mayWrite = (permission: Fact<string>): Fact<boolean> =>
  mapFact(permission, (text) => !/^(?:pull|read|triage|none)$/i.test(text));

/** A person or a team by the words that stand in the code. */
export const wordsFor = (own: Reader, key: string, what: string): string => {
  const name = own.optionalString(key);
  return name.known && name.value !== undefined ? `${what} ${name.value}` : `a ${what}`;
};

export default mapping({
  kind: 'repository-access',
  dialect: 'terraform',
  types: ['github_repository_collaborator', 'github_repository_collaborators', 'github_team_repository'],
  map: (resource) => {
    const own = reader(resource);
    const subject = (grantee: string, permission: Fact<string>, single: boolean): Subject<'repository-access'> => ({
      kind: 'repository-access',
      provider: 'github',
      ...subjectOf(resource),
      ...(resource.type === 'github_repository_collaborators' && { name: `${resource.name} for ${grantee}` }),
      traits: { grantee, mayWrite: mayWrite(permission), toSinglePerson: known(single, permission.at) },
    });
    if (resource.type === 'github_repository_collaborator')
      return subject(wordsFor(own, 'username', 'user'), own.string('permission', push), true);
    if (resource.type === 'github_team_repository')
      return subject(wordsFor(own, 'team_id', 'team'), own.string('permission', pull), false);
    return [
      ...own
        .blocks('user')
        .items.map((block) => subject(wordsFor(block, 'username', 'user'), block.string('permission', push), true)),
      ...own
        .blocks('team')
        .items.map((block) => subject(wordsFor(block, 'team_id', 'team'), block.string('permission', pull), false)),
    ];
  },
});
