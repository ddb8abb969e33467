import { notApplicable, type NotApplicable, anyOf, known, unknownFact, type Fact } from '../../model/fact.ts';
import { linked, subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Reader } from '../read.ts';
import { every } from '../stated.ts';
import { traitsOfPart } from '../traits-of-part.ts';

const source = 'https://docs.aws.amazon.com/config/latest/APIReference/API_RecordingGroup.html';

const recorders = mapping({
  kind: 'configuration-record',
  dialect: 'terraform',
  types: ['aws_config_configuration_recorder'],
  map: (recorder) => {
    const stated = reader(recorder);
    const status = linked(recorder, ['aws_config_configuration_recorder_status'], 'name', ['name']);
    const [first, ...rest] = status.parts.map((part): Fact<boolean> =>
      reader(part).bool('is_enabled', { reason: { code: 'not-in-repository', settledBy: 'is_enabled = true' } }),
    );
    return {
      kind: 'configuration-record',
      provider: 'aws',
      ...subjectOf(recorder, status.parts),
      traits: {
        // A recorder stands still until its status starts it.
        started: first
          ? anyOf(first, ...rest)
          : status.maybe.length > 0 && status.reason
            ? unknownFact(status.reason, recorder.at)
            : known(false, recorder.at),
        globalTypes: globalTypes(stated),
        collectsEveryRegion: notApplicable('it records the region that it stands in'),
        everyType: anyOf(
          stated.bool('recording_group.all_supported', { value: true, source }),
          stated.has('recording_group.exclusion_by_resource_types'),
        ),
      },
    };
  },
});

/** Recorders of other regions leave them out on purpose, where one records them. */
function globalTypes(recorder: Reader): Fact<boolean> | NotApplicable {
  const some = recorder.bool('recording_group.all_supported', { value: true, source });
  if (some.known && !some.value) return notApplicable('it records the types that it names');
  return recorder.bool('recording_group.include_global_resource_types', { value: false, source });
}

const aggregators = mapping({
  kind: 'configuration-record',
  dialect: 'terraform',
  types: ['aws_config_configuration_aggregator'],
  map: (aggregator) => {
    const stated = reader(aggregator);
    const sources = ['account_aggregation_source', 'organization_aggregation_source'].filter((name) =>
      stated.value(name),
    );
    return {
      kind: 'configuration-record',
      provider: 'aws',
      ...subjectOf(aggregator),
      traits: traitsOfPart('configuration-record', 'it collects what recorders record', {
        collectsEveryRegion: every(
          sources.map((name) =>
            stated.bool(`${name}.all_regions`, {
              value: false,
              source:
                'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/config_configuration_aggregator',
            }),
          ),
          known(false, aggregator.at),
        ),
      }),
    };
  },
});

export default [recorders, aggregators];
