import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';

export default mapping({
  kind: 'threat-detection',
  dialect: 'terraform',
  types: ['aws_guardduty_detector'],
  map: (detector) => ({
    kind: 'threat-detection',
    provider: 'aws',
    ...subjectOf(detector),
    traits: {
      watching: reader(detector).bool('enable', {
        value: true,
        source: 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/guardduty_detector',
      }),
    },
  }),
});
