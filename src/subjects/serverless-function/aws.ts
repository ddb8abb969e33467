import { known, anyOf, mapFact, notApplicable, unknownFact, type Fact, type NotApplicable } from '../../model/fact.ts';
import type { Resource } from '../../dialects/dialect.ts';
import { holdsAccessKey } from '../aws-keys.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Reader } from '../read.ts';
import { fromParts, isNamed, namesOwnKey } from '../stated.ts';

const source = 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_function';

export default mapping({
  kind: 'serverless-function',
  dialect: 'terraform',
  types: ['aws_lambda_function'],
  map: (resource) => {
    const own = reader(resource);
    const image = mapFact(own.string('package_type', { value: 'Zip', source }), (type) => type === 'Image');
    const variables = own.value('environment.variables');
    return {
      kind: 'serverless-function',
      provider: 'aws',
      ...subjectOf(resource),
      traits: {
        failuresKept: failuresKept(resource, own),
        runsLimited: mapFact(
          own.number('reserved_concurrent_executions', { value: -1, source }),
          (count) => count >= 0,
        ),
        insideNetwork: own.has('vpc_config'),
        codeSigned: unlessImage(
          image,
          'images are signed where they are kept',
          isNamed(own, 'code_signing_config_arn'),
        ),
        supportedUntil: unlessImage(image, 'its image brings the runtime', supportedUntil(own)),
        encryptedWithOwnKey: variables
          ? namesOwnKey(own, 'kms_key_arn')
          : notApplicable('it has no environment variables to encrypt'),
        publiclyReachable: notApplicable('an address of its own is an interface, which is judged by itself'),
        secretInCode: holdsAccessKey([variables], resource.at),
      },
    };
  },
});

function unlessImage<T>(image: Fact<boolean>, why: string, otherwise: Fact<T>): Fact<T> | NotApplicable {
  if (!image.known) return image;
  return image.value ? notApplicable(why) : otherwise;
}

// The days on which the service stops to patch a runtime: https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html
const ended: { readonly [runtime: string]: string } = {
  nodejs: '2016-10-31',
  'nodejs4.3': '2020-03-05',
  'nodejs6.10': '2019-08-12',
  'nodejs8.10': '2020-03-06',
  'nodejs10.x': '2021-07-30',
  'nodejs12.x': '2023-03-31',
  'nodejs14.x': '2023-12-04',
  'nodejs16.x': '2024-06-12',
  'nodejs18.x': '2025-09-01',
  'python2.7': '2021-07-15',
  'python3.6': '2022-07-18',
  'python3.7': '2023-12-04',
  'python3.8': '2024-10-14',
  'ruby2.5': '2021-07-30',
  'ruby2.7': '2023-12-07',
  java8: '2024-01-08',
  'go1.x': '2024-01-08',
  provided: '2024-01-08',
  'dotnetcore1.0': '2019-07-30',
  'dotnetcore2.0': '2019-05-30',
  'dotnetcore2.1': '2022-01-05',
  'dotnetcore3.1': '2023-04-03',
  dotnet6: '2024-12-20',
};

// Days that are announced only: the service has moved such days to later ones.
const announced: { readonly [runtime: string]: string } = {
  'nodejs20.x': '2026-04-30',
  'nodejs22.x': '2027-04-30',
  'nodejs24.x': '2028-04-30',
  'python3.9': '2025-12-15',
  'python3.10': '2026-10-31',
  'python3.11': '2027-06-30',
  'python3.12': '2028-10-31',
  'python3.13': '2029-06-30',
  'python3.14': '2029-06-30',
  'ruby3.2': '2026-03-31',
  'ruby3.3': '2027-03-31',
  'ruby3.4': '2028-03-31',
  'java8.al2': '2027-06-30',
  java11: '2027-06-30',
  java17: '2027-06-30',
  java21: '2029-06-30',
  java25: '2029-06-30',
  dotnet8: '2026-11-10',
  dotnet10: '2028-11-14',
  'provided.al2': '2026-07-31',
  'provided.al2023': '2029-06-30',
};

function supportedUntil(own: Reader): Fact<{ day: string; final: boolean }> {
  const runtime = own.optionalString('runtime');
  if (!runtime.known) return runtime;
  const name = runtime.value ?? '';
  const day = ended[name] ?? announced[name];
  if (day) return { ...runtime, value: { day, final: name in ended } };
  return unknownFact(
    {
      code: 'not-in-repository',
      subject: name ? `the runtime ${name}` : 'runtime',
      settledBy: 'the list of runtimes that the service publishes: the end of this one is not known here',
    },
    runtime.at,
    runtime.via,
  );
}

/** Events that nobody waits for are tried again twice and then lost, unless they are put somewhere. */
function failuresKept(resource: Resource, own: Reader): Fact<boolean> {
  const apart = fromParts(
    resource,
    ['aws_lambda_function_event_invoke_config'],
    'function_name',
    ['function_name'],
    (part) => part.has('destination_config.on_failure'),
    known(false, resource.at),
  );
  return anyOf(own.has('dead_letter_config'), apart);
}
