import { fail, on, pass, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'cloud-logins-use-federation',
  title: 'Pipelines log in to clouds without stored keys',
  severity: 'high',
  criteria: {
    'CC6.1':
      'A pipeline proves who it is for each run: there is no long-lived key that could be copied and used elsewhere.',
  },
  do: 'Let the cloud trust the pipeline’s own identity (OpenID Connect): role-to-assume, client-id or workload_identity_provider with permissions: id-token: write.',
  on: on('workflow-job'),
  check: ({ name, traits: { storedCloudKeys, federatedLogins } }) => {
    if (storedCloudKeys.length > 0)
      return storedCloudKeys.map(({ what, at, item }) =>
        fail(`${name} logs in to a cloud with a stored key (${what}).`, at, { item }),
      );
    return federatedLogins.length > 0 ? pass(federatedLogins[0]!.at) : [];
  },
});
