import type { Item } from '../../programs/items.ts';
import type { Construct, Stated } from '../construct.ts';
import { documentOf, policyOf, statementsOf } from '../policy.ts';
import type { Services } from './service.ts';

/** Policies that are made by themselves, with the statements that their document is told. */
const documentIn = (construct: Construct): Item => {
  const written = construct.get('policyDocument') ?? construct.get('document');
  return written ? policyOf(written) : documentOf(statementsOf(construct, 'addStatements'), construct.at);
};

const bucketPolicy = (construct: Construct): Stated[] => [
  construct.itself('AWS::S3::BucketPolicy', { Bucket: construct.get('bucket'), PolicyDocument: documentIn(construct) }),
];

const queuePolicy = (construct: Construct): Stated[] => [
  construct.itself('AWS::SQS::QueuePolicy', { Queues: construct.get('queues'), PolicyDocument: documentIn(construct) }),
];

const topicPolicy = (construct: Construct): Stated[] => [
  construct.itself('AWS::SNS::TopicPolicy', { Topics: construct.get('topics'), PolicyDocument: documentIn(construct) }),
];

export const policies: Services = {
  's3.BucketPolicy': bucketPolicy,
  'sqs.QueuePolicy': queuePolicy,
  'sns.TopicPolicy': topicPolicy,
};
