import { mapFact } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';

const source = 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ec2_transit_gateway';

export default mapping({
  kind: 'network-hub',
  dialect: 'terraform',
  types: ['aws_ec2_transit_gateway'],
  map: (resource) => {
    const own = reader(resource);
    return {
      kind: 'network-hub',
      provider: 'aws',
      ...subjectOf(resource),
      traits: {
        joinsUnasked: mapFact(
          own.string('auto_accept_shared_attachments', { value: 'disable', source }),
          (mode) => mode === 'enable',
        ),
      },
    };
  },
});
