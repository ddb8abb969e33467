import type { Resource } from '../../dialects/dialect.ts';
import { allOf, anyOf, known } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, referencesIn } from '../read.ts';

export default mapping({
  kind: 'alarm',
  dialect: 'terraform',
  types: ['aws_cloudwatch_metric_alarm', 'aws_cloudwatch_composite_alarm'],
  map: (one) => {
    const stated = reader(one);
    const enabled = stated.bool('actions_enabled', {
      value: true,
      source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html',
    });
    return {
      kind: 'alarm',
      provider: 'aws',
      ...subjectOf(one),
      traits: {
        reachesSomeone: anyOf(
          allOf(
            enabled,
            anyOf(stated.has('alarm_actions'), stated.has('ok_actions'), stated.has('insufficient_data_actions')),
          ),
          known(isReadByAnother(one), enabled.at),
        ),
      },
    };
  },
});

/** Whether something else of the program acts on it: a composite alarm, a scaling policy, a health check. */
const isReadByAnother = (one: Resource): boolean =>
  one.program
    .ofType('aws_cloudwatch_composite_alarm', 'aws_route53_health_check', 'aws_codedeploy_deployment_group')
    .some((other) => other !== one && referencesIn(other.body).some(({ address }) => address === one.name));
