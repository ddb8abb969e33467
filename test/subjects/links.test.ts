import { expect, it } from 'vitest';
import { judged } from './judged.ts';

it('two things with one name: a reference says which of them is meant', async () => {
  const text = `
resource "aws_config_configuration_recorder" "one" {
  name     = "default"
  role_arn = "arn:aws:iam::123456789012:role/recorder"
}

resource "aws_config_configuration_recorder" "other" {
  name     = "default"
  role_arn = "arn:aws:iam::123456789012:role/recorder"
}

resource "aws_config_configuration_recorder_status" "one" {
  name       = aws_config_configuration_recorder.one.name
  is_enabled = true
}`;
  expect(await judged('configuration-changes-are-recorded', text)).toEqual([
    'started fail',
    'started pass',
    'types pass',
  ]);
});
