import { anyOf, known, unknownFact, type Fact } from '../../model/fact.ts';
import { linked, subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';

const source = 'https://docs.aws.amazon.com/config/latest/APIReference/API_RecordingGroup.html';

export default mapping({
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
        everyType: anyOf(
          stated.bool('recording_group.all_supported', { value: true, source }),
          stated.has('recording_group.exclusion_by_resource_types'),
        ),
      },
    };
  },
});
