import { anyOf, mapFact, notApplicable, type Fact, type NotApplicable } from '../../model/fact.ts';
import type { Resource } from '../../dialects/dialect.ts';
import { linked, subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';

const registry = 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources';

export default mapping({
  kind: 'threat-detection',
  dialect: 'terraform',
  types: ['aws_guardduty_detector'],
  map: (detector) => {
    const organization = linked(detector, ['aws_guardduty_organization_configuration'], 'detector_id').parts;
    return {
      kind: 'threat-detection',
      provider: 'aws',
      ...subjectOf(detector, organization),
      traits: {
        watching: reader(detector).bool('enable', { value: true, source: `${registry}/guardduty_detector` }),
        leavesSignsOut: notApplicable('what it looks for is not chosen sign by sign'),
        watchesNewAccounts: newAccounts(organization),
      },
    };
  },
});

function newAccounts([settings]: readonly Resource[]): Fact<boolean> | NotApplicable {
  if (!settings) return notApplicable('it says nothing of an organization: it watches one account');
  const stated = reader(settings);
  const source = `${registry}/guardduty_organization_configuration`;
  return anyOf(
    stated.bool('auto_enable', { value: false, source }),
    mapFact(stated.string('auto_enable_organization_members', { value: 'NONE', source }), (who) => who !== 'NONE'),
  );
}
