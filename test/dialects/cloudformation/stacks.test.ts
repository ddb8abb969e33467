import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cloudformation } from '../../../src/dialects/cloudformation/index.ts';
import { isFilePlace } from '../../../src/model/place.ts';
import { verdictsOf } from '../programs/verdicts.ts';
import { plain, readWith } from '../read.ts';

const bucket = (name: string) => `  ${name}: { Type: "AWS::S3::Bucket", Properties: { BucketName: !Ref Name } }\n`;

describe('which resources a template makes', () => {
  it('leaves out those whose condition is false, and keeps those whose condition is unknown', async () => {
    const { names } = await readWith(cloudformation, {
      'stack.yml': `Parameters: { Open: { Type: String } }
Conditions: { No: !Equals [a, b], Perhaps: !Equals [!Ref Open, b] }
Resources:
  A: { Type: "AWS::S3::Bucket", Condition: No }
  B: { Type: "AWS::S3::Bucket", Condition: Perhaps }
  C: { Type: "AWS::S3::Bucket" }
`,
    });
    expect(names).toEqual(['AWS::S3::Bucket.B', 'AWS::S3::Bucket.C']);
  });

  it('makes one for each item of a loop', async () => {
    const { names } = await readWith(cloudformation, {
      'stack.yml': `Transform: AWS::LanguageExtensions
Resources:
  Fn::ForEach::Buckets:
    - Name
    - [Logs, Data]
    - "\${Name}Bucket": { Type: "AWS::S3::Bucket", Properties: { BucketName: !Ref Name } }
`,
    });
    expect(names).toEqual(['AWS::S3::Bucket.LogsBucket', 'AWS::S3::Bucket.DataBucket']);
  });

  it('gives nested templates the values of the one that nests them, and reads their outputs', async () => {
    const { names, get } = await readWith(cloudformation, {
      'root.yaml': `Resources:
  One: { Type: "AWS::CloudFormation::Stack", Properties: { TemplateURL: ./nested/bucket.yaml, Parameters: { Name: one } } }
  Two: { Type: "AWS::CloudFormation::Stack", Properties: { TemplateURL: nested/bucket.yaml, Parameters: { Name: two } } }
  P: { Type: "AWS::SSM::Parameter", Properties: { Value: !GetAtt Two.Outputs.Named } }
`,
      'nested/bucket.yaml': `Parameters: { Name: { Type: String } }
Resources:
${bucket('B')}Outputs: { Named: { Value: !Ref Name } }
`,
    });
    expect(names).toEqual(['One/AWS::S3::Bucket.B', 'Two/AWS::S3::Bucket.B', 'AWS::SSM::Parameter.P']);
    expect(plain(get('Two/AWS::S3::Bucket.B').body.entries.get('bucket'))).toBe('two');
    expect(plain(get('AWS::SSM::Parameter.P').body.entries.get('value'))).toBe('two');
    expect(get('One/AWS::S3::Bucket.B').calls).toMatchObject([{ file: 'root.yaml', span: { startLine: 2 } }]);
  });

  it('lists what it can’t read: templates kept elsewhere, macros', async () => {
    const { unresolved } = await readWith(cloudformation, {
      'root.yaml': `Transform: OurMacro
Resources:
  One: { Type: "AWS::CloudFormation::Stack", Properties: { TemplateURL: "https://s3.amazonaws.com/x/y.yaml" } }
`,
    });
    expect(unresolved.map(({ name, reason }) => [name, reason.code])).toEqual([
      ['OurMacro', 'not-rendered'],
      ['One', 'remote-module'],
    ]);
  });

  it('does not follow a template that nests itself without end', async () => {
    const { names } = await readWith(cloudformation, {
      'root.yaml': `Parameters: { Name: { Type: String, Default: x } }
Resources:
${bucket('B')}  One: { Type: "AWS::CloudFormation::Stack", Properties: { TemplateURL: root.yaml } }
`,
    });
    expect(names.length).toBeLessThan(20);
    expect(names[0]).toBe('AWS::S3::Bucket.B');
  });

  it('names what a program of the CDK made after its construct', async () => {
    const { names } = await readWith(cloudformation, {
      'cdk.out/App.template.json': JSON.stringify({
        Resources: {
          Logs6819BB44: { Type: 'AWS::S3::Bucket', Metadata: { 'aws:cdk:path': 'App/Logs/Resource' } },
        },
      }),
    });
    expect(names).toEqual(['App/Logs AWS::S3::Bucket.Logs6819BB44']);
  });

  it('finds the stacks inside of stacks that a program of the CDK made', async () => {
    const { names, unresolved } = await readWith(cloudformation, {
      'cdk.out/App.template.json': JSON.stringify({
        Resources: {
          Inner: {
            Type: 'AWS::CloudFormation::Stack',
            Properties: { TemplateURL: { 'Fn::Join': ['', ['https://s3.', { Ref: 'AWS::URLSuffix' }, '/x.json']] } },
            Metadata: { 'aws:cdk:path': 'App/Inner', 'aws:asset:path': 'AppInner.nested.template.json' },
          },
        },
      }),
      'cdk.out/AppInner.nested.template.json': JSON.stringify({
        Resources: { B1: { Type: 'AWS::S3::Bucket', Metadata: { 'aws:cdk:path': 'App/Inner/B/Resource' } } },
      }),
    });
    expect(unresolved).toEqual([]);
    expect(names).toEqual(['App/Inner/B Inner/AWS::S3::Bucket.B1']);
  });

  it('takes other YAML and JSON for what it is', async () => {
    const others = {
      'a.yaml': 'apiVersion: v1\nkind: Service\n',
      'b.json': '{"Resources": "none", "Type": "x"}',
      'c.yml': 'Resources:\n  - Type: other\n',
      'package.json': '{"Resources": {"a": {"Type": "AWS::S3::Bucket"}}}',
    };
    expect((await readWith(cloudformation, others)).resources).toEqual([]);
  });
});

describe('SAM', () => {
  it('states the defaults of all functions once: values replace, maps merge, lists add up', async () => {
    const { get } = await readWith(cloudformation, {
      'sam.yaml': `Transform: AWS::Serverless-2016-10-31
Globals:
  Function:
    Runtime: nodejs22.x
    Tracing: Active
    Environment: { Variables: { A: 1, B: 2 } }
    Layers: [one]
Resources:
  F:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: python3.13
      Environment: { Variables: { B: 3 } }
      Layers: [two]
      FunctionUrlConfig: { AuthType: NONE }
`,
    });
    const { body } = get('AWS::Serverless::Function.F');
    expect(plain(body)).toMatchObject({
      runtime: 'python3.13',
      environment: { variables: { A: 1, B: 3 } },
      layers: ['one', 'two'],
      tracing_config: { mode: 'Active' },
    });
    expect(plain(get('AWS::Serverless::Function.F.function_url_config').body)).toMatchObject({
      authorization_type: 'NONE',
    });
  });
});

describe('who may call what SAM makes', () => {
  const template = (globals: string, event: string) => `Transform: AWS::Serverless-2016-10-31
${globals}
Resources:
  F:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Events:
        Orders: ${event}
`;
  const authorizer = { Api: 'authorization', HttpApi: 'authorization_type' } as const;

  it.each([
    ['Api', '', 'Path: /o, Method: get', 'NONE'],
    ['Api', '', 'Path: /o, Method: get, Auth: { Authorizer: AWS_IAM }', 'AWS_IAM'],
    ['Api', 'Globals: { Api: { Auth: { DefaultAuthorizer: Own } } }', 'Path: /o, Method: get', 'CUSTOM'],
    ['Api', 'Globals: { Api: { Auth: { DefaultAuthorizer: Own } } }', 'Path: /o, Auth: { Authorizer: NONE }', 'NONE'],
    ['Api', '', 'Path: /o, Method: get, RestApiId: !Ref Other', '?not-evaluated'],
    ['HttpApi', '', 'Path: /o, Method: get', 'NONE'],
    ['HttpApi', '', 'Path: /o, Auth: { Authorizer: Own }', 'CUSTOM'],
  ] as const)('%s %s { %s } is %s', async (type, globals, properties, expected) => {
    const event = `{ Type: ${type}, Properties: { ${properties} } }`;
    const { get } = await readWith(cloudformation, { 'sam.yaml': template(globals, event) });
    const { entries } = get('AWS::Serverless::Function.F.events.orders').body;
    expect(plain(entries.get(authorizer[type]))).toBe(expected);
  });
});

describe('who may call what SAM makes at an interface that is stated', () => {
  const template = (stated: string, globals = '') => `Transform: AWS::Serverless-2016-10-31
${globals}
Parameters: { Network: { Type: String } }
Resources:
  Front: { Type: "AWS::Serverless::Api", Properties: { StageName: live${stated} } }
  F:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Events:
        Orders: { Type: Api, Properties: { Path: /o, Method: get, RestApiId: !Ref Front } }
`;
  it.each([
    ['', '', 'NONE'],
    [', Auth: { DefaultAuthorizer: Own }', '', 'CUSTOM'],
    ['', 'Globals: { Api: { Auth: { DefaultAuthorizer: Own } } }', 'CUSTOM'],
    [', EndpointConfiguration: { Type: REGIONAL }', '', 'NONE'],
    // What else may say who calls: a network, a policy, keys, certificates, a description of the interface.
    [', EndpointConfiguration: { Type: PRIVATE }', '', '?not-evaluated'],
    [', EndpointConfiguration: !Ref Network', '', '?not-evaluated'],
    [', Auth: { ResourcePolicy: { IpRangeWhitelist: [10.0.0.0/8] } }', '', '?not-evaluated'],
    [', Auth: { ApiKeyRequired: true }', '', '?not-evaluated'],
    [
      ', Domain: { DomainName: a.example.com, MutualTlsAuthentication: { TruststoreUri: "s3://a/b" } }',
      '',
      '?not-evaluated',
    ],
    [', DefinitionUri: api.yaml', '', '?not-evaluated'],
  ])('{%s} %s: %s', async (stated, globals, expected) => {
    const { get } = await readWith(cloudformation, { 'sam.yaml': template(stated, globals) });
    const { entries } = get('AWS::Serverless::Function.F.events.orders').body;
    expect(plain(entries.get('authorization'))).toBe(expected);
  });
});

describe('names that are put together', () => {
  const template = (bucket: string, policy: string) => `Parameters: { App: { Type: String } }
Resources:
  A: { Type: "AWS::S3::Bucket", Properties: { BucketName: !Sub "${bucket}" } }
  B: { Type: "AWS::S3::Bucket", Properties: { BucketName: !Sub "\${App}-other" } }
  P:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Sub "${policy}"
      PolicyDocument:
        Statement:
          - { Effect: Deny, Principal: "*", Action: "s3:*", Resource: "*", Condition: { Bool: { "aws:SecureTransport": "false" } } }
`;
  it.each([
    ['${App}-logs-${AWS::Region}', '${App}-logs-${AWS::Region}', 'pass', 'fail'],
    ['logs-${AWS::AccountId}', 'logs-${AWS::AccountId}', 'pass', 'fail'],
    ['${App}-logs', '${App}-others', 'unknown', 'unknown'],
  ])('%s and %s', async (bucket, policy, first, second) => {
    const verdicts = await verdictsOf({ 'stack.yml': template(bucket, policy) });
    expect(verdicts.get('connections-are-encrypted  AWS::S3::Bucket.A')).toBe(first);
    expect(verdicts.get('connections-are-encrypted  AWS::S3::Bucket.B')).toBe(second);
  });
});

describe('policies that are attached to a role', () => {
  it('are told once', async () => {
    const verdicts = await verdictsOf({
      'stack.yml': `Parameters: { More: { Type: CommaDelimitedList } }
Resources:
  A: { Type: "AWS::IAM::Role", Properties: { ManagedPolicyArns: ["arn:aws:iam::aws:policy/AdministratorAccess"] } }
  B: { Type: "AWS::IAM::Role", Properties: { ManagedPolicyArns: !Ref More } }
`,
    });
    const told = [...verdicts].filter(([key]) => key.startsWith('broad-roles-are-not-handed-out administration'));
    expect(told.map(([key, verdict]) => `${key.split('.').slice(1).join('.')} ${verdict}`)).toEqual([
      'A.managed_policy_arns[0] fail',
      'B.managed_policy_arns[0] unknown',
    ]);
  });
});

describe('modules', () => {
  it('are listed, as what they unfold to isn’t here', async () => {
    const { unresolved, names } = await readWith(cloudformation, {
      'stack.yml': `Resources:
  A: { Type: "Example::S3::Bucket::MODULE" }
  B: { Type: !Rain::Module "../modules/bucket.yml" }
  C: { Type: "AWS::S3::Bucket" }
`,
    });
    expect(names).toEqual(['AWS::S3::Bucket.C']);
    expect(unresolved.map(({ name, reason }) => `${name} ${reason.code}`)).toEqual([
      'A not-rendered',
      'B not-rendered',
    ]);
  });
});

describe('comments', () => {
  it('are read where they stand, and in metadata', async () => {
    const { comments } = await readWith(cloudformation, {
      'stack.yml': `Resources:
  # soc2-lint: accept storage-is-private -- public by design
  A:
    Type: AWS::S3::Bucket
    Metadata:
      checkov:
        skip:
          - { id: CKV_AWS_18, comment: no access log }
      cfn_nag: { rules_to_suppress: [{ id: W35, reason: it keeps logs itself }] }
      cdk_nag: { rules_to_suppress: [{ id: AwsSolutions-S1 }] }
      cfn-lint: { config: { ignore_checks: [W3045] } }
      guard: { SuppressedRules: [S3_BUCKET_LOGGING_ENABLED] }
`,
    });
    expect(comments.map(({ text, covers }) => [text, covers.span.startLine, covers.span.endLine])).toEqual([
      ['soc2-lint: accept storage-is-private -- public by design', 3, 12],
      ['checkov:skip=CKV_AWS_18: no access log', 3, 12],
      ['cfn_nag:skip=W35: it keeps logs itself', 3, 12],
      ['cdk_nag:skip=AwsSolutions-S1', 3, 12],
      ['cfn-lint:skip=W3045', 3, 12],
      ['guard:skip=S3_BUCKET_LOGGING_ENABLED', 3, 12],
    ]);
  });
});

describe('any text', () => {
  const leaf = fc.oneof(fc.constant('x'), fc.constant('${A}'), fc.integer(), fc.boolean(), fc.constant(null));
  const name = fc.constantFrom(
    'Ref',
    'Fn::Sub',
    'Fn::Join',
    'Fn::Select',
    'Fn::Split',
    'Fn::If',
    'Fn::FindInMap',
    'Fn::Cidr',
    'Fn::GetAtt',
    'Fn::ForEach::L',
    'Fn::Equals',
    'Fn::Length',
    'a',
    'b',
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      leaf,
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(name, tie('tree'), { maxKeys: 2 }),
    ),
  }));

  it('is read without throwing, and every place lies in the file', async () => {
    await fc.assert(
      fc.asyncProperty(tree, tree, async (value, condition) => {
        const text = JSON.stringify(
          {
            Parameters: { A: value },
            Conditions: { C: condition },
            Resources: {
              X: { Type: 'AWS::S3::Bucket', Properties: { BucketName: value, Tags: condition } },
              Y: { Type: 'AWS::EC2::SecurityGroup', Condition: 'C', Properties: value },
              'Fn::ForEach::L': value,
            },
          },
          undefined,
          1,
        );
        const lines = text.split('\n').length;
        const { resources } = await readWith(cloudformation, { 'stack.json': text });
        for (const { at, block, body } of resources)
          for (const place of [at, block, body.at])
            if (isFilePlace(place)) expect(place.span.endLine).toBeLessThanOrEqual(lines);
      }),
      { numRuns: 200 },
    );
  });

  it('ends on aliases and loops that stand for billions', async () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...'bcdefghi'.split('').map((letter, i) => {
        const before = 'abcdefgh'[i]!;
        return `${letter}: &${letter} [${Array.from({ length: 9 }, () => `*${before}`).join(', ')}]`;
      }),
    ]
      .map((line) => `      ${line}`)
      .join('\n');
    const { get } = await readWith(cloudformation, {
      'stack.yml': `Resources:\n  X:\n    Type: AWS::SSM::Parameter\n    Properties:\n${bomb}\n`,
    });
    expect(get('AWS::SSM::Parameter.X')).toBeDefined();
  });
});
