import { type Fact, type NotApplicable, known, notApplicable, anyOf } from '../../model/fact.ts';
import type { Resource } from '../../dialects/dialect.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';

/** It takes away all rules that it doesn't state: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/default_security_group */
const groups = mapping({
  kind: 'default-network',
  dialect: 'terraform',
  types: ['aws_default_security_group'],
  map: (group) => ({
    kind: 'default-network',
    provider: 'aws',
    ...subjectOf(group),
    traits: {
      comesWithTheAccount: ofTheAccount(group),
      admitsByDefault: anyOf(reader(group).has('ingress'), reader(group).has('egress')),
    },
  }),
});

/** The network of the account, which this takes under control; it is open to the internet by its routes and subnets. */
const networks = mapping({
  kind: 'default-network',
  dialect: 'terraform',
  types: ['aws_default_vpc'],
  map: (vpc) => ({
    kind: 'default-network',
    provider: 'aws',
    ...subjectOf(vpc),
    traits: {
      comesWithTheAccount: known(true, vpc.at),
      admitsByDefault: notApplicable('its groups and lists decide it'),
    },
  }),
});

export default [groups, networks];

/** Without a network that is named it is that of the account. */
function ofTheAccount(group: Resource): Fact<boolean> | NotApplicable {
  const vpc = reader(group).value('vpc_id');
  if (!vpc) return known(true, group.at);
  const isDefault = (vpc.references ?? []).some(({ address }) => /\baws_default_vpc\b/.test(address));
  return isDefault ? notApplicable('the network says so itself') : known(false, vpc.at, vpc.via);
}
