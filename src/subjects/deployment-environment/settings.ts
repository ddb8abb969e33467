import type { SettingsModel } from '../../dialects/github-settings/model.ts';
import { placeOf } from '../../dialects/dialect.ts';
import { known, notApplicable, unknownFact } from '../../model/fact.ts';
import { otherRepository } from '../branch-rules/terraform-statements.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Reader } from '../read.ts';
import { isAnswered, lost, statedIn } from './live.ts';
import { branchLimit, reviewers } from './protection.ts';

const guardsOf = (own: Reader) => ({
  reviewed: reviewers(own),
  limitedToBranches: branchLimit(own, source),
  selfReviewPrevented: own.bool('prevent_self_review', { value: false, source }),
});

const source =
  'https://docs.github.com/en/rest/deployments/environments?apiVersion=2022-11-28#create-or-update-an-environment';

export default mapping<'deployment-environment', SettingsModel>({
  kind: 'deployment-environment',
  dialect: 'github-settings',
  types: ['environment'],
  map: (resource, context) => {
    const own = reader(resource);
    const { app, repository } = resource.model;
    if (app === 'settings' && isAnswered(own.value('name'), context)) return undefined;
    const stated = app === 'live' ? statedIn(own.value('name'), context) : [];
    const guards = guardsOf(own);
    return {
      kind: 'deployment-environment',
      provider: 'github',
      ...subjectOf(resource, stated),
      traits: {
        environmentName: own.string('name', { reason: { code: 'no-value', settledBy: 'a name here' } }),
        thisRepository:
          app === 'safe-settings'
            ? unknownFact(otherRepository(repository), resource.at)
            : known(true, placeOf(resource)),
        ...guards,
        notHeld:
          stated.length > 0
            ? {
                items: stated.flatMap((one) => lost(guardsOf(reader(one)), guards)),
                complete: true,
                at: placeOf(resource),
              }
            : notApplicable('nothing to compare: either the forge was not asked, or no settings file states it'),
      },
    };
  },
});
