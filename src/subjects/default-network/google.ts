import { notApplicable } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';

/** The default network comes with rules that let SSH, RDP and ICMP in from anywhere. */
export default mapping({
  kind: 'default-network',
  dialect: 'terraform',
  types: ['google_project'],
  map: (project) => ({
    kind: 'default-network',
    provider: 'google',
    ...subjectOf(project),
    traits: {
      comesWithTheAccount: notApplicable('whether it is made at all is the question here'),
      admitsByDefault: reader(project).bool('auto_create_network', {
        value: true,
        source: 'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/google_project',
      }),
    },
  }),
});
