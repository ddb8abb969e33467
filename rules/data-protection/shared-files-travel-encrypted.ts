import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'shared-files-travel-encrypted',
  title: 'Shared file systems are mounted over encrypted connections',
  severity: 'medium',
  criteria: {
    'CC6.7': 'Files can’t be read or changed between the container and where they are kept.',
    'C1.1': 'Confidential files are protected inside of the network too.',
  },
  do: 'Set transit_encryption = "ENABLED" in efs_volume_configuration.',
  equivalents: { checkov: ['CKV_AWS_97'], trivy: ['AVD-AWS-0035'] },
  on: on('container-task'),
  check: ({ name, traits: { filesEncryptedOnWay } }) =>
    expect(filesEncryptedOnWay, (on) => on, `${name} mounts a file system over a connection that is not encrypted.`),
});
