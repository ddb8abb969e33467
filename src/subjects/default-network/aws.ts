import { anyOf } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';

/** It takes away all rules that it doesn't state: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/default_security_group */
export default mapping({
  kind: 'default-network',
  dialect: 'terraform',
  types: ['aws_default_security_group'],
  map: (group) => ({
    kind: 'default-network',
    provider: 'aws',
    ...subjectOf(group),
    traits: { admitsByDefault: anyOf(reader(group).has('ingress'), reader(group).has('egress')) },
  }),
});
