import type { SettingsModel } from '../../dialects/github-settings/model.ts';
import { known } from '../../model/fact.ts';
import { isFilePlace } from '../../model/place.ts';
import type { Subject } from '../../model/subject.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Reader } from '../read.ts';
import { mayWrite, wordsFor } from './terraform.ts';

// https://github.com/repository-settings/app/blob/master/docs/plugins/collaborators.md
const source =
  'https://docs.github.com/en/rest/collaborators/collaborators?apiVersion=2022-11-28#add-a-repository-collaborator';

export default mapping<'repository-access', SettingsModel>({
  kind: 'repository-access',
  dialect: 'github-settings',
  types: ['settings'],
  map: (resource) => {
    const own = reader(resource);
    const subject = (block: Reader, grantee: string, single: boolean): Subject<'repository-access'> => ({
      kind: 'repository-access',
      provider: 'github',
      ...subjectOf(resource),
      name: `${grantee} in ${resource.name}`,
      ...(isFilePlace(block.at) && { at: block.at, block: block.at }),
      traits: {
        grantee,
        mayWrite: mayWrite(block.string('permission', { value: 'push', source })),
        toSinglePerson: known(single, block.at),
      },
    });
    return [
      ...own.blocks('collaborators').items.map((block) => subject(block, wordsFor(block, 'username', 'user'), true)),
      ...own.blocks('teams').items.map((block) => subject(block, wordsFor(block, 'name', 'team'), false)),
    ];
  },
});
