import { describe, expect, it } from 'vitest';
import { cloudformation } from '../../../src/dialects/cloudformation/index.ts';
import type { Value } from '../../../src/model/value.ts';
import { plain, readWith } from '../read.ts';

// One line an expression: what it comes to by the pages of
// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html
// `?` and a reason is unknown, `undefined` is nothing written.

const template = `AWSTemplateFormatVersion: "2010-09-09"
Transform: AWS::LanguageExtensions
Parameters:
  Name: { Type: String, Default: logs }
  Open: { Type: String }
  Secret: { Type: String, NoEcho: true, Default: hush }
  Size: { Type: Number, Default: 10 }
  Zones: { Type: CommaDelimitedList, Default: "a, b,c" }
  Numbers: { Type: List<Number>, Default: "1,2" }
  Kept: { Type: "AWS::SSM::Parameter::Value<String>", Default: /path }
  Only: { Type: String, AllowedValues: [one] }
  Either: { Type: String, AllowedValues: [one, two] }
Mappings:
  Sizes:
    eu: { small: s1, days: 30 }
    us: { small: s1, days: 90 }
Conditions:
  Yes: !Equals [!Ref Name, logs]
  No: !Not [Condition: Yes]
  Perhaps: !Equals [!Ref Open, x]
  Both: !And [Condition: Yes, Condition: Perhaps]
  Neither: !And [Condition: No, Condition: Perhaps]
  Any: !Or [Condition: Yes, Condition: Perhaps]
  Loop: !Not [Condition: Loop]
Resources:
  Bucket: { Type: "AWS::S3::Bucket" }
  X:
    Type: AWS::Lambda::Function
    Properties:
      Environment:
        Variables:
          V: `;

const valueIn = (read: Awaited<ReturnType<typeof readWith>>) => {
  const value = ['environment', 'variables', 'V'].reduce<Value | undefined>(
    (from, key) => (from?.type === 'object' ? from.entries.get(key) : undefined),
    read.get('AWS::Lambda::Function.X').body,
  );
  return value;
};

const cases: readonly [expression: string, expected: unknown][] = [
  // Ref
  ['!Ref Name', 'logs'],
  ['{ Ref: Name }', 'logs'],
  ['!Ref Open', '?no-value'],
  ['!Ref Size', 10],
  ['!Ref Zones', ['a', 'b', 'c']],
  ['!Ref Numbers', ['1', '2']],
  ['!Ref Kept', '?data-source'],
  ['!Ref Only', 'one'],
  ['!Ref Either', '?no-value'],
  ['!Ref Bucket', '?known-after-apply'],
  ['!Ref Missing', '?does-not-exist'],
  ['!Ref AWS::NoValue', undefined],
  ['!Ref AWS::Region', '?data-source'],
  ['!Ref "AWS::AccountId"', '?data-source'],
  // Fn::GetAtt
  ['!GetAtt Bucket.Arn', '?known-after-apply'],
  ['!GetAtt [Bucket, Arn]', '?known-after-apply'],
  ['{ "Fn::GetAtt": [Bucket, Arn] }', '?known-after-apply'],
  ['!GetAtt Missing.Arn', '?does-not-exist'],
  // Fn::Sub
  ['!Sub "${Name}-x"', 'logs-x'],
  ['!Sub ["${A}-${Name}", { A: 1 }]', '1-logs'],
  ['{ "Fn::Sub": "${Name}" }', 'logs'],
  ['!Sub "${!Name}"', '${Name}'],
  ['!Sub "${Size}"', '10'],
  ['!Sub "plain"', 'plain'],
  ['!Sub "arn:${AWS::Partition}:s3:::x"', 'arn:aws:s3:::x'],
  ['!Sub "${Bucket.Arn}/*"', '?known-after-apply'],
  ['!Sub "${Missing}"', '?does-not-exist'],
  // Fn::Join, Fn::Split, Fn::Select
  ['!Join ["-", [a, !Ref Name, 1]]', 'a-logs-1'],
  ['!Join ["", []]', ''],
  ['!Join [",", !Ref Zones]', 'a,b,c'],
  ['!Join ["-", [a, !Ref Open]]', '?no-value'],
  ['!Join ["-", [a, !Ref AWS::NoValue, b]]', 'a-b'],
  ['!Split ["|", "a|b|c"]', ['a', 'b', 'c']],
  ['!Split ["|", !Ref Open]', '?no-value'],
  ['!Select [1, [a, b]]', 'b'],
  ['!Select ["0", !Ref Zones]', 'a'],
  ['!Select [1, !Split ["/", "10.0.0.0/16"]]', '16'],
  ['!Select [5, [a, b]]', '?wrong-type'],
  ['!Select [0, !GetAZs ""]', '?data-source'],
  // Fn::FindInMap
  ['!FindInMap [Sizes, eu, days]', 30],
  ['!FindInMap [Sizes, !Ref Open, small]', 's1'],
  ['!FindInMap [Sizes, !Ref Open, days]', '?no-value'],
  ['!FindInMap [Sizes, asia, days]', '?does-not-exist'],
  ['{ "Fn::FindInMap": [Sizes, asia, days, { DefaultValue: 7 }] }', 7],
  ['!FindInMap [Nothing, a, b]', '?does-not-exist'],
  // Fn::If and the condition functions
  ['!If [Yes, a, b]', 'a'],
  ['!If [No, a, b]', 'b'],
  ['!If [Perhaps, a, b]', '?no-value'],
  ['!If [Perhaps, a, a]', 'a'],
  ['!If [Both, a, b]', '?no-value'],
  ['!If [Neither, a, b]', 'b'],
  ['!If [Any, a, b]', 'a'],
  ['!If [Loop, a, b]', '?cycle'],
  ['!If [Nothing, a, b]', '?does-not-exist'],
  ['!If [No, a, !Ref AWS::NoValue]', undefined],
  ['{ "Fn::If": [Yes, { a: 1 }, { a: 2 }] }', { a: 1 }],
  ['[a, !If [No, b, !Ref AWS::NoValue]]', ['a']],
  ['{ a: 1, b: !If [No, 2, !Ref AWS::NoValue] }', { a: 1 }],
  // Fn::Base64, Fn::Cidr, Fn::GetAZs, Fn::ImportValue, Fn::Transform
  ['{ "Fn::Base64": !Sub "echo ${Name}" }', 'echo logs'],
  ['!Cidr ["10.0.0.0/16", 3, 8]', ['10.0.0.0/24', '10.0.1.0/24', '10.0.2.0/24']],
  ['!Cidr ["192.168.0.0/24", 2, 5]', ['192.168.0.0/27', '192.168.0.32/27']],
  ['!Cidr ["10.0.0.0/30", 9, 8]', '?wrong-type'],
  ['!Select [1, !Cidr ["10.0.0.0/16", 2, 8]]', '10.0.1.0/24'],
  ['!GetAZs eu-west-1', '?data-source'],
  ['!ImportValue other-Vpc', '?data-source'],
  ['{ "Fn::Transform": { Name: "AWS::Include", Parameters: { Location: s3 } } }', '?not-rendered'],
  ['{ "Fn::Nonsense": 1 }', '?not-evaluated'],
  // Language extensions
  ['!Length [a, b]', 2],
  ['{ "Fn::Length": !Ref Zones }', 3],
  ['!Length {Ref: Open}', '?no-value'],
  ['!ToJsonString { a: [1, "x"], b: true }', '{"a":[1,"x"],"b":true}'],
  ['!ToJsonString { a: !Ref Open }', '?not-evaluated'],
  ['{ "Fn::ForEach::Zone": [Z, [a, b], { "Key${Z}": !Sub "is ${Z}" }] }', { Keya: 'is a', Keyb: 'is b' }],
  ['{ "Fn::ForEach::Zone": [Z, ["a-1"], { "Key&{Z}": !Ref Z }] }', { Keya1: 'a-1' }],
  // Dynamic references are filled in by a store
  ['"{{resolve:secretsmanager:db:SecretString:password}}"', '?data-source'],
  ['"{{resolve:ssm:/path:1}}"', '?data-source'],
  ['"{{other}}"', '{{other}}'],
  ['!Sub "x {{resolve:ssm-secure:/p}} ${Name}"', '?data-source'],
  // Scalars stay what they are
  ['true', true],
  ['"true"', 'true'],
  ['10', 10],
  ['~', null],
];

describe('intrinsic functions', () => {
  it.each(cases)('%s', async (expression, expected) => {
    const read = await readWith(cloudformation, { 'stack.yaml': `${template}${expression}\n` });
    expect(plain(valueIn(read))).toEqual(expected);
  });

  it('keeps what is certain of a text that is known in part', async () => {
    const read = await readWith(cloudformation, { 'stack.yaml': `${template}!Sub "a-\${Open}-z"\n` });
    expect(valueIn(read)).toMatchObject({ prefix: 'a-', suffix: '-z' });
  });

  it('marks what is not to be shown', async () => {
    const read = await readWith(cloudformation, { 'stack.yaml': `${template}!Sub "x\${Secret}"\n` });
    expect(valueIn(read)).toMatchObject({ secret: true });
  });

  it('names the line where the value is written, and the one that refers to it', async () => {
    const read = await readWith(cloudformation, { 'stack.yaml': `${template}!Ref Name\n` });
    expect(valueIn(read)).toMatchObject({
      at: { span: { startLine: 4 } },
      via: [{ span: { startLine: 32 } }],
    });
  });

  it('reads the long and the short spelling in JSON too', async () => {
    const text = JSON.stringify({
      Parameters: { Name: { Type: 'String', Default: 'logs' } },
      Resources: {
        X: { Type: 'AWS::SSM::Parameter', Properties: { Value: { 'Fn::Join': ['-', [{ Ref: 'Name' }, 'x']] } } },
      },
    });
    const { get } = await readWith(cloudformation, { 'stack.json': text });
    expect(plain(get('AWS::SSM::Parameter.X').body.entries.get('value'))).toBe('logs-x');
  });
});
