import { known, mapFact, not } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';
import { every, isNamed } from '../stated.ts';

const page = 'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/workbench_instance';

export default mapping({
  kind: 'notebook',
  dialect: 'terraform',
  types: ['google_notebooks_instance', 'google_workbench_instance'],
  map: (resource) => {
    const own = reader(resource);
    const bench = resource.type === 'google_workbench_instance';
    const machine = bench ? 'gce_setup.' : '';
    const disks = bench ? ['gce_setup.boot_disk', 'gce_setup.data_disks'] : [];
    return {
      kind: 'notebook',
      provider: 'google',
      ...subjectOf(resource),
      traits: {
        directInternet: not(
          own.bool(bench ? 'gce_setup.disable_public_ip' : 'no_public_ip', { value: false, source: page }),
        ),
        // https://cloud.google.com/vertex-ai/docs/workbench/instances/manage-metadata
        usersAreRoot: not(
          mapFact(own.optionalString(`${machine}metadata.notebook-disable-root`), (text) => /^true$/i.test(text ?? '')),
        ),
        encryptedWithOwnKey: bench
          ? every(
              disks.flatMap((disk) => own.blocks(disk).items.map((item) => isNamed(item, 'kms_key'))),
              known(false, resource.at),
            )
          : isNamed(own, 'kms_key'),
      },
    };
  },
});
