import { mapFact } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';
import { namesOwnKey } from '../stated.ts';

const source =
  'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sagemaker_notebook_instance';

export default mapping({
  kind: 'notebook',
  dialect: 'terraform',
  types: ['aws_sagemaker_notebook_instance'],
  map: (resource) => {
    const own = reader(resource);
    return {
      kind: 'notebook',
      provider: 'aws',
      ...subjectOf(resource),
      traits: {
        directInternet: mapFact(
          own.string('direct_internet_access', { value: 'Enabled', source }),
          (mode) => mode !== 'Disabled',
        ),
        usersAreRoot: mapFact(own.string('root_access', { value: 'Enabled', source }), (mode) => mode !== 'Disabled'),
        encryptedWithOwnKey: namesOwnKey(own, 'kms_key_id'),
      },
    };
  },
});
