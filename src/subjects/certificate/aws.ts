import { mapFact, notApplicable } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';

const source = 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/acm_certificate';

export default mapping({
  kind: 'certificate',
  dialect: 'terraform',
  types: ['aws_acm_certificate'],
  map: (resource) => {
    const own = reader(resource);
    return {
      kind: 'certificate',
      provider: 'aws',
      ...subjectOf(resource),
      traits: {
        replacedBeforeRemoval:
          resource.dialect === 'terraform'
            ? own.bool('lifecycle.create_before_destroy', {
                value: false,
                source: 'https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle',
              })
            : notApplicable('a stack makes the new one first'),
        publiclyListed:
          (own.value('private_key') ?? own.value('certificate_authority_arn'))
            ? notApplicable('it was issued elsewhere, or by an authority of one’s own')
            : mapFact(
                own.string('options.certificate_transparency_logging_preference', { value: 'ENABLED', source }),
                (mode) => mode !== 'DISABLED',
              ),
      },
    };
  },
});
