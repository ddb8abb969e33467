import { known } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';
import { fromParts } from '../stated.ts';

/** The older web ACLs say it themselves. */
const classic = mapping({
  kind: 'firewall',
  dialect: 'terraform',
  types: ['aws_waf_web_acl', 'aws_wafregional_web_acl'],
  map: (firewall) => ({
    kind: 'firewall',
    provider: 'aws',
    ...subjectOf(firewall),
    traits: { decisionsLogged: reader(firewall).has('logging_configuration') },
  }),
});

const logging: { readonly [type: string]: readonly [type: string, attribute: string] } = {
  aws_wafv2_web_acl: ['aws_wafv2_web_acl_logging_configuration', 'resource_arn'],
  aws_networkfirewall_firewall: ['aws_networkfirewall_logging_configuration', 'firewall_arn'],
};

const apart = mapping({
  kind: 'firewall',
  dialect: 'terraform',
  types: Object.keys(logging),
  map: (firewall) => {
    const [type, attribute] = logging[firewall.type]!;
    return {
      kind: 'firewall',
      provider: 'aws',
      ...subjectOf(firewall),
      traits: {
        decisionsLogged: fromParts(
          firewall,
          [type],
          attribute,
          [],
          (part) => known(true, part.at),
          known(false, firewall.at),
        ),
      },
    };
  },
});

export default [classic, apart];
