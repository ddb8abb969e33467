import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'images-have-no-back-doors',
  title: 'Images have no doors beside the program they run',
  severity: 'medium',
  criteria: {
    'CC6.1': 'Nobody logs in to a container by a password that stands in its build.',
    'CC6.6': 'A container is reached by what it serves, and not by a login.',
  },
  do: 'Leave out the SSH server, sudo and chpasswd: what has to be done as root is done before USER.',
  aspects: {
    logins: { checkov: ['CKV_DOCKER_1'], trivy: ['AVD-DS-0004'], kics: ['5907595b-5b6d-4142-b173-dbb0e73fbff8'] },
    sudo: {
      checkov: ['CKV2_DOCKER_1'],
      trivy: ['AVD-DS-0010'],
      kics: ['8ada6e80-0ade-439e-b176-0b28f6bce35a'],
      hadolint: ['DL3004'],
    },
    passwords: { checkov: ['CKV2_DOCKER_17'] },
  },
  on: on('container-image'),
  check: ({ name, traits: { opensSsh, usesSudo, setsPasswords } }) => ({
    logins: expect(opensSsh, (is) => !is, `${name} opens port 22, for logins.`),
    sudo: expect(usesSudo, (is) => !is, `${name} is made with sudo, which stays in it.`),
    passwords: expect(setsPasswords, (is) => !is, `${name} sets the password of an account.`),
  }),
});
