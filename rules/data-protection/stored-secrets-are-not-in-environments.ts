import { not } from '../../src/model/fact.ts';
import { on, rule } from '../../src/rule/rule.ts';
import { everyContainer } from '../../src/rule/containers.ts';

export default rule({
  id: 'stored-secrets-are-not-in-environments',
  title: 'Stored secrets reach workloads as files',
  severity: 'info',
  criteria: {
    'CC6.1':
      'A secret isn’t passed on to every child process, nor into dumps and debug pages that print the environment.',
    'C1.1': 'The fewer places a secret is copied to, the fewer it has to be kept in.',
  },
  do: 'Mount the secret as a volume where the program can read a file.',
  equivalents: {
    checkov: ['CKV_K8S_35'],
    kics: ['3d658f8b-d988-41a0-a841-40043121de1e'],
    'kube-linter': ['env-var-secret'],
  },
  on: on('workload'),
  check: ({ name, traits: { containers } }) =>
    everyContainer(
      containers,
      (of) => not(of.secretsInEnvironment),
      (names) => `${name} hands stored secrets to ${names} as environment variables.`,
    ),
});
