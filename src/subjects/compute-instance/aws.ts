import type { Resource } from '../../dialects/dialect.ts';
import {
  anyOf,
  known,
  mapFact,
  not,
  notApplicable,
  unknownFact,
  type Fact,
  type NotApplicable,
} from '../../model/fact.ts';
import type { Value } from '../../model/value.ts';
import { holdsAccessKey } from '../aws-keys.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Reader } from '../read.ts';

const roles = notApplicable('an instance profile names its role; there is no default one');
const forwarding = 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/instance';

export default mapping({
  kind: 'compute-instance',
  dialect: 'terraform',
  types: ['aws_instance', 'aws_spot_instance_request', 'aws_launch_template', 'aws_launch_configuration'],
  map: (machine) => {
    const stated = reader(machine);
    return {
      kind: 'compute-instance',
      provider: 'aws',
      ...subjectOf(machine),
      traits: {
        metadataNeedsToken: needsToken(machine, stated),
        hasPublicAddress: hasPublicAddress(machine, stated),
        measuredClosely: measured(machine, stated),
        secretInCode: holdsAccessKey([stated.value('user_data'), decoded(stated)], machine.at),
        passwordLogin: notApplicable('images come with key pairs or without any login; nothing here sets a password'),
        sharedKeysSignIn: notApplicable('a key pair is given to each machine by name'),
        centralLogin: notApplicable('a key pair is given to each machine by name'),
        startVerified: notApplicable('its image decides it'),
        serialConsole: notApplicable('a setting of the account opens it, for those who may'),
        forwardsPackets: not(stated.bool('source_dest_check', { value: true, source: forwarding })),
        takesUpdates: notApplicable('its image and what is run on it decide it'),
        runsAsDefault: roles,
        mayUseEveryApi: roles,
      },
    };
  },
});

function needsToken(machine: Resource, stated: Reader): Fact<boolean> | NotApplicable {
  const endpoint = stated.optionalString('metadata_options.http_endpoint');
  if (endpoint.known && endpoint.value === 'disabled') return { ...endpoint, value: true };
  const tokens = stated.optionalString('metadata_options.http_tokens');
  if (!tokens.known) return tokens;
  if (tokens.value !== undefined) return { ...tokens, value: tokens.value === 'required' };
  if (machine.type === 'aws_instance' && stated.value('launch_template'))
    return notApplicable('its launch template says so');
  // The setting of the account and that of the image come before the old default of "optional":
  // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html
  const forAccount = machine.program
    .ofType('aws_ec2_instance_metadata_defaults')
    .map((defaults) => reader(defaults).optionalString('http_tokens'))
    .find((fact) => fact.known && fact.value === 'required');
  if (forAccount) return mapFact(forAccount, () => true);
  return unknownFact(
    {
      code: 'default-depends-on-account',
      subject: 'metadata_options.http_tokens',
      settledBy: 'metadata_options { http_tokens = "required" }',
    },
    machine.at,
  );
}

function hasPublicAddress(machine: Resource, stated: Reader): Fact<boolean> | NotApplicable {
  if (machine.type === 'aws_launch_template') {
    const interfaces = stated.blocks('network_interfaces').items;
    const [first, ...rest] = interfaces.map((one) => mapFact(one.optionalBool('associate_public_ip_address'), Boolean));
    return first ? anyOf(first, ...rest) : notApplicable('the subnets decide it that machines are started in');
  }
  const own = stated.optionalBool('associate_public_ip_address');
  if (!own.known) return own;
  if (own.value !== undefined) return { ...own, value: own.value };
  if (machine.type === 'aws_launch_configuration' || stated.value('launch_template'))
    return notApplicable('the subnets or the template decide it');
  return subnetSays(machine, stated);
}

/** Where an instance says nothing, its subnet decides: https://docs.aws.amazon.com/vpc/latest/userguide/subnet-public-ip.html */
function subnetSays(machine: Resource, stated: Reader): Fact<boolean> {
  const subnet = stated.value('subnet_id');
  const found = (subnet?.references ?? [])
    .flatMap(({ address }) => machine.program.find(address))
    .find(({ type }) => type === 'aws_subnet');
  if (found) {
    const fact = reader(found).bool('map_public_ip_on_launch', {
      value: false,
      source: 'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-public-ip.html',
    });
    return { ...fact, at: machine.at, via: [...fact.via, fact.at] };
  }
  if (!subnet && machine.program.ofType('aws_default_subnet').length === 0 && stated.value('network_interface'))
    return known(false, machine.at);
  return unknownFact(
    {
      code: 'default-depends-on-account',
      subject: 'associate_public_ip_address',
      settledBy: 'associate_public_ip_address = false',
    },
    machine.at,
  );
}

/** A template takes its start script in base64 only, an instance by an attribute of its own. */
function decoded(stated: Reader): Value | undefined {
  const value = stated.value('user_data_base64') ?? stated.value('user_data');
  if (value?.type !== 'string' || !/^[A-Za-z0-9+/\s]+=*\s*$/.test(value.value)) return undefined;
  return { ...value, value: Buffer.from(value.value, 'base64').toString('utf8') };
}

/** Every five minutes unless it is asked for; a launch configuration asks by itself. */
function measured(machine: Resource, stated: Reader): Fact<boolean> | NotApplicable {
  const page = machine.type.replace(/^aws_/, '');
  const source = `https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/${page}`;
  if (machine.type === 'aws_launch_configuration') return stated.bool('enable_monitoring', { value: true, source });
  if (machine.type === 'aws_launch_template') return stated.bool('monitoring.enabled', { value: false, source });
  if (stated.value('launch_template') && !stated.value('monitoring'))
    return notApplicable('its launch template says so');
  return stated.bool('monitoring', { value: false, source });
}
