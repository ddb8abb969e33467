import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'services-call-for-known-sources',
  title: 'Permissions of services name their source',
  severity: 'medium',
  criteria: {
    'CC6.1': 'A service of the platform can’t be talked into calling on behalf of a stranger’s account.',
    'CC6.3': 'The permission goes to one source, which can be reviewed, and not to a whole service.',
  },
  do: 'Name source_arn or source_account in the permission.',
  equivalents: { checkov: ['CKV_AWS_364'], trivy: ['AVD-AWS-0067'] },
  on: on('service-permission'),
  check: ({ name, traits: { boundToSource } }) =>
    expect(boundToSource, (on) => on, `${name} lets a service call on behalf of anyone.`),
});
